import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { Releases } from './releases';

class Worker extends EventTarget {
  state = 'installing';
  readonly postMessage = vi.fn();
  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class Registration extends EventTarget {
  active: Worker | null = new Worker();
  installing: Worker | null = null;
  waiting: Worker | null = null;
  readonly update = vi.fn(() => Promise.resolve());
  readonly unregister = vi.fn(() => Promise.resolve(true));
}

describe('releases', () => {
  const workers = Object.assign(new EventTarget(), { register: vi.fn() });
  const reload = vi.fn();
  let registration: Registration;
  let releases: Releases;

  beforeEach(() => {
    registration = new Registration();
    reload.mockClear();
    workers.register.mockReset().mockResolvedValue(registration);
    const view = {
      navigator: { serviceWorker: workers },
      location: { reload },
      setInterval: vi.fn(),
      setTimeout: vi.fn(),
    };
    TestBed.configureTestingModule({ providers: [{ provide: DOCUMENT, useValue: { defaultView: view } }] });
    releases = TestBed.inject(Releases);
  });

  it('tells of a newer release once it is here', async () => {
    await releases.install();
    expect(releases.isWaiting()).toBe(false);
    const next = new Worker();
    registration.installing = next;
    registration.dispatchEvent(new Event('updatefound'));
    registration.installing = null;
    registration.waiting = next;
    next.become('installed');
    expect(releases.isWaiting()).toBe(true);
  });

  it('does not tell of the first', async () => {
    registration.active = null;
    registration.waiting = new Worker();
    await releases.install();
    expect(releases.isWaiting()).toBe(false);
  });

  it('has the newer one take over before the page comes anew', async () => {
    registration.waiting = new Worker();
    await releases.install();
    const renewed = releases.renew();
    await vi.waitFor(() => expect(registration.waiting?.postMessage).toHaveBeenCalledWith('take-over'));
    expect(reload).not.toHaveBeenCalled();
    workers.dispatchEvent(new Event('controllerchange'));
    await renewed;
    expect(reload).toHaveBeenCalledTimes(1);
    expect(registration.unregister).not.toHaveBeenCalled();
  });

  it('gets out of the way when there is nothing newer to install', async () => {
    await releases.install();
    await releases.renew();
    expect(registration.unregister).toHaveBeenCalledTimes(1);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('does without where nothing can be installed', async () => {
    workers.register.mockRejectedValue(new Error('not allowed'));
    await releases.install();
    await releases.renew();
    expect(reload).toHaveBeenCalledTimes(1);
  });
});

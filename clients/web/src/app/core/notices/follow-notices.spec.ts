import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';

import { Connection } from '../offline/connection';
import { Session } from '../session/session';
import { followNotices, type Listener } from './follow-notices';

describe('what the school tells is listened to', () => {
  const userId = signal<string | undefined>('anna');
  const isOnline = signal(true);
  let signals: AbortSignal[];

  class Ears implements Listener {
    listen(until: AbortSignal): Promise<void> {
      signals.push(until);
      return Promise.resolve();
    }
  }

  beforeEach(() => {
    signals = [];
    userId.set('anna');
    isOnline.set(true);
    TestBed.configureTestingModule({
      providers: [
        Ears,
        { provide: Session, useValue: { userId, isLoggedIn: () => userId() !== undefined } },
        { provide: Connection, useValue: { isOnline } },
        provideRouter([]),
        followNotices(() => Promise.resolve(Ears)),
      ],
    });
  });
  afterEach(() => vi.restoreAllMocks());

  const settle = async () => {
    await TestBed.inject(Router).navigateByUrl('/');
    TestBed.tick();
    // The device is idle at some moment.
    await vi.waitFor(() => expect(signals.length).toBeGreaterThan(0), { timeout: 4_000 });
  };
  const open = () => signals.filter(({ aborted }) => !aborted).length;

  it('by whoever is logged in, and anew by whoever comes after', async () => {
    await settle();
    expect(open()).toBe(1);
    userId.set('boris');
    TestBed.tick();
    await vi.waitFor(() => expect(signals).toHaveLength(2));
    expect(open()).toBe(1);
    userId.set(undefined);
    TestBed.tick();
    expect(open()).toBe(0);
  });

  it('while somebody looks and has a connection', async () => {
    await settle();
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(open()).toBe(0);
    vi.restoreAllMocks();
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.waitFor(() => expect(open()).toBe(1));
    isOnline.set(false);
    TestBed.tick();
    expect(open()).toBe(0);
  });
});

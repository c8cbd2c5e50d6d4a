import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { Session } from '../session/session';
import { eraseDevices } from './device-databases';
import { Recordings } from './recordings';

const ORIGIN = 'https://tall.example';

/** What a browser keeps, and a server that has some recordings. */
class Browser {
  readonly all = new Map<string, Map<string, Response>>();
  readonly there = new Set<string>();
  readonly asked: string[] = [];

  readonly keys = () => Promise.resolve([...this.all.keys()]);
  readonly delete = (name: string) => Promise.resolve(this.all.delete(name));
  readonly open = (name: string) => {
    const cache = this.all.get(name) ?? new Map<string, Response>();
    this.all.set(name, cache);
    return Promise.resolve({
      keys: () => Promise.resolve([...cache.keys()].map((path) => ({ url: ORIGIN + path }))),
      match: (path: string | { url: string }) =>
        Promise.resolve(cache.get(typeof path === 'string' ? path : new URL(path.url).pathname)?.clone()),
      delete: (path: string) => Promise.resolve(cache.delete(path)),
      add: (path: string) => {
        this.asked.push(path);
        if (!this.there.has(path)) return Promise.reject(new TypeError('no answer'));
        cache.set(path, new Response('sound'));
        return Promise.resolve();
      },
    });
  };
}

describe('the recordings on a device', () => {
  const userId = signal<string | undefined>('anna');
  const [one, two, three] = ['/media/audio/1.mp3', '/media/audio/2.mp3', '/media/audio/3.mp3'];
  let browser: Browser;
  let recordings: Recordings;

  beforeEach(() => {
    browser = new Browser();
    for (const path of [one, two, three]) browser.there.add(path);
    vi.stubGlobal('caches', browser);
    userId.set('anna');
    TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: { userId } }] });
    recordings = TestBed.inject(Recordings);
  });

  afterEach(() => vi.unstubAllGlobals());

  it('are those of the package, each fetched once; what left it is evicted', async () => {
    await recordings.keep([one, two, one]);
    await recordings.keep([two, three]);
    expect([...(await recordings.kept())].sort()).toEqual([two, three]);
    expect(browser.asked).toEqual([one, two, three]);
  });

  it('lack what could not be had, until next time', async () => {
    browser.there.delete(two);
    await recordings.keep([one, two]);
    expect([...(await recordings.kept())]).toEqual([one]);
    browser.there.add(two);
    await recordings.keep([one, two]);
    expect([...(await recordings.kept())].sort()).toEqual([one, two]);
  });

  it('are ours alone, and no more than there is room for', async () => {
    const many = Array.from({ length: 1_010 }, (_, at) => `/media/audio/many-${String(at)}.mp3`);
    for (const path of many) browser.there.add(path);
    await recordings.keep(['https://elsewhere.example/a.mp3', '/api/v2/lobby/products', ...many]);
    expect((await recordings.kept()).size).toBe(1_000);
    expect(browser.asked.every((path) => path.startsWith('/media/audio/'))).toBe(true);
  }, 60_000);

  it('are erased with the log-out, and when somebody else comes', async () => {
    vi.stubGlobal('indexedDB', { databases: () => Promise.resolve([]) });
    await recordings.keep([one]);
    userId.set('boris');
    await recordings.keep([two]);
    await browser.open('tall-client-one');
    await eraseDevices('boris');
    expect(await browser.keys()).toEqual(['tall.sounds.boris', 'tall-client-one']);
    await eraseDevices(undefined);
    expect(await browser.keys()).toEqual(['tall-client-one']);
    userId.set(undefined);
    expect((await recordings.kept()).size).toBe(0);
  });
});

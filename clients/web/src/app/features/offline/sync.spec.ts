import 'fake-indexeddb/auto';

import { type EnvironmentProviders, type Provider, signal, type WritableSignal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { newId } from '@tall/api/http';

import { SEND } from '../../core/http/open-api';
import { ContentChanges } from '../../core/notices/content-changes';
import { Connection } from '../../core/offline/connection';
import { Waiting } from '../../core/offline/waiting';
import { Session } from '../../core/session/session';
import { refuses, says, Script } from '../../../testing/script';
import { CardsOnDevice } from '../cards/offline/cards-on-device';
import { WordsOnDevice } from '../dictionary/offline/words-on-device';
import { AnswerLanguage } from '../dictionary/answer-language';
import { WordShelf } from '../dictionary/offline/word-shelf';
import { DeviceStore } from './device-store';
import type { Shelf } from './shelf';
import { Sync } from './sync';

const card = { cardId: 'a', wordId: 'w', kind: 'recall' as const, word: { headword: 'het brood' } };
const PACKAGE = {
  packedAt: new Date().toISOString(),
  newWords: 20,
  metToday: { day: '2026-03-10', words: 0, kinds: 0 },
  scheduler: {
    algorithm: 'fsrs-6',
    parameters: 0,
    desiredRetention: 0.9,
    week: [100, 100, 100, 100, 100, 100, 100],
  },
  cards: [],
};

const WORDS = {
  packedAt: new Date().toISOString(),
  scheduler: {
    algorithm: 'cohort/1',
    cycleDays: [1, 2, 4, 6],
    echoGaps: [1, 2, 4, 8],
    mostReturns: 3,
    leechLapses: 8,
  },
  zone: 'Europe/Amsterdam',
  sessionWords: 100,
  words: [],
  cursor: 'packed',
};

const NOTHING_TO_DO: Shelf<'learning-cards'> = {
  product: 'learning-cards',
  handIn: () => Promise.resolve({ more: false, settle: () => Promise.resolve() }),
  fetch: () => Promise.resolve(() => Promise.resolve()),
};

const CARDS_ALONE: Provider = { provide: WordShelf, useValue: NOTHING_TO_DO };

/** A student's device, and what the server is going to say to it. */
function beginDevice(isOnline: WritableSignal<boolean>, ...providers: (Provider | EnvironmentProviders)[]) {
  const script = new Script();
  const userId = signal(newId());
  isOnline.set(true);
  const session = { userId, role: signal('student'), wasLeft: signal(false), token: () => Promise.resolve('token') };
  TestBed.configureTestingModule({
    providers: [
      { provide: SEND, useValue: script.send },
      { provide: Session, useValue: session },
      { provide: Connection, useValue: { isOnline } },
      ...providers,
    ],
  });
  return { script, userId, sync: TestBed.inject(Sync), store: TestBed.inject(DeviceStore) };
}

function answered(results: readonly object[], more = false): Response {
  return says({ results, cards: [], cursor: 'here', more });
}

describe('handing in what was done without a connection', () => {
  const isOnline = signal(true);
  let userId: WritableSignal<string>;
  let script: Script;
  let sync: Sync;
  let device: CardsOnDevice;
  let store: DeviceStore;

  beforeEach(async () => {
    ({ script, userId, sync, store } = beginDevice(isOnline, CARDS_ALONE));
    device = TestBed.inject(CardsOnDevice);
    await device.pack(PACKAGE, 3);
  });

  /** As many more of what waits, at once: each by itself is a transaction, and two counts after it. */
  async function queueCopies(count: number): Promise<void> {
    const [first] = await store.next('thematic-cards');
    if (!first) throw new Error('nothing waits');
    const { product, fact, headword, queuedAt, state } = first;
    const { store: facts, done } = (await store.database()).transaction('facts', 'readwrite');
    for (let copy = 0; copy < count; copy += 1) {
      void facts.add({ product, fact: { ...fact, id: newId() }, headword, queuedAt, state });
    }
    await done;
  }

  const sent = async (index: number) => (await script.asked[index]?.json()) as { facts: unknown[]; cursor?: string };

  it('sends what waits, and keeps nothing of what was taken', async () => {
    await device.mark(card, 'buried');
    script.willSay(answered([{ result: 'applied' }]));
    await sync.run();
    expect((await sent(0)).facts).toHaveLength(1);
    expect(await store.next('thematic-cards')).toEqual([]);
    await vi.waitFor(() => expect(TestBed.inject(Waiting).counts()).toEqual({ waiting: 0, rejected: 0 }));
  });

  it('goes on from where the device knows, until nothing is lacked', async () => {
    script.willSay(answered([], true), answered([]));
    await sync.run();
    expect((await sent(0)).cursor).toBeUndefined();
    expect((await sent(1)).cursor).toBe('here');
  });

  it('sends at most 500 facts at once', async () => {
    await device.mark(card, 'buried');
    await queueCopies(500);
    const applied = (count: number) => answered(Array.from({ length: count }, () => ({ result: 'applied' })));
    script.willSay(applied(500), applied(1));
    await sync.run();
    expect([(await sent(0)).facts.length, (await sent(1)).facts.length]).toEqual([500, 1]);
    expect(await store.next('thematic-cards')).toEqual([]);
  });

  it('keeps what nobody has answered to, and sends the same again', async () => {
    await device.mark(card, 'buried');
    script.willSay(refuses(503, 'unavailable'), answered([{ result: 'duplicate' }]));
    await sync.run();
    expect(sync.failure()).toMatchObject({ code: 'unavailable' });
    expect(await store.next('thematic-cards')).toHaveLength(1);
    await sync.run();
    expect((await sent(1)).facts).toEqual((await sent(0)).facts);
    expect(sync.failure()).toBeUndefined();
    expect(await store.next('thematic-cards')).toEqual([]);
  });

  it('takes along anew what is older than a minute, before something of it is studied', async () => {
    await device.pack({ ...PACKAGE, packedAt: new Date(Date.now() - 50_000).toISOString() }, 3);
    script.willSay(answered([]));
    await sync.freshen();
    expect(script.asked).toHaveLength(1);

    await device.pack({ ...PACKAGE, packedAt: new Date(Date.now() - 70_000).toISOString() }, 3);
    const packedAt = new Date().toISOString();
    script.willSay(answered([]), says({ ...PACKAGE, packedAt }));
    await sync.freshen();
    expect(await store.package('thematic-cards')).toMatchObject({ packedAt });
  });

  it('begins from the beginning when its cursor is not known any more', async () => {
    await device.settle({ queued: [], results: [], cards: [], cursor: 'old' });
    script.willSay(refuses(422, 'invalid-fields'), answered([]));
    await sync.run();
    expect((await sent(1)).cursor).toBeUndefined();
  });

  it('asks for nothing without a connection', async () => {
    isOnline.set(false);
    await device.mark(card, 'buried');
    await sync.run();
    expect(script.asked).toEqual([]);
  });

  it('takes nothing of one student to the device of another', async () => {
    await store.unpack('thematic-cards');
    const pending = Promise.withResolvers<Response>();
    script.willSay(pending.promise);
    const running = sync.run();
    await vi.waitFor(() => expect(script.asked).toHaveLength(1));
    userId.set(newId());
    pending.resolve(says(PACKAGE));
    await running;
    expect(await store.package('thematic-cards')).toBeUndefined();
  });

  it('takes along anew when nothing is here, with what was met today and the exam ahead', async () => {
    await store.unpack('thematic-cards');
    const metToday = { day: '2026-03-10', words: 3, kinds: 1 };
    const exam = { on: '2026-03-20', unseen: 40, metToday: 2 };
    script.willSay(says({ ...PACKAGE, newWords: 5, metToday, exam }));
    await sync.run();
    expect(script.asked.map(({ url }) => new URL(url).pathname)).toEqual(['/api/v2/thematic-cards/offline']);
    expect(await store.package('thematic-cards')).toMatchObject({ newWords: 5, metBefore: metToday, exam });
  });
});

describe('what the school has changed', () => {
  const isOnline = signal(true);
  let script: Script;
  let store: DeviceStore;
  let sync: Sync;

  beforeEach(async () => {
    // What IndexedDB waits for is not pretended.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const sitting = provideRouter([
      { path: 'sitting', data: { isFocused: true }, children: [] },
      { path: '', children: [] },
    ]);
    ({ script, sync, store } = beginDevice(isOnline, CARDS_ALONE, sitting));
    await TestBed.inject(CardsOnDevice).pack({ ...PACKAGE, packedAt: new Date().toISOString() }, 3);
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    script.willSay(answered([]));
    await sync.start();
    TestBed.tick();
    await vi.waitFor(() => expect(script.asked).toHaveLength(1));
    await isDone();
    script.asked.length = 0;
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  const isDone = () => vi.waitFor(() => expect(sync.isRunning()).toBe(false));

  const isStale = async () => (await store.package('thematic-cards'))?.isStale;
  const asked = () => script.asked.map(({ url }) => new URL(url).pathname.split('/').at(-1));
  const tell = async () => {
    TestBed.inject(ContentChanges).tell();
    TestBed.tick();
    await vi.waitFor(async () => expect(await isStale()).toBe(true));
  };
  const anew = (newWords: number) => says({ ...PACKAGE, packedAt: new Date().toISOString(), newWords });

  it('is fetched within a minute, once for all that is told at once', async () => {
    await tell();
    await tell();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(asked()).toEqual([]);
    script.willSay(answered([]), anew(7));
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.waitFor(async () => expect(await store.package('thematic-cards')).toMatchObject({ newWords: 7 }));
    expect(await isStale()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(asked()).toEqual(['sync', 'offline']);
  });

  it('is not fetched beside a sitting, and soon after it', async () => {
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/sitting');
    await tell();
    script.willSay(answered([]));
    await vi.advanceTimersByTimeAsync(45_000);
    await vi.waitFor(() => expect(asked()).toEqual(['sync']));
    await isDone();
    script.willSay(answered([]), anew(8));
    await router.navigateByUrl('/');
    await vi.advanceTimersByTimeAsync(45_000);
    await vi.waitFor(async () => expect(await store.package('thematic-cards')).toMatchObject({ newWords: 8 }));
    expect(await isStale()).toBeUndefined();
  });

  it('is fetched with the connection when it was told without one', async () => {
    await tell();
    isOnline.set(false);
    TestBed.tick();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(asked()).toEqual([]);
    script.willSay(answered([]), anew(9));
    isOnline.set(true);
    TestBed.tick();
    await vi.waitFor(async () => expect(await store.package('thematic-cards')).toMatchObject({ newWords: 9 }));
  });
});

describe('two products on one device', () => {
  let script: Script;
  let sync: Sync;
  let words: WordsOnDevice;
  let store: DeviceStore;

  beforeEach(async () => {
    ({ script, sync, store } = beginDevice(signal(true)));
    words = TestBed.inject(WordsOnDevice);
    await TestBed.inject(CardsOnDevice).pack(PACKAGE, 3);
    await words.pack(WORDS, 3);
  });

  it('goes on with own words when cards cannot be reached', async () => {
    script.willSay(refuses(503, 'unavailable'), says({ results: [], words: [], cursor: 'now', more: false }));
    await sync.run();
    expect(sync.failure()).toMatchObject({ code: 'unavailable' });
    expect(await script.asked[1]?.json()).toMatchObject({ cursor: 'packed' });
    expect(await store.cursor('learning-cards')).toBe('now');
  });

  it('fetches own words anew when one has come into the week that is not here', async () => {
    await store.unpack('thematic-cards');
    const run = { week: '2026-W01', from: '2025-12-29', passedBefore: 0 };
    const word = { wordId: 'w', progress: { stage: 'learning', cyclesPassed: 0, run } };
    script.willSay(says(PACKAGE));
    script.willSay(
      says({ results: [], words: [word], cursor: 'now', more: false }),
      says({ ...WORDS, language: 'ru' }),
    );
    await sync.run();
    expect(script.asked.map(({ url }) => new URL(url).pathname).slice(1)).toEqual([
      '/api/v2/learning-cards/sync',
      '/api/v2/learning-cards/offline',
    ]);
    expect((await store.package('learning-cards'))?.isStale).toBeUndefined();
    expect(TestBed.inject(AnswerLanguage).now(), 'as they have set it').toBe('ru');
  });
});

import 'fake-indexeddb/auto';

import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { newId } from '@tall/api/http';

import { SEND } from '../../../core/http/open-api';
import { Connection } from '../../../core/offline/connection';
import { Waiting } from '../../../core/offline/waiting';
import { Session } from '../../../core/session/session';
import { refuses, says, Script } from '../../../../testing/script';
import { Device } from './device';
import { Sync } from './sync';

const card = { cardId: 'a', wordId: 'w', kind: 'recall' as const, word: { headword: 'het brood' } };
const PACKAGE = {
  packedAt: new Date().toISOString(),
  newWords: 20,
  scheduler: {
    algorithm: 'fsrs-6',
    parameters: 0,
    desiredRetention: 0.9,
    week: [100, 100, 100, 100, 100, 100, 100],
  },
  cards: [],
};

function answered(results: readonly object[], more = false): Response {
  return says({ results, cards: [], cursor: 'here', more });
}

describe('handing in what was done without a connection', () => {
  const isOnline = signal(true);
  const userId = signal('');
  let script: Script;
  let sync: Sync;
  let device: Device;

  beforeEach(async () => {
    script = new Script();
    isOnline.set(true);
    userId.set(newId());
    const session = { userId, role: signal('student'), token: () => Promise.resolve('token') };
    TestBed.configureTestingModule({
      providers: [
        { provide: SEND, useValue: script.send },
        { provide: Session, useValue: session },
        { provide: Connection, useValue: { isOnline } },
      ],
    });
    sync = TestBed.inject(Sync);
    device = TestBed.inject(Device);
    await device.pack(PACKAGE, 3, 0);
  });

  const sent = async (index: number) => (await script.asked[index]?.json()) as { facts: unknown[]; cursor?: string };

  it('sends what waits, and keeps nothing of what was taken', async () => {
    await device.mark(card, 'buried');
    script.willSay(answered([{ result: 'applied' }]));
    await sync.run();
    expect((await sent(0)).facts).toHaveLength(1);
    expect(await device.next()).toEqual([]);
    await vi.waitFor(() => expect(TestBed.inject(Waiting).counts()).toEqual({ waiting: 0, rejected: 0 }));
  });

  it('goes on from where the device knows, until nothing is lacked', async () => {
    script.willSay(answered([], true), answered([]));
    await sync.run();
    expect((await sent(0)).cursor).toBeUndefined();
    expect((await sent(1)).cursor).toBe('here');
  });

  it('sends at most 500 facts at once', async () => {
    for (let fact = 0; fact < 501; fact += 1) await device.mark(card, 'buried');
    const applied = (count: number) => answered(Array.from({ length: count }, () => ({ result: 'applied' })));
    script.willSay(applied(500), applied(1));
    await sync.run();
    expect([(await sent(0)).facts.length, (await sent(1)).facts.length]).toEqual([500, 1]);
    expect(await device.next()).toEqual([]);
  });

  it('keeps what nobody has answered to, and sends the same again', async () => {
    await device.mark(card, 'buried');
    script.willSay(refuses(503, 'unavailable'), answered([{ result: 'duplicate' }]));
    await sync.run();
    expect(sync.failure()).toMatchObject({ code: 'unavailable' });
    expect(await device.next()).toHaveLength(1);
    await sync.run();
    expect((await sent(1)).facts).toEqual((await sent(0)).facts);
    expect(sync.failure()).toBeUndefined();
    expect(await device.next()).toEqual([]);
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
    await device.unpack();
    const pending = Promise.withResolvers<Response>();
    script.willSay(pending.promise, says({ days: [] }));
    const running = sync.run();
    await vi.waitFor(() => expect(script.asked).toHaveLength(2));
    userId.set(newId());
    pending.resolve(says(PACKAGE));
    await running;
    expect(await device.package()).toBeUndefined();
  });

  it('takes along anew when nothing is here, with what was met today', async () => {
    await device.unpack();
    script.willSay(says({ ...PACKAGE, newWords: 5 }), says({ days: [] }));
    await sync.run();
    expect(script.asked.map(({ url }) => new URL(url).pathname)).toEqual([
      '/api/v2/thematic-cards/offline',
      '/api/v2/thematic-cards/statistics/days',
    ]);
    expect((await device.package())?.newWords).toBe(5);
  });
});

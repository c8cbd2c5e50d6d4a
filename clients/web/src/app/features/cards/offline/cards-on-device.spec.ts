import 'fake-indexeddb/auto';

import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { newId, type Schemas } from '@tall/api/http';

import { eraseDevices } from '../../../core/offline/device-databases';
import { Notices } from '../../../core/notices/notices';
import { Recordings } from '../../../core/offline/recordings';
import { Waiting } from '../../../core/offline/waiting';
import { Session } from '../../../core/session/session';
import { DeviceStore } from '../../offline/device-store';
import type { Given, SessionCard } from '../cards-api';
import { CardsOnDevice } from './cards-on-device';

type Offline = Schemas['thematicCards']['OfflineView'];

function view(cardId: string, kind: SessionCard['kind'] = 'recognition'): Offline['cards'][number] {
  const word = { headword: 'het brood', lemma: 'brood', partOfSpeech: 'noun', level: 'A1' } as SessionCard['word'];
  return {
    newWord: kind === 'recognition',
    ofExam: false,
    card: {
      cardId,
      wordId: `word-of-${cardId}`,
      kind,
      prompt: 'het brood',
      expected: 'bread',
      phase: 'new',
      word: { ...word, forms: {}, glosses: { en: 'bread' }, examples: [] },
    },
  };
}

export function offline(...cards: Offline['cards']): Offline {
  const week = [100, 100, 100, 100, 100, 100, 100];
  const scheduler = { algorithm: 'fsrs-6', parameters: 0, desiredRetention: 0.9, week };
  const metToday = { day: '2026-03-10', words: 0, kinds: 0 };
  return { packedAt: new Date().toISOString(), newWords: 20, metToday, scheduler, cards };
}

describe('the cards on a device', () => {
  const userId = signal<string | undefined>(undefined);
  const notices = { wereCorrected: vi.fn<(words: readonly string[]) => void>() };
  const recordings = { kept: vi.fn<() => Promise<ReadonlySet<string>>>() };
  let device: CardsOnDevice;
  let store: DeviceStore;
  let waiting: Waiting;

  beforeEach(async () => {
    userId.set(newId());
    notices.wereCorrected.mockReset();
    recordings.kept.mockReset().mockResolvedValue(new Set());
    TestBed.configureTestingModule({
      providers: [
        { provide: Session, useValue: { userId } },
        { provide: Recordings, useValue: recordings },
        { provide: Notices, useValue: notices },
      ],
    });
    device = TestBed.inject(CardsOnDevice);
    store = TestBed.inject(DeviceStore);
    waiting = TestBed.inject(Waiting);
    await device.pack(offline(view('a'), view('b'), view('c', 'dictation')), 3);
  });

  async function sat(): Promise<Given> {
    const sitting = await device.arrange(10, 'en');
    const [card] = sitting?.cards ?? [];
    return {
      reviewId: newId(),
      sessionId: sitting?.id ?? '',
      practice: false,
      card: card!,
      answer: { way: 'typed', text: 'bread' },
      answeredAt: new Date().toISOString(),
      durationMs: 1000,
    };
  }

  it('arranges what can be asked without a sound, and finds it again', async () => {
    const sitting = await device.arrange(10, 'en');
    expect(sitting?.cards.map(({ cardId }) => cardId)).toEqual(['a', 'b']);
    expect(await device.sitting(sitting?.id ?? '', 'en')).toEqual(sitting);
    expect(await device.sitting('another', 'en')).toBeUndefined();
    expect(await device.holding()).toMatchObject({ all: 2, due: 0, fresh: 2 });
  });

  it('notices that a word that was met has been corrected', async () => {
    const state = { cardId: 'a', phase: 'review', last: { reviewId: 'r', at: new Date().toISOString() } };
    const met = { ...view('a'), state } as Offline['cards'][number];
    await device.pack(offline(met, view('b')), 3);
    await device.pack(offline(met, view('b')), 3);
    expect(notices.wereCorrected.mock.calls.flat(2)).toEqual([]);
    const corrected = (card: typeof met) => ({
      ...card,
      card: { ...card.card, word: { ...card.card.word, headword: 'de brood' } },
    });
    await device.pack(offline(corrected(met), corrected(view('b'))), 3);
    expect(notices.wereCorrected.mock.calls.flat(2)).toEqual(['de brood']);
  });

  it('asks by ear what it has the recording of', async () => {
    const heard = view('c', 'dictation');
    const audio = { url: '/media/audio/abc.mp3', synthetic: true };
    const word = { ...heard.card.word, audio };
    await device.pack(offline({ ...heard, card: { ...heard.card, word } }), 3);
    expect(await device.sounds()).toEqual(['/media/audio/abc.mp3']);
    expect((await device.arrange(10, 'en'))?.cards).toEqual([]);
    recordings.kept.mockResolvedValue(new Set(['/media/audio/abc.mp3']));
    expect((await device.arrange(10, 'en'))?.cards).toHaveLength(1);
  });

  it('keeps an answer to be sent before it says what it was worth', async () => {
    const given = await sat();
    expect(await device.answer(given, 'en')).toMatchObject({ rating: 'good', correct: true, phase: 'learning' });
    const [queued] = await store.next('thematic-cards');
    expect(queued).toMatchObject({ state: 'waiting', headword: 'het brood' });
    expect(queued?.fact).toMatchObject({ fact: 'review', id: given.reviewId, cardId: 'a' });
    // The server does not know the sitting.
    expect(queued?.fact.body).not.toHaveProperty('sessionId');
    expect((await device.sitting(given.sessionId, 'en'))?.answered).toBe(1);
    await vi.waitFor(() => expect(waiting.counts()).toEqual({ waiting: 1, rejected: 0 }));
  });

  it('asks a card again whose answer was taken back, and sends both', async () => {
    const given = await sat();
    await device.answer(given, 'en');
    await device.takeBack(given);
    expect((await store.next('thematic-cards')).map(({ fact }) => fact.fact)).toEqual(['review', 'undo']);
    expect((await device.sitting(given.sessionId, 'en'))?.answered).toBe(0);
    expect(await device.holding()).toMatchObject({ fresh: 2 });
  });

  it('asks no card that was set aside', async () => {
    await device.mark((await sat()).card, 'suspended');
    expect((await device.arrange(10, 'en'))?.cards.map(({ cardId }) => cardId)).toEqual(['b']);
  });

  it('forgets what the server has, and keeps what it rejects to be looked at', async () => {
    const given = await sat();
    await device.answer(given, 'en');
    await device.takeBack(given);
    const queued = await store.next('thematic-cards');
    const problem = { type: 'urn:tall:problem:too-late-to-undo', title: '', status: 409, detail: '' };
    const results = [{ result: 'applied' as const }, { result: 'rejected' as const, problem }];
    await device.settle({ queued, results, cards: [], cursor: 'here' });
    expect(await store.next('thematic-cards')).toEqual([]);
    expect(await store.rejected()).toMatchObject([{ state: 'rejected', code: 'too-late-to-undo' }]);
    expect(await store.cursor('thematic-cards')).toBe('here');

    await store.retry((await store.rejected())[0]!);
    expect(await store.next('thematic-cards')).toHaveLength(1);
  });

  it('sends again what was being sent when the page was closed', async () => {
    await device.answer(await sat(), 'en');
    const before = await store.next('thematic-cards');
    const id = userId();
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [{ provide: Session, useValue: { userId: signal(id), wasLeft: signal(false) } }],
    });
    expect(await TestBed.inject(DeviceStore).next('thematic-cards')).toEqual(before);
  });

  it('keeps an answer that is not sent on top of a new package', async () => {
    const given = await sat();
    await device.answer(given, 'en');
    await device.pack(offline(view('a'), view('b')), 3);
    expect((await device.arrange(10, 'en'))?.cards.map(({ cardId }) => cardId)).toEqual(['b']);
    await store.unpack('thematic-cards');
    expect(await device.holding()).toBeUndefined();
    expect(await store.next('thematic-cards')).toHaveLength(1);
  });

  it('keeps the cards of each student apart, and erases those of others', async () => {
    await device.answer(await sat(), 'en');
    const first = userId();
    userId.set(newId());
    expect(await store.next('thematic-cards')).toEqual([]);
    await eraseDevices(userId());
    await vi.waitFor(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name);
      expect(names).not.toContain(`tall.offline.${first ?? ''}`);
    });
  });
});

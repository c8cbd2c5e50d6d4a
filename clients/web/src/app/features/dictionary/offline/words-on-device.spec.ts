import 'fake-indexeddb/auto';

import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { newId, type Schemas } from '@tall/api/http';
import { mondayOf, weekOf } from '@tall/api/words';

import { Waiting } from '../../../core/offline/waiting';
import { Session } from '../../../core/session/session';
import { DeviceStore } from '../../offline/device-store';
import type { GivenWord } from '../week-api';
import { WordsOnDevice } from './words-on-device';

type Cards = Schemas['learningCards'];

const week = weekOf(Date.now());

function word(wordId: string, more: Partial<Cards['WordView']> = {}): Cards['WordView'] {
  const at = new Date().toISOString();
  const run = { week, from: mondayOf(week), passedBefore: 0 };
  return {
    wordId,
    lemma: 'brood',
    headword: 'het brood',
    partOfSpeech: 'noun',
    noun: { articles: ['het'], plural: 'broden' },
    glosses: { en: 'bread; loaf', ru: 'хлеб' },
    contexts: [],
    tags: [],
    lists: [],
    source: { kind: 'manual' },
    addedAt: at,
    changedAt: at,
    rev: 1,
    progress: { stage: 'learning', cyclesPassed: 0, echoesPassed: 0, lapses: 0, answers: 0, correct: 0, run },
    ...more,
  };
}

function offline(...words: Cards['WordView'][]): Cards['WordOfflineView'] {
  const rules = { cycleDays: [1, 2, 4, 6], echoGaps: [1, 2, 4, 8], mostReturns: 3, leechLapses: 8 };
  return {
    packedAt: new Date().toISOString(),
    scheduler: { algorithm: 'cohort/1', ...rules },
    language: 'en',
    zone: 'Europe/Amsterdam',
    sessionWords: 100,
    words: words.map((one) => ({ word: one, questions: [] })),
    cursor: 'packed',
  };
}

describe('the own words on a device', () => {
  let words: WordsOnDevice;
  let store: DeviceStore;

  beforeEach(async () => {
    // The school's: elsewhere a week is there an hour or more before its first day is.
    vi.stubEnv('TZ', 'Europe/Amsterdam');
    const userId = signal(newId());
    TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: { userId } }] });
    words = TestBed.inject(WordsOnDevice);
    store = TestBed.inject(DeviceStore);
    await words.pack(offline(word('a'), word('b')), 3);
  });

  afterEach(() => {
    vi.unstubAllEnvs();
  });

  async function sat(text = 'bread'): Promise<GivenWord> {
    const sitting = await words.arrange('en');
    const [first] = sitting?.words ?? [];
    return {
      reviewId: newId(),
      sessionId: sitting?.sessionId ?? '',
      word: first!,
      answer: { way: 'typed', text },
      answeredAt: new Date().toISOString(),
      durationMs: 1000,
    };
  }

  it('are arranged in the order of the package, and found again', async () => {
    const sitting = await words.arrange('en');
    expect(sitting?.words.map(({ word, unmet, question }) => [word.wordId, unmet, question.prompt])).toEqual([
      ['a', true, 'het brood'],
      ['b', true, 'het brood'],
    ]);
    expect(await words.sitting(sitting?.sessionId ?? '', 'en')).toEqual(sitting);
    expect(await words.arranged(sitting?.sessionId ?? '')).toBe(true);
    expect(await words.sitting('another', 'en')).toBeUndefined();
    expect(await words.holding()).toMatchObject({ all: 2, due: 0, fresh: 2 });
  });

  it('keep an answer to be sent before they say what it was worth', async () => {
    const given = await sat();
    expect(await words.answer(given, 'en')).toMatchObject({ correct: true, step: 'passed', cyclesPassed: 1 });
    const [queued] = await store.next('learning-cards');
    expect(queued).toMatchObject({ product: 'learning-cards', state: 'waiting', headword: 'het brood' });
    expect(queued?.fact).toMatchObject({ fact: 'review', id: given.reviewId, wordId: 'a', body: { asked: 'see' } });
    // The server does not know the sitting.
    expect(queued?.fact.body).not.toHaveProperty('sessionId');
    expect(await words.sitting(given.sessionId, 'en')).toMatchObject({ done: 1 });
    await vi.waitFor(() => expect(TestBed.inject(Waiting).counts()).toEqual({ waiting: 1, rejected: 0 }));
    expect(await store.next('thematic-cards')).toEqual([]);
  });

  it('show the week as it is here', async () => {
    const given = await sat();
    await words.answer(given, 'en');
    const week = await words.thisWeek();
    expect(week?.isKept).toBe(true);
    const [one, other] = week?.words ?? [];
    expect(one).toMatchObject({ wordId: 'a', headword: 'het brood', why: 'new', cyclesPassed: 1 });
    expect(one?.askedToday).toBeUndefined();
    expect(other).toMatchObject({ wordId: 'b', cyclesPassed: 0, askedToday: 'see' });
    expect(Date.parse(week?.beginsAt ?? '')).toBeLessThanOrEqual(Date.now());
  });

  it('show no week before something was taken along', async () => {
    await store.unpack('learning-cards');
    expect(await words.thisWeek()).toBeUndefined();
  });

  it('come back in their sitting while they are wrong', async () => {
    const given = await sat('water');
    expect(await words.answer(given, 'en')).toMatchObject({ correct: false, again: 'see' });
    const sitting = await words.sitting(given.sessionId, 'en');
    expect(sitting?.words[0]).toMatchObject({ answered: true, again: true });
  });

  it('keep what was not sent on top of a new package, and drop what the server knows', async () => {
    const given = await sat();
    await words.answer(given, 'en');
    await words.pack(offline(word('a'), word('b')), 3);
    expect(await words.holding()).toMatchObject({ fresh: 1 });
    const queued = await store.next('learning-cards');
    const { progress } = (await words.sitting(given.sessionId, 'en'))!.words[0]!.word;
    const told = { queued, results: [{ result: 'applied' as const }], words: [word('a', { progress })], cursor: 'now' };
    await words.settle(told);
    expect(await store.next('learning-cards')).toEqual([]);
    expect(await store.cursor('learning-cards')).toBe('now');
    expect(await words.holding()).toMatchObject({ all: 2, fresh: 1 });
  });

  it('note what the server took, so that it is not asked here again', async () => {
    const given = await sat();
    const outcome = (await words.answer(given, 'en'))!;
    const other = { ...(await sat()), reviewId: newId() };
    await words.note(other, outcome);
    expect(await words.holding()).toMatchObject({ fresh: 0 });
    expect(await store.next('learning-cards')).toHaveLength(1);
  });

  it('leave the device when they are removed, here or elsewhere', async () => {
    await words.forget('a');
    expect(await words.holding()).toMatchObject({ all: 1 });
    const gone = word('b', { removedAt: new Date().toISOString() });
    await words.settle({ queued: [], results: [], words: [gone], cursor: 'now' });
    expect(await words.holding()).toMatchObject({ all: 0, fresh: 0 });
  });

  it('go on with a sitting of the server that is gone', async () => {
    const view = (await words.arrange('en'))!;
    const there = { ...view, sessionId: 'there', words: view.words.slice(0, 1) };
    await words.answer({ ...(await sat('water')), sessionId: 'there' }, 'en');
    expect(await words.goneOn(there, 'en')).toMatchObject({ sessionId: 'there', words: [{ again: true }] });
    const [queued] = await store.next('learning-cards');
    expect(queued?.fact.body).toMatchObject({ sessionId: 'there' });
    expect(await words.goneOn({ ...there, words: [] }, 'en')).toBeUndefined();
  });
});

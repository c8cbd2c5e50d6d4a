import { inject, Service } from '@angular/core';
import { newId, type Schemas } from '@tall/api/http';
import {
  answerOwn,
  belongsTo,
  notedOwn,
  seated,
  seats,
  type SubmittedWord,
  toldOwn,
  waitingWords,
  type Week,
  weekHere,
  weekOf,
} from '@tall/api/words';

import {
  type Package,
  type QueuedOf,
  settleFacts,
  type WordFact,
  type WordSitting,
} from '../../offline/device-database';
import { DeviceStore, SAFELY } from '../../offline/device-store';
import type { AnswerLanguageCode } from '../answer-language';
import type { GivenWord, KeptWeek, WordOutcome, WordSession } from '../week-api';

type Cards = Schemas['learningCards'];

const product = 'learning-cards';
/** What an answer does that did not pass. */
const NOT_PASSED: readonly string[] = ['kept', 'forgotten', 'set-aside'];

/** What a package holds, as it stands now. */
export interface WordHolding {
  readonly package: Package;
  readonly all: number;
  readonly due: number;
  readonly fresh: number;
}

/** What the server said to what was handed in. */
export interface WordsHandedIn {
  readonly queued: readonly QueuedOf<'learning-cards'>[];
  readonly results: readonly Cards['FactResultView'][];
  readonly words: readonly Cards['WordView'][];
  readonly cursor: string;
}

/** The own words that are kept on this device, and what was answered to them here. */
@Service()
export class WordsOnDevice {
  private readonly store = inject(DeviceStore);
  private readonly zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  /** Puts a package in the place of the one before. Answers that the server does not have yet stay on top of it. */
  async pack(view: Cards['WordOfflineView'], days: number): Promise<void> {
    const database = await this.store.database();
    const transaction = database.transaction(['words', 'packages', 'cursors', 'facts'], 'readwrite');
    const words = transaction.objectStore('words');
    const before = new Map((await words.getAll()).map((kept) => [kept.id, kept]));
    const unsent = unsentAmong(await transaction.objectStore('facts').getAll());
    await words.clear();
    for (const [place, { word, notBefore }] of view.words.entries()) {
      const log = before.get(word.wordId)?.log.filter(({ id }) => unsent.has(id)) ?? [];
      void words.put({ id: word.wordId, word, place, notBefore: notBefore ?? undefined, log });
    }
    const { packedAt, scheduler: rules, sessionWords: most } = view;
    void transaction.objectStore('packages').put({ product, packedAt, days, rules, most });
    void transaction.objectStore('cursors').put(view.cursor, product);
    await transaction.done;
    this.store.changed();
  }

  /** What is here to be studied; nothing before something was taken along. */
  async holding(): Promise<WordHolding | undefined> {
    const about = await this.store.package(product);
    const week = await this.week('en');
    return about && week && { package: about, all: week.words.length, ...waitingWords(week) };
  }

  /** The week under way, as far as it is known here. */
  async thisWeek(): Promise<KeptWeek | undefined> {
    const week = await this.week('en');
    return week && { isKept: true, ...weekHere(week) };
  }

  /** Arranges a sitting of what is asked today. */
  async arrange(language: AnswerLanguageCode): Promise<WordSession | undefined> {
    const about = await this.store.package(product);
    const week = await this.week(language);
    if (!about || !week) return undefined;
    const arrangedAt = new Date().toISOString();
    const sitting: WordSitting = { product, id: newId(), arrangedAt, places: seats(week, about.most) };
    if (sitting.places.length > 0) await (await this.store.database()).put('sittings', sitting);
    return sittingView(week, sitting);
  }

  /** A sitting that was arranged here, as it is now. */
  async sitting(id: string, language: AnswerLanguageCode): Promise<WordSession | undefined> {
    const sitting = await (await this.store.database()).get('sittings', id);
    const week = await this.week(language);
    return sitting?.product === product && week ? sittingView(week, sitting) : undefined;
  }

  /** A sitting of the server, as far as this device knows it now; nothing when its words are not here. */
  async goneOn(
    { sessionId: id, arrangedAt, words }: WordSession,
    language: AnswerLanguageCode,
  ): Promise<WordSession | undefined> {
    const week = await this.week(language);
    const places = words.map(({ word, question: { asked, contextId }, unmet }) => ({
      wordId: word.wordId,
      asked,
      unmet,
      contextId,
    }));
    if (!week?.words.some((kept) => places.some(({ wordId }) => wordId === kept.id))) return undefined;
    return sittingView(week, { product, id, arrangedAt, places });
  }

  /** Whether a sitting was arranged here. */
  async arranged(sessionId: string): Promise<boolean> {
    return (await (await this.store.database()).getKey('sittings', sessionId)) !== undefined;
  }

  /** Takes an answer: it is kept to be sent before anybody is told that it was taken. Nothing when its word is not here. */
  async answer(given: GivenWord, language: AnswerLanguageCode): Promise<WordOutcome | undefined> {
    const stores = ['words', 'facts', 'packages', 'sittings'] as const;
    const transaction = (await this.store.database()).transaction(stores, 'readwrite', SAFELY);
    const about = await transaction.objectStore('packages').get(product);
    const kept = await transaction.objectStore('words').get(given.word.word.wordId);
    if (about?.product !== product || !kept) return undefined;
    const isFromHere = (await transaction.objectStore('sittings').getKey(given.sessionId)) !== undefined;
    const taken = answerOwn(kept, submitted(given, this.zone), language, about.rules);
    const fact = factOf(given, language, this.zone, !isFromHere);
    const queuedAt = new Date().toISOString();
    void transaction.objectStore('words').put(taken.kept);
    void transaction
      .objectStore('facts')
      .add({ product, fact, headword: kept.word.headword, queuedAt, state: 'waiting' });
    await transaction.done;
    this.store.changed();
    return taken.outcome;
  }

  /** Notes an answer that the server has taken already, so that its word is not asked here as if it had not been given. */
  async note(given: GivenWord, { step, again }: WordOutcome): Promise<void> {
    const passes = !again && !NOT_PASSED.includes(step);
    const transaction = (await this.store.database()).transaction('words', 'readwrite');
    const kept = await transaction.store.get(given.word.word.wordId);
    if (kept) void transaction.store.put(notedOwn(kept, submitted(given, this.zone), passes));
    await transaction.done;
    this.store.changed();
  }

  /** A word was removed. */
  async forget(wordId: string): Promise<void> {
    await (await this.store.database()).delete('words', wordId);
    this.store.changed();
  }

  /**
   * What the server has is not sent again; what it rejects is kept to be looked at. Words that are gone leave the device. One
   * that has come into the week meanwhile comes with the next package.
   */
  async settle({ queued, results, words, cursor }: WordsHandedIn): Promise<void> {
    const stores = ['words', 'facts', 'packages', 'cursors'] as const;
    const transaction = (await this.store.database()).transaction(stores, 'readwrite', SAFELY);
    settleFacts(transaction.objectStore('facts'), queued, results);
    const unsent = unsentAmong(await transaction.objectStore('facts').getAll());
    const shelf = transaction.objectStore('words');
    const present = weekOf(Date.now());
    let isStale = false;
    for (const word of words) {
      const kept = await shelf.get(word.wordId);
      if (word.removedAt) void shelf.delete(word.wordId);
      else if (kept) void shelf.put(toldOwn(kept, word, unsent));
      else isStale ||= belongsTo(word.progress, present);
    }
    const about = await transaction.objectStore('packages').get(product);
    if (about && isStale) void transaction.objectStore('packages').put({ ...about, isStale });
    void transaction.objectStore('cursors').put(cursor, product);
    await transaction.done;
    this.store.changed();
  }

  private async week(language: AnswerLanguageCode): Promise<Week | undefined> {
    const about = await this.store.package(product);
    if (!about) return undefined;
    const words = await (await this.store.database()).getAll('words');
    return { words, rules: about.rules, now: Date.now(), zone: this.zone, language };
  }
}

/** Answers that the server was not told of, by id. */
function unsentAmong(facts: readonly { readonly state: string; readonly fact: { readonly id: string } }[]) {
  return new Set(facts.filter(({ state }) => state === 'waiting').map(({ fact }) => fact.id));
}

function sittingView(week: Week, { id, arrangedAt, places }: WordSitting): WordSession {
  return seated(week, { sessionId: id, arrangedAt, places });
}

function submitted({ reviewId, word: { question }, answer, answeredAt }: GivenWord, zone: string): SubmittedWord {
  const { asked, contextId } = question;
  return { reviewId, asked, contextId, answer, answeredAt, zone };
}

/** As a `PUT` of it would have said, so that one of which only the answer was lost counts once. */
function factOf(given: GivenWord, language: AnswerLanguageCode, zone: string, isOfServer: boolean): WordFact {
  const { word, reviewId, sessionId, answer, answeredAt, durationMs } = given;
  const { asked, contextId } = word.question;
  const sitting = isOfServer ? { sessionId } : {};
  const sentence = contextId ? { contextId } : {};
  const body = { asked, ...sentence, answer, answeredAt, durationMs, language, zone, ...sitting };
  return { fact: 'review', id: reviewId, wordId: word.word.wordId, body };
}

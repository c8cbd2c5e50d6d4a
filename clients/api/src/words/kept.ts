/** An own word on a device: what the server told of it, and what was answered here since. */

import type { Schemas } from '../http/connect';
import { studyDay } from '../scheduler/days';
import {
  type Answered,
  type Ask,
  asked,
  belongsTo,
  dueOn,
  type Progress,
  replayed,
  type Rules,
  stepped,
} from './progress';
import { type Given, judgeOwn, type OwnWord, questionOf, shown } from './question';
import { beginsAt, weekOf } from './week';

type Cards = Schemas['learningCards'];

export interface KeptWord {
  readonly id: string;
  /** As the server told it last. */
  readonly word: OwnWord;
  /** Its place in the package: unmet words are asked in this order. */
  readonly place: number;
  /** Not to be asked before this instant. */
  readonly notBefore?: string | undefined;
  /** Answers that `word` does not know yet. */
  readonly log: readonly Answered[];
}

/** What was done, as it is handed in later. */
export interface SubmittedWord {
  readonly reviewId: string;
  readonly asked: Ask;
  readonly contextId?: string | null | undefined;
  readonly answer: Given;
  readonly answeredAt: string;
  readonly zone: string;
}

/** A place of a sitting. */
export interface Seat {
  readonly wordId: string;
  readonly asked: Ask;
  readonly unmet: boolean;
  readonly contextId?: string | null | undefined;
}

/** The words of a device at an instant, to somebody who answers from a language. */
export interface Week {
  readonly words: readonly KeptWord[];
  readonly rules: Rules;
  readonly now: number;
  readonly zone: string;
  readonly language: string;
}

interface Due {
  readonly kept: KeptWord;
  readonly ask: Ask;
  /** The day of its last answer that counted; none for a word that was never met. */
  readonly since: string | undefined;
}

export function progressOf({ word, log }: KeptWord, rules: Rules): Progress {
  return replayed(word.progress, log, rules);
}

/** The places of a sitting, in the order in which to ask them. */
export function seats(week: Week, most: number): Seat[] {
  return inOrder(dueIn(week), most).map(({ kept, ask, since }) => {
    const { contextId } = questionOf(kept.word, ask, week.language);
    return { wordId: kept.id, asked: ask, unmet: since === undefined, ...(contextId && { contextId }) };
  });
}

/** How many words are asked today, and how many of them for the first time ever. */
export function waitingWords(week: Week): { readonly due: number; readonly fresh: number } {
  const due = dueIn(week);
  const fresh = due.filter(({ since }) => since === undefined).length;
  return { due: due.length - fresh, fresh };
}

/**
 * The week under way as far as a device knows it. Which words a Monday added is known to the server alone: one that went on
 * from a week before counts as new here until it has passed a cycle.
 */
export function weekHere({ words, rules, now, zone }: Week): Pick<Cards['CohortView'], 'beginsAt' | 'words'> {
  const [present, today] = [weekOf(now), studyDay(now, zone)];
  const views = [...words]
    .sort((one, other) => one.place - other.place)
    .flatMap((kept) => {
      const progress = progressOf(kept, rules);
      const why = whyIn(progress, present);
      if (!why) return [];
      const { stage, cyclesPassed } = progress;
      const [askedToday, due] = [asked(progress, present, today, rules)?.ask, dueOn(progress, present, rules)];
      const when = { ...(askedToday && { askedToday }), ...(due && { dueOn: due }) };
      return [{ wordId: kept.id, headword: kept.word.headword, why, stage, cyclesPassed, ...when }];
    });
  return { beginsAt: new Date(beginsAt(present)).toISOString(), words: views };
}

/** Why a word is in a week; nothing when it is not, or no more. */
function whyIn(progress: Progress, week: string): Cards['Why'] | undefined {
  const { stage, run, graduatedAt } = progress;
  if (stage === 'graduated' && graduatedAt && weekOf(Date.parse(graduatedAt)) === week) return 'new';
  if (!belongsTo(progress, week)) return undefined;
  if (stage === 'graduated') return 'echo';
  return run && (run.week < week || run.passedBefore > 0) ? 'carried' : 'new';
}

/** A sitting as it is now: what was removed meanwhile is left out, what was wrong comes back. */
export function seated(
  week: Week,
  {
    sessionId,
    arrangedAt,
    places,
  }: { readonly sessionId: string; readonly arrangedAt: string; readonly places: readonly Seat[] },
): Cards['WordSessionView'] {
  const [today, present] = [studyDay(week.now, week.zone), weekOf(week.now)];
  const began = Date.parse(arrangedAt);
  const words = places.flatMap((place) => {
    const kept = week.words.find(({ id }) => id === place.wordId);
    if (!kept) return [];
    const progress = progressOf(kept, week.rules);
    const wanted = asked(progress, present, today, week.rules);
    const wasTried = progress.tried?.day === today && progress.tried.asked === place.asked;
    return {
      word: { ...kept.word, progress },
      question: shown(place.asked, questionOf(kept.word, place.asked, week.language, place.contextId)),
      unmet: place.unmet,
      // The device may have sent the answer since, and then knows of it by the word alone.
      answered: wasTried || kept.log.some((one) => one.asked === place.asked && one.answeredAt >= began),
      again: wanted?.isAgain === true && wanted.ask === place.asked,
    };
  });
  return { sessionId, arrangedAt, done: words.filter((one) => one.answered && !one.again).length, words };
}

/** An answer to a word, and what came of it. */
export function answerOwn(
  kept: KeptWord,
  submitted: SubmittedWord,
  language: string,
  rules: Rules,
): { readonly kept: KeptWord; readonly outcome: Cards['WordOutcomeView'] } {
  const judged = judgeOwn(
    submitted.asked,
    questionOf(kept.word, submitted.asked, language, submitted.contextId),
    submitted.answer,
  );
  const answer = answeredBy(submitted, judged.passes);
  const { after, step } = stepped(progressOf(kept, rules), answer, rules);
  const { rating, correct, mistakes, expected } = judged;
  const day = studyDay(answer.answeredAt, answer.zone);
  const next = asked(after, weekOf(answer.answeredAt), day, rules);
  return {
    kept: notedOwn(kept, submitted, judged.passes),
    outcome: {
      rating,
      correct,
      mistakes: [...mistakes],
      expected,
      step,
      stage: after.stage,
      cyclesPassed: after.cyclesPassed,
      lapses: after.lapses,
      clamped: false,
      ...(next?.isAgain && { again: next.ask }),
    },
  };
}

/** With an answer that counts as this. */
export function notedOwn(kept: KeptWord, submitted: Omit<SubmittedWord, 'answer'>, passes: boolean): KeptWord {
  if (kept.log.some(({ id }) => id === submitted.reviewId)) return kept;
  return { ...kept, log: [...kept.log, answeredBy(submitted, passes)] };
}

/** With what the server tells now: it knows all answers but those that it was not sent. */
export function toldOwn(kept: KeptWord, word: OwnWord, unsent: ReadonlySet<string>): KeptWord {
  return { ...kept, word, log: kept.log.filter(({ id }) => unsent.has(id)) };
}

function answeredBy({ reviewId, asked, answeredAt, zone }: Omit<SubmittedWord, 'answer'>, correct: boolean): Answered {
  return { id: reviewId, asked, correct, answeredAt: Date.parse(answeredAt), zone };
}

function dueIn({ words, rules, now, zone }: Week): Due[] {
  const [week, day] = [weekOf(now), studyDay(now, zone)];
  return [...words]
    .sort((one, other) => one.place - other.place)
    .filter(({ notBefore }) => notBefore === undefined || Date.parse(notBefore) <= now)
    .flatMap((kept) => {
      const progress = progressOf(kept, rules);
      const wanted = asked(progress, week, day, rules);
      return wanted ? [{ kept, ask: wanted.ask, since: progress.tried?.day }] : [];
    });
}

/**
 * Words that were met before, the longest ago first, and between them, spread evenly, those that were not, in their order:
 * the twin of `crates/scheduler/src/cohort/session.rs`.
 */
function inOrder(due: readonly Due[], most: number): Due[] {
  const met = due
    .filter(({ since }) => since !== undefined)
    .sort((one, other) => compared(one.since, other.since) || compared(one.kept.id, other.kept.id))
    .slice(0, most);
  const unmet = due.filter(({ since }) => since === undefined).slice(0, most - met.length);
  const total = met.length + unmet.length;
  let given = 0;
  return Array.from({ length: total }, (_, at) => {
    const share = Math.floor(((at + 1) * unmet.length) / total);
    const next = share > given ? unmet[given] : met[at - given];
    given = share;
    return next;
  }).filter((one) => one !== undefined);
}

function compared(one = '', other = ''): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

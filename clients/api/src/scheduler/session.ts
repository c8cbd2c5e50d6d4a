/** Which cards a student is asked, and in which order: the twin of `crates/scheduler/src/session.rs`. */

import type { Pace } from './pace';

/** Of any five cards in a row, no two ask the same word. */
export const SAME_WORD_DISTANCE = 5;

/** How long before its step is over a card is asked when nothing else is left, in milliseconds. */
export const LEARN_AHEAD = 20 * 60_000;

/** A card that could be asked. */
export interface Candidate {
  readonly card: string;
  /** Two cards of one word are siblings. */
  readonly word: string;
  /** The predicted chance of recall of a due card; absent for one that was never asked. */
  readonly recall?: number | undefined;
}

/** How much the student wants. */
export interface Limits {
  /** Cards in all. */
  readonly cards: number;
  /** New ones among them: what is left of the day's new words. */
  readonly newCards: number;
}

/** What the student has seen already. */
export interface Sitting {
  /** Cards answered on this study day, with their words: their siblings wait until tomorrow. */
  readonly today: readonly (readonly [word: string, card: string])[];
  /** Words asked in this sitting, the latest last. */
  readonly recent: readonly string[];
}

/** A card that was answered in this sitting and is in its steps. */
export interface Returning {
  readonly card: string;
  readonly word: string;
  /** When its step is over. */
  readonly dueAt: number;
}

const NOTHING_SEEN: Sitting = { today: [], recent: [] };

/**
 * Arrange a session: due cards first, lowest predicted recall first; new ones, in the order given, spread evenly between
 * them; one card of a word a day; a word stays away for the four cards after it.
 *
 * With `time`, no more than fits into the minutes, by the student's pace; but one card, if there is any.
 */
export function arrange(
  candidates: readonly Candidate[],
  limits: Limits,
  sitting: Sitting = NOTHING_SEEN,
  time?: { readonly minutes: number; readonly pace: Pace },
): string[] {
  const [allDue, allNew] = oneCardAWord(candidates, sitting.today);
  const room = (due: readonly Candidate[]): readonly Candidate[] =>
    allNew.slice(0, Math.min(limits.newCards, limits.cards - due.length));
  const due = allDue.slice(0, limits.cards);
  if (!time) {
    return spaceOut(interleave(due, room(due)), sitting.recent);
  }
  const clock = { left: time.minutes * 60 };
  const dueInTime = whileTime(due, time.pace, clock);
  const newInTime = whileTime(room(dueInTime), time.pace, clock);
  if (dueInTime.length === 0 && newInTime.length === 0) {
    return spaceOut(interleave(due, room(due)), sitting.recent).slice(0, 1);
  }
  return spaceOut(interleave(dueInTime, newInTime), sitting.recent);
}

/**
 * The next card of a session that was begun: a card whose step is over, then the next of the order, both only when the
 * word was not among the last four; then the card whose step ends first, within `LEARN_AHEAD`.
 */
export function nextCard(
  unanswered: readonly (readonly [word: string, card: string])[],
  returning: readonly Returning[],
  recent: readonly string[],
  now: number,
): string | undefined {
  const away = new Set(tail(recent, SAME_WORD_DISTANCE - 1));
  const over = returning.filter((one) => one.dueAt <= now && !away.has(one.word));
  const soon = returning.filter((one) => one.dueAt - now <= LEARN_AHEAD);
  return first(over) ?? unanswered.find(([word]) => !away.has(word))?.[1] ?? first(soon);
}

function first(returning: readonly Returning[]): string | undefined {
  return [...returning].sort((a, b) => a.dueAt - b.dueAt || order(a.card, b.card))[0]?.card;
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function oneCardAWord(
  candidates: readonly Candidate[],
  today: Sitting['today'],
): readonly [due: Candidate[], fresh: Candidate[]] {
  const seen = new Map(today);
  const allowed = candidates.filter(({ word, card }) => (seen.get(word) ?? card) === card);
  const due = allowed
    .filter((candidate) => candidate.recall !== undefined)
    .sort((a, b) => (a.recall ?? 0) - (b.recall ?? 0) || order(a.card, b.card));
  const fresh = allowed.filter((candidate) => candidate.recall === undefined);
  const taken = new Set<string>();
  const take = ({ word }: Candidate): boolean => !taken.has(word) && Boolean(taken.add(word));
  return [due.filter(take), fresh.filter(take)];
}

function whileTime(cards: readonly Candidate[], pace: Pace, clock: { left: number }): readonly Candidate[] {
  let count = 0;
  for (const card of cards) {
    const seconds = pace.ofCard(card.recall);
    if (seconds > clock.left) {
      clock.left = 0;
      break;
    }
    clock.left -= seconds;
    count += 1;
  }
  return cards.slice(0, count);
}

/** Spread the new ones evenly, a due one first. */
function interleave(due: readonly Candidate[], fresh: readonly Candidate[]): Candidate[] {
  const total = due.length + fresh.length;
  const queue: Candidate[] = [];
  let given = 0;
  for (let place = 1; place <= total; place += 1) {
    const share = Math.floor((place * fresh.length) / total);
    const next = share > given ? fresh[given] : due[queue.length - given];
    given = share;
    if (next) {
      queue.push(next);
    }
  }
  return queue;
}

/** Take each card as early as its word allows. */
function spaceOut(queue: Candidate[], recent: readonly string[]): string[] {
  const away = SAME_WORD_DISTANCE - 1;
  const asked = tail(recent, away);
  const session: string[] = [];
  for (;;) {
    const near = tail(asked, away);
    const at = queue.findIndex(({ word }) => !near.includes(word));
    const [next] = at < 0 ? [] : queue.splice(at, 1);
    if (!next) {
      return session;
    }
    asked.push(next.word);
    session.push(next.card);
  }
}

function tail(words: readonly string[], length: number): string[] {
  return words.slice(Math.max(0, words.length - length));
}

import type { Outcome, SessionCard, SessionView } from './cards-api';
import { ALL_TOPICS } from './sitting-place';

/** How often a card that went wrong returns within one sitting. */
const MOST_RETURNS = 3;
/** At least so many others come between. */
const OTHERS_BETWEEN = 5;

/** What became of a card at its first answer in this sitting, which is the one that counts for the summary. */
export type Result = 'right' | 'almost' | 'wrong';

/** A sitting as it goes: a value, changed by making another. */
export interface Sitting {
  readonly id: string;
  readonly topicId: string;
  /** Extra practice moves no due date. */
  readonly isPractice: boolean;
  /** What is still to be asked, the next first; a card that went wrong stands in it again. */
  readonly queue: readonly SessionCard[];
  readonly total: number;
  readonly results: ReadonlyMap<string, Result>;
  /** Cards answered before this page was opened. */
  readonly before: number;
  readonly returns: ReadonlyMap<string, number>;
}

export function begin(view: SessionView): Sitting {
  const queue = view.cards.filter((card) => !card.answered && canBeAsked(card));
  return {
    id: view.id,
    topicId: view.topicId ?? ALL_TOPICS,
    isPractice: view.practice,
    queue,
    total: view.cards.filter((card) => card.answered || queue.includes(card)).length,
    results: new Map(),
    before: view.cards.filter((card) => card.answered).length,
    returns: new Map(),
  };
}

/** What this version does not know is passed over, and what is to be heard where there is no sound of it. */
function canBeAsked({ kind, word }: SessionCard): boolean {
  return kind === 'dictation' ? Boolean(word.audio) : kind !== 'unknown';
}

export function current(sitting: Sitting): SessionCard | undefined {
  return sitting.queue[0];
}

/** Cards that were asked for the first time, out of all. */
export function done(sitting: Sitting): number {
  return sitting.before + sitting.results.size;
}

/** After the answer to the current card. One that went wrong comes back a few cards on, at most {@link MOST_RETURNS} times. */
export function answered(sitting: Sitting, outcome: Pick<Outcome, 'rating' | 'correct'>): Sitting {
  const [card, ...rest] = sitting.queue;
  if (!card) return sitting;
  const returned = sitting.returns.get(card.cardId) ?? 0;
  const returns = outcome.rating === 'again' && returned < MOST_RETURNS;
  return {
    ...sitting,
    queue: returns ? rest.toSpliced(OTHERS_BETWEEN, 0, card) : rest,
    returns: returns ? new Map(sitting.returns).set(card.cardId, returned + 1) : sitting.returns,
    results: sitting.results.has(card.cardId)
      ? sitting.results
      : new Map(sitting.results).set(card.cardId, resultOf(outcome)),
  };
}

/** Without the current card, which is no longer there to be asked. */
export function passedOver(sitting: Sitting): Sitting {
  return { ...sitting, queue: sitting.queue.slice(1) };
}

export function resultOf({ rating, correct }: Pick<Outcome, 'rating' | 'correct'>): Result {
  if (rating === 'again') return 'wrong';
  return correct && rating !== 'hard' ? 'right' : 'almost';
}

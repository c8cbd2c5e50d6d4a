/** Exercises: items of seven kinds, a verdict for each, a score for the whole. */

import type { Answer } from './answer';
import { Expected } from './expected';
import { grade } from './grade';
import { DUTCH, type Policy } from './policy';
import {
  type Mistake,
  ratingOf,
  rightVerdict,
  type Span,
  type Verdict,
  verdictOf,
  withoutMercy,
  wrongVerdict,
} from './verdict';
import { lengthOf, wordsOf } from './words';

/** Parts of one response; what goes beyond makes it wrong. */
const MOST_PARTS = 100;

/** One thing that is asked. */
export type Item =
  /** A gap of a sentence, filled by typing. The sentence around it stands in the answer. */
  | { readonly kind: 'gap'; readonly answer: Answer; readonly policy?: Policy }
  /** A place to which one of several pieces is dragged: it is right, or worth nothing. */
  | { readonly kind: 'drag-and-drop'; readonly answer: Answer }
  /** Words in disorder: their order, and others that are right too. */
  | { readonly kind: 'order-words'; readonly words: readonly string[]; readonly also?: readonly (readonly string[])[] }
  /** Something to which another thing belongs. Each left side of an exercise is an item. */
  | { readonly kind: 'match'; readonly right: readonly string[] }
  /** A choice: everything in `right` must be chosen, and nothing else may be. */
  | { readonly kind: 'multiple-choice'; readonly right: readonly string[] }
  /** Something that is heard: worth a point a word, of which each mistake takes those that it spoils. */
  | { readonly kind: 'dictation'; readonly text: string; readonly policy?: Policy }
  /** An answer in own words, of which those that are right are known. */
  | { readonly kind: 'open-answer'; readonly answer: Answer; readonly policy?: Policy };

/** What a student did with an item: typed, dragged or chosen; or words in an order, or several choices; or nothing. */
export type Response = string | readonly string[] | null;

/** In half points: a right item has two, one with a mistake that shows that it is known (Hard) one. */
export interface Score {
  readonly earned: number;
  readonly possible: number;
}

export interface ItemVerdict extends Verdict {
  readonly score: Score;
}

export interface ExerciseVerdict {
  /** One for each item, in their order. */
  readonly items: readonly ItemVerdict[];
  /** Of all items. */
  readonly score: Score;
}

/**
 * What the responses to the items of an exercise are worth. Items that have no response are wrong; responses beyond the
 * items do not count.
 */
export function gradeExercise(items: readonly Item[], responses: readonly Response[]): ExerciseVerdict {
  const verdicts = items.map((item, place) => gradeItem(item, responses[place] ?? null));
  const sum = (amount: (score: Score) => number): number =>
    verdicts.reduce((total, { score }) => total + amount(score), 0);
  return { items: verdicts, score: { earned: sum((score) => score.earned), possible: sum((score) => score.possible) } };
}

/** What a response to one item is worth. */
export function gradeItem(item: Item, response: Response): ItemVerdict {
  const text = textOf(response);
  switch (item.kind) {
    case 'gap':
    case 'open-answer':
      return whole(grade(item.answer, text, item.policy));
    case 'drag-and-drop':
      return whole(withoutMercy(grade(item.answer, text)));
    case 'order-words': {
      const orders = [item.words, ...(item.also ?? [])].map((words) => words.join(' '));
      // A word that is at hand keeps its capital wherever it is put.
      return whole(withoutMercy(grade(Expected.exactly(orders), text, { ...DUTCH, case: 'ignored' })));
    }
    case 'match':
      return whole(item.right.includes(text) ? rightVerdict() : wrongVerdict(allOf(text), item.right[0] ?? ''));
    case 'multiple-choice':
      return whole(chosen(item.right, response));
    case 'dictation':
      return dictated(item.text, text, item.policy);
  }
}

/** An item that is worth one point. */
function whole(verdict: Verdict): ItemVerdict {
  const earned = verdict.rating === 'again' ? 0 : verdict.rating === 'hard' ? 1 : 2;
  return { ...verdict, score: { earned, possible: 2 } };
}

/** Each choice that is too much and each that is missing is a mistake of its own. */
function chosen(right: readonly string[], response: Response): Verdict {
  const given = partsOf(response);
  const text = textOf(response);
  if (given.length > MOST_PARTS) {
    return wrongVerdict(allOf(text), right.join(', '));
  }
  const mistakes: Mistake[] = [];
  let start = 0;
  given.forEach((part, place) => {
    const span = { start, end: start + lengthOf(part) };
    start = span.end + 1;
    if (!right.includes(part) || given.indexOf(part) < place) {
      mistakes.push({ kind: 'wrong', span, expected: '' });
    }
  });
  const end = lengthOf(text);
  for (const missing of right.filter((one) => !given.includes(one))) {
    mistakes.push({ kind: 'wrong', span: { start: end, end }, expected: missing });
  }
  return verdictOf(instead(mistakes));
}

/** One choice too much for one that is missing: the other was meant to be chosen instead. */
function instead(mistakes: readonly Mistake[]): readonly Mistake[] {
  const [superfluous, missing] = mistakes;
  const isOne =
    mistakes.length === 2 && superfluous?.expected === '' && missing !== undefined && missing.expected !== '';
  return isOne ? [{ ...superfluous, expected: missing.expected }] : mistakes;
}

function dictated(text: string, given: string, policy: Policy = DUTCH): ItemVerdict {
  const verdict = grade(Expected.exactly([text]), given, policy);
  const possible = 2 * wordsOf(text).length;
  const lost = verdict.mistakes.reduce((sum, mistake) => sum + cost(mistake), 0);
  return { ...verdict, score: { earned: Math.max(possible - lost, 0), possible } };
}

/** Half points that a mistake takes from a dictation: half a word, or all the words that it spoils. */
function cost(mistake: Mistake): number {
  return ratingOf(mistake.kind) === 'again' ? 2 * Math.max(wordsOf(mistake.expected).length, 1) : 1;
}

/** In one text. */
function textOf(response: Response): string {
  return response === null ? '' : typeof response === 'string' ? response : response.join(' ');
}

/** What was chosen: nothing, one, or several. */
function partsOf(response: Response): readonly string[] {
  if (response === null || response === '') {
    return [];
  }
  return typeof response === 'string' ? [response] : response;
}

function allOf(given: string): Span {
  return { start: 0, end: lengthOf(given) };
}

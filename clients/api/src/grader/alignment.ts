/** Which words of an answer stand for which expected words. */

import { mistakesOf } from './mistakes';
import { Pairs, type Slips } from './pairs';
import type { Variant } from './variant';
import { type Mistake, weightOf } from './verdict';
import { at, type Word } from './words';

/** A longer answer is not compared word by word. */
const MOST_WORDS = 100;

/** A step through both texts, by the expected and the given words that it passes. */
export interface Step {
  readonly expected: number;
  readonly given: number;
}

/** All steps: both, apart, together, missing, extra. Of those that weigh the same the first is taken. */
const STEPS: readonly Step[] = [
  { expected: 1, given: 1 },
  { expected: 1, given: 2 },
  { expected: 1, given: 3 },
  { expected: 2, given: 1 },
  { expected: 3, given: 1 },
  { expected: 1, given: 0 },
  { expected: 0, given: 1 },
];

/** An answer against one variant. */
export interface Alignment {
  /** How far they are apart; 0 is equal. */
  readonly weight: number;
  /** What is wrong; nothing at all when nothing of the answer is like the variant. */
  readonly mistakes: readonly Mistake[] | undefined;
}

/**
 * Compare word by word: the least weight over all ways to pair the words in order (Wagner & Fischer, 1974), where a word
 * may also stand for two or three that should be one. Words that are right and elsewhere are found afterwards.
 */
export function align(variant: Variant, given: readonly Word[]): Alignment {
  if (variant.words.length > MOST_WORDS || given.length > MOST_WORDS) {
    return { weight: Number.MAX_SAFE_INTEGER, mistakes: undefined };
  }
  const pairs = new Pairs(variant, given);
  const { weight, steps } = cheapestPath(pairs);
  const mistakes = mistakesOf(pairs, steps);
  return { weight: mistakes ? mistakes.reduce((sum, { kind }) => sum + weightOf(kind), 0) : weight, mistakes };
}

/** What is wrong with the words that a step passes; nothing at all when they do not stand for each other. */
export function slipsOf(pairs: Pairs, step: Step, expected: number, given: number): Slips | undefined {
  if (step.expected === 1 && step.given === 1) {
    return pairs.slips(expected, given);
  } else if (step.expected === 1 && step.given > 1) {
    return pairs.apart(expected, pairs.given.slice(given, given + step.given));
  } else if (step.expected > 1) {
    return pairs.together(pairs.expected.slice(expected, expected + step.expected), given);
  }
  return undefined;
}

interface Cell {
  readonly weight: number;
  /** The last step to here. */
  readonly step: Step;
}

/** The steps of the least weight, from the beginning. */
function cheapestPath(pairs: Pairs): { weight: number; steps: readonly Step[] } {
  const table: Cell[][] = [];
  for (let row = 0; row <= pairs.expected.length; row += 1) {
    const cells: Cell[] = [];
    table.push(cells);
    for (let column = 0; column <= pairs.given.length; column += 1) {
      let best: Cell | undefined;
      for (const step of STEPS) {
        const reached = reach(pairs, table, row, column, step);
        if (reached && (!best || reached.weight < best.weight)) {
          best = reached;
        }
      }
      cells.push(best ?? { weight: 0, step: at(STEPS, 0) });
    }
  }
  return { weight: at(at(table, table.length - 1), pairs.given.length).weight, steps: stepsBack(table) };
}

/** A place of the table when it is reached by this step. */
function reach(pairs: Pairs, table: readonly Cell[][], row: number, column: number, step: Step): Cell | undefined {
  const expected = row - step.expected;
  const given = column - step.given;
  const own = expected < 0 || given < 0 ? undefined : weightOfStep(pairs, step, expected, given);
  return own === undefined ? undefined : { weight: at(at(table, expected), given).weight + own, step };
}

function weightOfStep(pairs: Pairs, step: Step, expected: number, given: number): number | undefined {
  if (step.given === 0) {
    return weightOf(pairs.missesArticle(expected) ? 'article' : 'missing-word');
  }
  if (step.expected === 0) {
    return weightOf(pairs.isSuperfluousArticle(given) ? 'article' : 'extra-word');
  }
  const slips = slipsOf(pairs, step, expected, given);
  if (!slips) {
    return step.expected === 1 && step.given === 1 ? weightOf('wrong') : undefined;
  }
  return slips.reduce((sum, kind) => sum + weightOf(kind), 0);
}

function stepsBack(table: readonly Cell[][]): Step[] {
  let row = table.length - 1;
  let column = at(table, row).length - 1;
  const steps: Step[] = [];
  while (row > 0 || column > 0) {
    const { step } = at(at(table, row), column);
    row -= step.expected;
    column -= step.given;
    steps.push(step);
  }
  return steps.reverse();
}

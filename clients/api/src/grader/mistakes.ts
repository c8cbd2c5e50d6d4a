/** From the way through both texts to what is wrong. */

import { type Step, slipsOf } from './alignment';
import { following } from './dutch/spelling';
import { takeMoves } from './order';
import type { Pairs, Slips } from './pairs';
import type { Mistake, MistakeKind, Span } from './verdict';
import { at, isLonger, textOf, type Word } from './words';

/** What is wrong along a path; nothing at all when no expected word was recognised. */
export function mistakesOf(pairs: Pairs, steps: readonly Step[]): Mistake[] | undefined {
  const reading = readAlong(pairs, steps);
  bringParticlesHome(pairs, reading);
  const moves = takeMoves(pairs, reading);
  if (moves.length === 0 && !recognisesAnything(pairs, reading)) {
    return undefined;
  }
  if (moves.some((move) => move.expected.start === 0)) {
    forgetFirstCapital(reading);
  }
  const wrong = wrongOf(reading);
  const found = moves.flatMap((move) => [move.mistake, ...move.words.flatMap((pair) => mistakesOfPair(pairs, pair))]);
  for (const pair of reading.paired) {
    const isOfOtherNoun = beginsAnotherNoun(wrong, pair.expected.start);
    found.push(...mistakesOfPair(pairs, pair).filter(({ kind }) => !(isOfOtherNoun && kind === 'article')));
  }
  for (const { expected, given } of wrong) {
    found.push({ kind: 'wrong', span: at(pairs.given, given).span, expected: at(pairs.expected, expected).text });
  }
  return [...found, ...missing(pairs, reading, wrong), ...superfluous(pairs, reading, wrong)];
}

/** What became of each word. */
export interface Reading {
  readonly paired: Paired[];
  /** Expected words that have no given word like them, in order. */
  lost: Lost[];
  /** Given words that have no expected word like them, in order. */
  spare: number[];
}

/** Words from one to another, the end excluded. */
export interface Words {
  readonly start: number;
  readonly end: number;
}

/** Expected and given words that stand for each other. */
export interface Paired {
  readonly expected: Words;
  readonly given: Words;
  slips: Slips;
  /** Where the particle of a separable verb belongs. */
  particleExpected?: number;
  /** Where it was given. */
  particleGiven?: number;
}

/** An expected word without one like it. */
export interface Lost {
  readonly expected: number;
  /** Where it would have stood. */
  readonly at: number;
  /** The word that stands there for it. */
  readonly instead: number | undefined;
}

/** An expected word with the other word that stands for it. */
interface Wrong {
  readonly expected: number;
  readonly given: number;
}

function readAlong(pairs: Pairs, steps: readonly Step[]): Reading {
  const reading: Reading = { paired: [], lost: [], spare: [] };
  let expected = 0;
  let given = 0;
  for (const step of steps) {
    const slips = slipsOf(pairs, step, expected, given);
    if (slips) {
      reading.paired.push({
        expected: { start: expected, end: expected + step.expected },
        given: { start: given, end: given + step.given },
        slips,
      });
    } else {
      const instead = step.expected === 1 && step.given === 1 ? given : undefined;
      if (step.expected === 1) {
        reading.lost.push({ expected, at: placeBefore(pairs, given), instead });
      }
      if (step.given === 1) {
        reading.spare.push(given);
      }
    }
    expected += step.expected;
    given += step.given;
  }
  return reading;
}

/** Where the answer goes on at a word. */
function placeBefore(pairs: Pairs, given: number): number {
  return pairs.given[given]?.span.start ?? pairs.given.at(-1)?.span.end ?? 0;
}

/** A particle that a separable verb swallowed, or let go, is part of that mistake and none of its own. */
function bringParticlesHome(pairs: Pairs, reading: Reading): void {
  for (const pair of reading.paired) {
    if (!pair.slips.includes('separable') || pair.given.end - pair.given.start > 1) {
      continue;
    }
    const right = at(pairs.expected, pair.expected.start);
    const word = at(pairs.given, pair.given.start);
    const lost = reading.lost.findIndex((one) => isSwallowed(at(pairs.expected, one.expected), word, right));
    const spare = reading.spare.findIndex((one) => isSwallowed(at(pairs.given, one), right, word));
    if (lost >= 0) {
      pair.particleExpected = at(reading.lost.splice(lost, 1), 0).expected;
    } else if (spare >= 0) {
      pair.particleGiven = at(reading.spare.splice(spare, 1), 0);
    }
  }
}

/** Whether `whole` begins with `particle` and `part` does not. */
function isSwallowed(particle: Word, whole: Word, part: Word): boolean {
  const rest = following(particle.bare, whole.bare);
  return rest !== undefined && isLonger(rest, 1) && !part.bare.startsWith(particle.bare);
}

/** The first word has another place, and so has the capital of a sentence. */
function forgetFirstCapital(reading: Reading): void {
  for (const pair of reading.paired) {
    if (pair.expected.start === 0 || pair.given.start === 0) {
      pair.slips = pair.slips.filter((kind) => kind !== 'capital');
    }
  }
}

/** Whether any expected word was recognised. An article alone is not yet the word that was asked for. */
function recognisesAnything(pairs: Pairs, reading: Reading): boolean {
  const length = pairs.expected.length;
  const counts = ({ expected }: Paired): boolean => {
    for (let place = expected.start; place < expected.end; place += 1) {
      if (length === 1 || !pairs.missesArticle(place)) {
        return true;
      }
    }
    return false;
  };
  return length === 0 || reading.paired.some(counts);
}

function wrongOf(reading: Reading): Wrong[] {
  return reading.lost.flatMap(({ expected, instead }) =>
    instead !== undefined && reading.spare.includes(instead) ? [{ expected, given: instead }] : [],
  );
}

/**
 * Whether the noun after an article is another one. An article belongs to its noun: with another it is not wrong. Between
 * them there is room for an adjective.
 */
function beginsAnotherNoun(wrong: readonly Wrong[], article: number): boolean {
  return wrong.some(({ expected }) => expected === article + 1 || expected === article + 2);
}

function missing(pairs: Pairs, reading: Reading, wrong: readonly Wrong[]): Mistake[] {
  return reading.lost.flatMap((lost): Mistake[] => {
    const isArticle = pairs.missesArticle(lost.expected);
    const isWrong = wrong.some(({ expected }) => expected === lost.expected);
    if (isWrong || (isArticle && beginsAnotherNoun(wrong, lost.expected))) {
      return [];
    }
    const kind: MistakeKind = isArticle ? 'article' : 'missing-word';
    return [{ kind, span: { start: lost.at, end: lost.at }, expected: at(pairs.expected, lost.expected).text }];
  });
}

function superfluous(pairs: Pairs, reading: Reading, wrong: readonly Wrong[]): Mistake[] {
  return reading.spare.flatMap((spare): Mistake[] => {
    const isArticle = pairs.isSuperfluousArticle(spare);
    const isWrong = wrong.some(({ given }) => given === spare);
    const isOfOtherNoun = wrong.some(({ given }) => given === spare + 1 || given === spare + 2);
    if (isWrong || (isArticle && isOfOtherNoun)) {
      return [];
    }
    return [{ kind: isArticle ? 'article' : 'extra-word', span: at(pairs.given, spare).span, expected: '' }];
  });
}

function mistakesOfPair(pairs: Pairs, pair: Paired): Mistake[] {
  const words = pairs.given.slice(pair.given.start, pair.given.end);
  const particle = pair.particleGiven === undefined ? [] : [at(pairs.given, pair.particleGiven)];
  const span = spanning([...words, ...particle]);
  const expected = expectedText(pairs, pair);
  return pair.slips.map((kind) => ({ kind, span, expected }));
}

/** What would be right; the parts of a separable verb in their order. */
function expectedText(pairs: Pairs, { expected, particleExpected }: Paired): string {
  const own = textOf(pairs.expected.slice(expected.start, expected.end));
  if (particleExpected === undefined) {
    return own;
  }
  const particle = at(pairs.expected, particleExpected).text;
  if (particleExpected >= expected.end) {
    return particleExpected === expected.end ? `${own} ${particle}` : `${own} … ${particle}`;
  }
  return particleExpected + 1 === expected.start ? `${particle} ${own}` : `${particle} … ${own}`;
}

/** From the first to the last of these words. */
export function spanning(words: readonly Word[]): Span {
  return {
    start: words.length === 0 ? 0 : Math.min(...words.map((word) => word.span.start)),
    end: Math.max(0, ...words.map((word) => word.span.end)),
  };
}

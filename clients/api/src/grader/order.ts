/** Words that are right and stand elsewhere, and how that is called. */

import * as lists from './dutch/lists';
import { type Lost, type Paired, type Reading, spanning, type Words } from './mistakes';
import type { Pairs, Slips } from './pairs';
import { isArticle, isDutch, knownVerb, nextOf, previousOf, sentence, type Variant } from './variant';
import type { Mistake, MistakeKind } from './verdict';
import { at, textOf, type Word } from './words';

/** A subject of more words is not recognised. */
const WORDS_OF_A_SUBJECT = 3;

/** Neighbours that have changed places. */
export interface Move {
  readonly mistake: Mistake;
  /** All words from the first to the last that is concerned. */
  readonly expected: Words;
  /** The words that moved, with what else is wrong with them. */
  readonly words: readonly Paired[];
}

interface Change {
  readonly kind: MistakeKind;
  readonly expected: Words;
  readonly given: readonly number[];
  readonly words: readonly Paired[];
}

/** An expected and a given word. */
interface Place {
  readonly expected: number;
  readonly given: number;
}

/** Words that moved together. */
interface Block {
  readonly expected: { readonly start: number; end: number };
  readonly given: { readonly start: number; end: number };
  readonly slips: Slips[];
}

/** Take from a reading the words that are not missing and too much but moved. */
export function takeMoves(pairs: Pairs, reading: Reading): Move[] {
  const blocks = movedBlocks(pairs, reading);
  const moved = blocks.flatMap(placesOf);
  reading.lost = reading.lost.filter((lost) => !moved.some(({ expected }) => expected === lost.expected));
  reading.spare = reading.spare.filter((spare) => !moved.some(({ given }) => given === spare));
  const resting = reading.paired.map((pair) => ({ expected: pair.expected.start, given: pair.given.start }));
  const places = [...resting, ...moved];

  const changes: Change[] = [];
  for (const block of blocks) {
    const crossed = places.filter((place) => isCrossed(block, place));
    if (crossed.length === 0) {
      reading.paired.push(...pairedOf(block));
    } else {
      changes.push(changeOf(pairs, block, crossed));
    }
  }
  return merged(changes).map((change) => moveOf(pairs, change));
}

function placesOf(block: Block): Place[] {
  return block.slips.map((_, place) => ({ expected: block.expected.start + place, given: block.given.start + place }));
}

/** Whether a pair of words stands on the other side of this block in the answer than it should. */
function isCrossed(block: Block, { expected, given }: Place): boolean {
  const isInside = expected >= block.expected.start && expected < block.expected.end;
  return !isInside && expected < block.expected.start !== given < block.given.start;
}

function pairedOf(block: Block): Paired[] {
  return placesOf(block).map(({ expected, given }, place) => ({
    expected: { start: expected, end: expected + 1 },
    given: { start: given, end: given + 1 },
    slips: at(block.slips, place).filter((kind) => kind !== 'capital'),
  }));
}

function changeOf(pairs: Pairs, block: Block, crossed: readonly Place[]): Change {
  const expected = {
    start: Math.min(block.expected.start, ...crossed.map((place) => place.expected)),
    end: Math.max(block.expected.end, ...crossed.map((place) => place.expected + 1)),
  };
  const given = [...placesOf(block), ...crossed].map((place) => place.given);
  const kind = kindOf(pairs.variant, block.expected, crossed.length, expected);
  return { kind, expected, given, words: pairedOf(block) };
}

/** Changes that concern the same words are one. */
function merged(changes: readonly Change[]): Change[] {
  const sorted = [...changes].sort(
    (one, other) => one.expected.start - other.expected.start || one.expected.end - other.expected.end,
  );
  const found: Change[] = [];
  for (const next of sorted) {
    const last = found.at(-1);
    if (last && next.expected.start < last.expected.end) {
      found[found.length - 1] = {
        kind: last.kind === next.kind ? last.kind : 'word-order',
        expected: { start: last.expected.start, end: Math.max(last.expected.end, next.expected.end) },
        given: [...last.given, ...next.given],
        words: [...last.words, ...next.words],
      };
    } else {
      found.push(next);
    }
  }
  return found;
}

function moveOf(pairs: Pairs, { kind, expected, given, words }: Change): Move {
  const span = spanning(given.map((place) => at(pairs.given, place)));
  const text = textOf(pairs.expected.slice(expected.start, expected.end));
  return { mistake: { kind, span, expected: text }, expected, words };
}

/** Missing words that are among those that are too much: the same words first, then those with a slip. */
function movedBlocks(pairs: Pairs, reading: Reading): Block[] {
  const spare = [...reading.spare];
  const moved: (Place & { slips: Slips })[] = [];
  const isSame = (lost: Lost, given: number): boolean =>
    at(pairs.expected, lost.expected).folded === at(pairs.given, given).folded;
  const isAlike = (lost: Lost, given: number): boolean => pairs.slips(lost.expected, given) !== undefined;
  for (const way of [isSame, isAlike]) {
    for (const lost of reading.lost) {
      const found = moved.some(({ expected }) => expected === lost.expected)
        ? -1
        : spare.findIndex((given) => way(lost, given));
      if (found >= 0) {
        const given = at(spare.splice(found, 1), 0);
        moved.push({ expected: lost.expected, given, slips: pairs.slips(lost.expected, given) ?? [] });
      }
    }
  }
  moved.sort((one, other) => one.expected - other.expected);
  return inBlocks(moved).filter((block) => !isArticles(pairs.variant, block));
}

function inBlocks(moved: readonly (Place & { slips: Slips })[]): Block[] {
  const blocks: Block[] = [];
  for (const { expected, given, slips } of moved) {
    const last = blocks.at(-1);
    if (last && last.expected.end === expected && last.given.end === given) {
      last.expected.end += 1;
      last.given.end += 1;
      last.slips.push(slips);
    } else {
      blocks.push({
        expected: { start: expected, end: expected + 1 },
        given: { start: given, end: given + 1 },
        slips: [slips],
      });
    }
  }
  return blocks;
}

/** An article that is missing here and too much there has not moved. */
function isArticles(variant: Variant, block: Block): boolean {
  return placesOf(block).every(({ expected }) => isArticle(variant, expected));
}

/** How it is called that a block and what it crossed have changed places. */
function kindOf(variant: Variant, block: Words, crossed: number, all: Words): MistakeKind {
  if (block.end - block.start + crossed !== all.end - all.start) {
    return 'word-order';
  }
  let seam: number;
  if (block.start === all.start) {
    seam = block.end;
  } else if (block.end === all.end) {
    seam = block.start;
  } else {
    return 'word-order';
  }
  const first = { start: all.start, end: seam };
  const second = { start: seam, end: all.end };
  if (isMisplacedParticle(variant, first) || isMisplacedParticle(variant, second)) {
    return 'separable';
  }
  return isInversion(variant, first, second) ? 'inversion' : 'word-order';
}

/** A particle stands at the end of its clause or before *te*; elsewhere the same word is a preposition. */
function isMisplacedParticle(variant: Variant, words: Words): boolean {
  const word = onlyWord(variant, words);
  if (!word || !isDutch(variant)) {
    return false;
  }
  if (knownVerb(variant)?.particle === word.bare) {
    return true;
  }
  const next = nextOf(variant, words.start)?.folded;
  const endsClause = next === undefined || next === 'te' || lists.isConjunction(next);
  const hasPronominal = sentence(variant).some(({ folded }) => lists.isPronominalAdverb(folded));
  return lists.isParticle(word.folded) && endsClause && !hasPronominal;
}

/**
 * Whether a verb and its subject have changed places. A pronoun that is a subject always tells; for another subject the
 * sentence must begin with something that takes the verb before it.
 */
function isInversion(variant: Variant, first: Words, second: Words): boolean {
  if (!isDutch(variant)) {
    return false;
  }
  const one = onlyWord(variant, first)?.folded;
  const other = onlyWord(variant, second)?.folded;
  const isVerb = (word: string | undefined): boolean => word !== undefined && !lists.cannotBeVerb(word);
  const isSubject = (word: string | undefined): boolean => word !== undefined && lists.isSubjectOnly(word);
  if (isVerb(one)) {
    return isSubject(other) || (mayBeSubject(variant, second) && hasVerbBeforeSubject(variant, first.start));
  }
  const isAfterConjunction = lists.isSubordinating(previousOf(variant, first.start)?.folded ?? '');
  const isPronoun = one !== undefined && lists.isSubjectOrObject(one);
  return isVerb(other) && (isSubject(one) || (isPronoun && isAfterConjunction));
}

/** *Je*, *mijn broer*, *Anna*. */
function mayBeSubject(variant: Variant, words: Words): boolean {
  const first = at(variant.words, words.start);
  const length = words.end - words.start;
  return length === 1
    ? lists.isSubjectOrObject(first.folded) || /^\p{Uppercase}/u.test(first.text)
    : length <= WORDS_OF_A_SUBJECT && lists.isDeterminer(first.folded);
}

/**
 * Whether what stands before a verb in its clause takes it before its subject: nothing, as in a question, or something like
 * *morgen*.
 */
function hasVerbBeforeSubject(variant: Variant, verb: number): boolean {
  const before = [...variant.before, ...variant.words.slice(0, verb)].map((word) => word.folded);
  const [first, ...rest] = before.slice(before.findLastIndex(lists.isCoordinating) + 1);
  return (
    first === undefined ||
    lists.isSubordinating(first) ||
    (lists.comesInFront(first) && !rest.some(lists.isSubjectOnly))
  );
}

function onlyWord(variant: Variant, words: Words): Word | undefined {
  return words.end - words.start === 1 ? at(variant.words, words.start) : undefined;
}

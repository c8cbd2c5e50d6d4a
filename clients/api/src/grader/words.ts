/** Texts as words, without what does not count. Places are counted in Unicode scalar values. */

import type { Span } from './verdict';

/** A word with the forms in which it is compared. */
export interface Word {
  /** NFC; straight apostrophes, plain hyphens, `ij` as two letters. */
  readonly text: string;
  /** The same in small letters. */
  readonly folded: string;
  /** The same without diacritics. */
  readonly bare: string;
  /** Where it stands in the text. */
  readonly span: Span;
}

const SPACE = /^\p{White_Space}$/u;
/** Soft hyphens, joiners, and marks of direction. */
const INVISIBLE = /^[\u{ad}\u{61c}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{2069}\u{feff}]$/u;
/** What may stand around a word without being part of it. An apostrophe may be: *'s avonds*, *foto's*. */
const AROUND = /^[,;:()"\u{201c}\u{201d}\u{201e}\u{ab}\u{bb}]$/u;
const APOSTROPHE = /[\u{2018}\u{2019}\u{201b}\u{2bc}\u{b4}`\u{2032}]/gu;
const HYPHEN = /[\u{2010}-\u{2015}\u{2212}\u{fe58}\u{fe63}\u{ff0d}]/gu;
const ENDS_SENTENCE = /^[.!?\u{2026}]$/u;

/** An element that is there: the index has been checked. */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) {
    throw new RangeError(`no element ${index} of ${list.length}`);
  }
  return found;
}

/** Unicode scalar values. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) {
    length += 1;
  }
  return length;
}

/** Whether a text has more letters than so many. */
export function isLonger(text: string, letters: number): boolean {
  return text.length > letters && lengthOf(text) > letters;
}

function newWord(text: string, span: Span): Word {
  const small = text.toLowerCase();
  return { text, folded: small, bare: bareOf(small), span };
}

/** Neighbours written as one, without hyphens. */
export function joined(words: readonly Word[]): Word {
  const text = words.map((word) => word.text.replaceAll('-', '')).join('');
  return newWord(text, { start: words[0]?.span.start ?? 0, end: words.at(-1)?.span.end ?? 0 });
}

/** Letters, by which a word is long enough for a typo. */
export function lettersOf(word: Word): number {
  return word.text.match(/\p{Alphabetic}/gu)?.length ?? 0;
}

/** A text in small letters, spelt as words are compared. */
export function foldedOf(text: string): string {
  return plain([...text]).toLowerCase();
}

/** The same without diacritics. */
export function bareOf(folded: string): string {
  return folded.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}

/** The texts of words with a space between them. */
export function textOf(words: readonly Word[]): string {
  return words.map((word) => word.text).join(' ');
}

/**
 * The words of a text, between white space. Commas, quotes and brackets around a word do not count, nor does what ends a
 * sentence; the stops of *o.a.* do, unless they end the text.
 */
export function wordsOf(text: string): Word[] {
  const letters = [...text];
  const words: Word[] = [];
  for (let start = 0; start < letters.length;) {
    let end = start;
    while (end < letters.length && !SPACE.test(at(letters, end))) {
      end += 1;
    }
    const word = end > start ? wordIn(letters.slice(start, end), start) : undefined;
    const kept = word && !isAbbreviation(word) ? withoutStop(word) : word;
    if (kept) {
      words.push(kept);
    }
    start = end + 1;
  }
  dropFinalStop(words);
  return words;
}

/** The word in a part of a text that holds no white space, if there is one. */
function wordIn(part: readonly string[], start: number): Word | undefined {
  const first = part.findIndex((letter) => !isAround(letter));
  const last = part.findLastIndex((letter) => !isAround(letter));
  const text = first < 0 ? '' : plain(part.slice(first, last + 1));
  return text ? newWord(text, { start: start + first, end: start + last + 1 }) : undefined;
}

/** Whether a word has a stop inside: *o.a.* */
function isAbbreviation(word: Word): boolean {
  return withoutEnd(word.text, (letter) => ENDS_SENTENCE.test(letter)).includes('.');
}

function dropFinalStop(words: Word[]): void {
  for (let last = words.pop(); last; last = words.pop()) {
    const word = withoutStop(last);
    if (word) {
      words.push(word);
      return;
    }
  }
}

/** A word without what ends a sentence, if anything is left. */
function withoutStop(word: Word): Word | undefined {
  const text = withoutEnd(word.text, (letter) => ENDS_SENTENCE.test(letter) || isAround(letter));
  if (text.length === word.text.length) {
    return word;
  }
  const dropped = lengthOf(word.text.slice(text.length));
  const end = Math.max(word.span.end - dropped, word.span.start);
  return text ? newWord(text, { start: word.span.start, end }) : undefined;
}

function withoutEnd(text: string, drops: (letter: string) => boolean): string {
  const letters = [...text];
  while (letters.length > 0 && drops(at(letters, letters.length - 1))) {
    letters.pop();
  }
  return letters.join('');
}

/** NFC with one spelling for apostrophes, hyphens and `ij`, and without what cannot be seen. */
function plain(letters: readonly string[]): string {
  const text = letters.join('').normalize('NFC').replace(APOSTROPHE, "'").replace(HYPHEN, '-');
  const seen = [...text].filter((letter) => !INVISIBLE.test(letter)).join('');
  return seen.replaceAll('\u{132}', 'IJ').replaceAll('\u{133}', 'ij');
}

function isAround(letter: string): boolean {
  return AROUND.test(letter) || INVISIBLE.test(letter);
}

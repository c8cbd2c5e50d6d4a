/** What is wrong with words that stand for others. */

import { isMeantAsParticiple } from './dutch/forms';
import * as lists from './dutch/lists';
import { differsInFinalT, doubling, endsOtherwise, following, weakPastEndsOtherwise } from './dutch/spelling';
import type { MistakeKind } from './verdict';
import { isDutch, kindOfApart, knownVerb, type Role, rolesOf, sentence, type Variant } from './variant';
import { at, isLonger, joined, lengthOf, type Word } from './words';

/** From so many letters on, one wrong letter is a slip and not another word. */
const LETTERS_FOR_A_TYPO = 5;
/** Words that are written apart differ by no more letters than these from the word that they should be. */
const LETTERS_AT_A_SEAM = 3;
/** More is not told of one word. */
const MOST_SLIPS = 3;

/** What is wrong with one word that is still that word. */
export type Slips = readonly MistakeKind[];

/** A variant and an answer, with what their words are: every pair of them is looked at. */
export class Pairs {
  readonly #dutch: boolean;
  /** Of each expected word. */
  readonly #roles: readonly Role[];
  /** Particles of the sentence that is right. */
  readonly #particles: readonly string[];
  /** Particles of the answer. */
  readonly #givenParticles: readonly string[];

  constructor(
    readonly variant: Variant,
    readonly given: readonly Word[],
  ) {
    const own = knownVerb(variant)?.particle;
    const particles = (words: readonly Word[]): string[] => {
      const found = words.map((word) => word.folded).filter((word) => word === own || lists.isParticle(word));
      return [...new Set(found)];
    };
    this.#dutch = isDutch(variant);
    this.#roles = rolesOf(variant);
    this.#particles = this.#dutch ? particles(sentence(variant)) : [];
    this.#givenParticles = this.#dutch ? particles(given) : [];
  }

  get expected(): readonly Word[] {
    return this.variant.words;
  }

  /** What is wrong with a given word that stands for an expected one; nothing at all when it is another word. */
  slips(expected: number, given: number): Slips | undefined {
    const right = at(this.expected, expected);
    const word = at(this.given, given);
    const isOtherArticle =
      right.folded !== word.folded &&
      lists.isArticle(word.folded) &&
      (this.missesArticle(expected) || this.#isAllThatIsAsked(right));
    if (isOtherArticle) {
      return ['article'];
    }
    const same = this.#same(right, word);
    if (same) {
      return both(this.#capital(right, word, given), same);
    }
    return this.#dutchMistake(expected, given) ?? this.#typo(expected, given);
  }

  /** An article that is asked alone. */
  #isAllThatIsAsked(right: Word): boolean {
    return this.#dutch && this.expected.length === 1 && lists.isArticle(right.folded);
  }

  /** The same letters, up to diacritics. */
  #same(right: Word, word: Word): Slips | undefined {
    const isSame = right.folded === word.folded || (!this.#dutch && loosely(right.folded) === loosely(word.folded));
    return isSame ? [] : right.bare === word.bare ? ['diacritic'] : undefined;
  }

  /** The capital of a word whose letters are right, up to diacritics. */
  #capital(right: Word, word: Word, place: number): Slips {
    if (this.variant.policy.case !== 'minded') {
      return [];
    }
    const isUnasked = place === 0 && startsSmall(right) && withoutFirstCapital(word.text) === word.folded;
    return !isUnasked && capitals(right.text) !== capitals(word.text) ? ['capital'] : [];
  }

  /** A mistake in the Dutch of a word, the most specific that fits. */
  #dutchMistake(expected: number, given: number): Slips | undefined {
    if (!this.#dutch) {
      return undefined;
    }
    const form = (): Slips | undefined => {
      const kind = this.#form(expected, given);
      return kind && [kind];
    };
    return (
      this.#spelling(expected, at(this.expected, expected).bare, at(this.given, given).bare) ??
      this.#joined(expected, given) ??
      this.#split(expected, given) ??
      form()
    );
  }

  #spelling(expected: number, right: string, given: string): Slips | undefined {
    const isDt =
      endsOtherwise(right, given) ||
      weakPastEndsOtherwise(right, given) ||
      (at(this.#roles, expected).isVerb && differsInFinalT(right, given));
    return isDt ? ['dt'] : doublingSlips(right, given);
  }

  /** *Opbel* where *bel ... op* is right. */
  #joined(expected: number, given: number): Slips | undefined {
    const right = at(this.expected, expected).bare;
    const word = at(this.given, given).bare;
    return firstOf(this.#particles, (particle) => {
      const rest = following(particle, word);
      return rest !== undefined && isLonger(rest, 1) ? this.#separable(expected, right, rest) : undefined;
    });
  }

  /** *Bel ... op* where *opbel* is right. */
  #split(expected: number, given: number): Slips | undefined {
    const right = at(this.expected, expected).bare;
    const word = at(this.given, given).bare;
    return firstOf(this.#givenParticles, (particle) => {
      const rest = following(particle, right);
      return rest !== undefined && isLonger(rest, 1) ? this.#separable(expected, rest, word) : undefined;
    });
  }

  #separable(expected: number, right: string, given: string): Slips | undefined {
    const slips = right === given ? [] : this.#spelling(expected, right, given);
    return slips && both(['separable'], slips);
  }

  /** Another form of the same word, or one made by a wrong rule. */
  #form(expected: number, given: number): MistakeKind | undefined {
    const right = at(this.expected, expected);
    const word = at(this.given, given);
    const role = at(this.#roles, expected);
    const known = role.isFormOfKnown ? this.variant.known?.mistake(right.bare, word.bare) : undefined;
    if (known) {
      return known;
    }
    if (role.isAuxiliaryOfParticiple && lists.areDifferentAuxiliaries(right.folded, word.folded)) {
      return 'auxiliary';
    }
    return role.isParticipleOfAuxiliary && isMeantAsParticiple(right.bare, word.bare) ? 'participle' : undefined;
  }

  #typo(expected: number, given: number): Slips | undefined {
    const isLong = at(this.#roles, expected).letters >= LETTERS_FOR_A_TYPO;
    const isNear = isLong && oneEditApart(at(this.expected, expected).folded, at(this.given, given).folded);
    return isNear ? this.#slipOfTheFinger() : undefined;
  }

  #slipOfTheFinger(): Slips | undefined {
    switch (this.variant.policy.typos) {
      case 'forgiven':
        return [];
      case 'named':
        return ['typo'];
      case 'refused':
        return undefined;
    }
  }

  /** One expected word that was given as several; nothing when they are not that word. */
  apart(expected: number, given: readonly Word[]): Slips | undefined {
    const slips = this.#atASeam([at(this.expected, expected)], given);
    if (!slips) {
      return undefined;
    }
    return this.#dutch ? both([kindOfApart(this.variant, expected, at(given, 0))], slips) : this.#slipOfTheFinger();
  }

  /** Several expected words that were given as one. */
  together(expected: readonly Word[], given: number): Slips | undefined {
    const slips = this.#atASeam(expected, [at(this.given, given)]);
    if (!slips) {
      return undefined;
    }
    return this.#dutch ? both(['compound'], slips) : this.#slipOfTheFinger();
  }

  #atASeam(right: readonly Word[], given: readonly Word[]): Slips | undefined {
    const length = (words: readonly Word[]): number => words.reduce((sum, word) => sum + lengthOf(word.bare), 0);
    const first = (words: readonly Word[]): number | undefined => words[0]?.bare.codePointAt(0);
    if (first(right) !== first(given) || Math.abs(length(right) - length(given)) > LETTERS_AT_A_SEAM) {
      return undefined;
    }
    const one = joined(right);
    const other = joined(given);
    if (one.folded === '') {
      return undefined;
    }
    const doubled = (): Slips | undefined =>
      this.#dutch ? doublingSlips(one.bare, other.bare)?.slice(0, 1) : undefined;
    return this.#same(one, other) ?? doubled();
  }

  /** Whether an article is missing, and not a pronoun. */
  missesArticle(expected: number): boolean {
    return at(this.#roles, expected).isArticle;
  }

  /** Whether a given word is an article where none belongs. */
  isSuperfluousArticle(given: number): boolean {
    const next = this.given[given + 1];
    const isBeforeNoun = next !== undefined && (this.variant.isNoun || !lists.followsPronoun(next.folded));
    return this.#dutch && isBeforeNoun && lists.isArticle(at(this.given, given).folded);
  }
}

/** Both, as far as there is room. */
function both(one: Slips, other: Slips): Slips {
  return [...one, ...other].slice(0, MOST_SLIPS);
}

function doublingSlips(right: string, given: string): Slips | undefined {
  const found = doubling(right, given);
  if (!found) {
    return undefined;
  }
  return both(found.vowel ? ['vowel-doubling'] : [], found.consonant ? ['consonant-doubling'] : []);
}

function firstOf<T, R>(list: readonly T[], look: (one: T) => R | undefined): R | undefined {
  for (const one of list) {
    const found = look(one);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** As people write and dictionaries do not: a Russian *ё* as *е*, a German *ß* as *ss*, Arabic without its short vowels. */
function loosely(word: string): string {
  const letters = word.normalize('NFD').replace(/[\u{64b}-\u{652}]/gu, '');
  return letters.normalize('NFC').replaceAll('ё', 'е').replaceAll('ß', 'ss');
}

/** Where a text has capitals. */
function capitals(text: string): string {
  return [...text].map((letter) => (/^\p{Uppercase}$/u.test(letter) ? 'A' : 'a')).join('');
}

function startsSmall(word: Word): boolean {
  return word.text !== '' && !/^\p{Uppercase}/u.test(word.text);
}

/** Without the capital that a keyboard puts at the beginning; Dutch writes *IJ* as one. */
function withoutFirstCapital(text: string): string {
  const first = text.startsWith('IJ') ? 'IJ' : String.fromCodePoint(...(text === '' ? [] : [text.codePointAt(0) ?? 0]));
  return first.toLowerCase() + text.slice(first.length);
}

/** Whether one letter more, less, other, or exchanged with its neighbour makes one word of the other (Damerau, 1964). */
function oneEditApart(right: string, given: string): boolean {
  const [one, other] = withoutSameEnds([...right], [...given]);
  if (one.length <= 1 && other.length <= 1) {
    return one.length + other.length > 0;
  }
  return one.length === 2 && other.length === 2 && one[0] === other[1] && one[1] === other[0];
}

/** What is left of two words without the letters that are the same at the beginning, then at the end. */
function withoutSameEnds(one: readonly string[], other: readonly string[]): [readonly string[], readonly string[]] {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) {
    start += 1;
  }
  let end = 0;
  const room = Math.min(one.length, other.length) - start;
  while (end < room && one[one.length - 1 - end] === other[other.length - 1 - end]) {
    end += 1;
  }
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
}

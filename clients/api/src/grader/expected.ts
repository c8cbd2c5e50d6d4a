/** What is right. */

import type { Answer } from './answer';
import { type Known, knownOf } from './dutch/forms';
import { isArticle } from './dutch/lists';
import { withoutOpeners, type Policy } from './policy';
import type { Variant } from './variant';
import { at, lengthOf, type Word, wordsOf } from './words';

/** The most variants that a text is read as; what goes beyond is not accepted. */
const MOST_VARIANTS = 32;

const SPACES = /\p{White_Space}+/u;
const ENDS_IN_SPACE = /\p{White_Space}$/u;
const BEGINS_WITH_SPACE = /^\p{White_Space}/u;

/** Everything that is right. Read it once and grade many answers. */
export class Expected {
  /** As an editor wrote it, to be shown. */
  readonly text: string;
  readonly #written: readonly Word[];
  readonly #variants: readonly (readonly Word[])[];
  readonly #isNoun: boolean;
  readonly #known: Known | undefined;
  readonly #before: readonly Word[];
  readonly #after: readonly Word[];

  private constructor(text: string, variants: readonly (readonly Word[])[], answer: Partial<Answer>) {
    this.text = text;
    this.#written = wordsOf(text);
    this.#variants = variants;
    this.#isNoun = answer.articles !== undefined;
    this.#known = answer.word && knownOf(answer.word);
    this.#before = wordsOf(answer.before ?? '');
    this.#after = wordsOf(answer.after ?? '');
  }

  static of(answer: Answer): Expected {
    const { text, articles } = answer;
    const wholes = text.split(';').flatMap(wholeVariants);
    if (!articles || articles.length === 0) {
      return new Expected(text, read(wholes), answer);
    }
    const withArticles = articles.flatMap((article) => wholes.map((noun) => `${article} ${noun}`));
    return new Expected(`${articles.join('/')} ${text}`, read(withArticles), answer);
  }

  /** These texts, to the letter: no sign in them separates variants or lets a part be left out. */
  static exactly(texts: readonly string[]): Expected {
    const variants = texts
      .slice(0, MOST_VARIANTS)
      .map(wordsOf)
      .filter((words) => words.length > 0);
    return new Expected(texts[0] ?? '', variants, {});
  }

  /** Characters of the text. */
  get length(): number {
    return lengthOf(this.text);
  }

  /** Whether the answer repeats the text itself, signs and all. */
  isAsWritten(given: readonly Word[]): boolean {
    return (
      given.length === this.#written.length && given.every((word, place) => word.text === at(this.#written, place).text)
    );
  }

  /** Whether nothing but an article is asked: to know it almost is not to know it. */
  isArticleAlone(): boolean {
    const alone = (words: readonly Word[]): boolean => words.length === 1 && isArticle(at(words, 0).folded);
    return this.#variants.length > 0 && this.#variants.every(alone);
  }

  variantsUnder(policy: Required<Policy>): Variant[] {
    return this.#variants.map((words) => ({
      words: withoutOpeners(words, policy),
      isNoun: this.#isNoun,
      known: this.#known,
      before: this.#before,
      after: this.#after,
      policy,
    }));
  }
}

function read(wholes: readonly string[]): Word[][] {
  const variants: Word[][] = [];
  for (const whole of wholes) {
    for (const variant of speltOut(whole, Math.max(MOST_VARIANTS - variants.length, 0))) {
      const words = wordsOf(variant);
      if (words.length > 0 && !variants.some((other) => isSame(other, words))) {
        variants.push(words);
      }
    }
  }
  return variants;
}

function isSame(one: readonly Word[], other: readonly Word[]): boolean {
  const isSameWord = (word: Word, place: number): boolean => {
    const { text, span } = at(other, place);
    return word.text === text && word.span.start === span.start && word.span.end === span.end;
  };
  return one.length === other.length && one.every(isSameWord);
}

/** The parts between slashes that stand alone. */
function wholeVariants(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
    const before = text.slice(start, slash);
    if (ENDS_IN_SPACE.test(before) || BEGINS_WITH_SPACE.test(text.slice(slash + 1, slash + 3))) {
      parts.push(before);
      start = slash + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** Every way to read brackets and slashes inside words, at most `most`; the first has all that may be left out. */
function speltOut(text: string, most: number): string[] {
  let ways = [''];
  let rest = text;
  for (let bracket = nextBracket(rest); bracket; bracket = nextBracket(rest)) {
    const { before, inside, after } = bracket;
    ways = ways.flatMap((soFar) => [soFar + before + inside, soFar + before]).slice(0, most);
    rest = after;
  }
  const variants: string[] = [];
  for (const way of ways) {
    variants.push(...wordVariants(way + rest, Math.max(most - variants.length, 0)));
  }
  return variants.slice(0, most);
}

/** The text before, inside and after the first pair of brackets. */
function nextBracket(text: string): { before: string; inside: string; after: string } | undefined {
  const open = text.indexOf('(');
  const close = open < 0 ? -1 : text.indexOf(')', open);
  return close < 0
    ? undefined
    : { before: text.slice(0, open), inside: text.slice(open + 1, close), after: text.slice(close + 1) };
}

/** Every choice between the sides of slashes inside words, at most `most`. */
function wordVariants(text: string, most: number): string[] {
  let ways = [''];
  for (const word of text.split(SPACES)) {
    const sides = word.split('/').filter((side) => side !== '');
    if (sides.length > 0) {
      ways = ways.flatMap((soFar) => sides.map((side) => `${soFar} ${side}`)).slice(0, most);
    }
  }
  return ways;
}

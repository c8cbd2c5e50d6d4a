/** What counts as a mistake. */

import { at, type Word } from './words';

/** How strictly to compare; what is absent is as in `DUTCH`. */
export interface Policy {
  /** Dutch, whose mistakes are named by its rules, or the student's own language: a meaning. */
  readonly language?: 'dutch' | 'own';
  /** Whether capitals count. One at the very beginning, which keyboards put unasked, never does. */
  readonly case?: 'ignored' | 'minded';
  /** What one wrong letter in a word of five or more is: nothing, a mistake of its own kind, another word. */
  readonly typos?: 'forgiven' | 'named' | 'refused';
}

/** An answer in Dutch: capitals count, and every word. */
export const DUTCH: Required<Policy> = { language: 'dutch', case: 'minded', typos: 'named' };

/** A meaning in the student's own language. */
export const GLOSS: Required<Policy> = { language: 'own', case: 'ignored', typos: 'named' };

/** Words at the beginning of an English meaning that nobody is asked for. */
const OPENERS = ['to', 'the', 'a', 'an'];

/** Without one word at the beginning that nobody is asked for, where another word follows. */
export function withoutOpeners(words: readonly Word[], policy: Required<Policy>): readonly Word[] {
  const opens = policy.language === 'own' && words.length > 1 && OPENERS.includes(at(words, 0).folded);
  return opens ? words.slice(1) : words;
}

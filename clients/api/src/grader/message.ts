/** What is said about a mistake, in the student's language. */

import { EN } from './messages/en';
import { NL } from './messages/nl';
import { RU } from './messages/ru';
import type { Mistake, MistakeKind } from './verdict';

/** Of a mistake's kind; of an article and another word also that nothing was given, or that nothing belongs there. */
export type MessageKey = MistakeKind | `${'article' | 'wrong'}.${'missing' | 'extra'}`;

/** A sentence for each key, in which `{given}` and `{expected}` stand for what is wrong and what is right. */
export type Messages = Readonly<Record<MessageKey, string>>;

export const MESSAGES = { nl: NL, en: EN, ru: RU } as const satisfies Readonly<Record<string, Messages>>;

export type MessageLanguage = keyof typeof MESSAGES;

/** A key and its arguments. */
export interface Message {
  readonly key: MessageKey;
  /** The part of the answer that is wrong; empty when something is missing. */
  readonly given: string;
  /** What would be right; empty when something is too much. */
  readonly expected: string;
}

/** What to say about a mistake in the answer `given`. */
export function messageOf(mistake: Mistake, given: string): Message {
  const { start, end } = mistake.span;
  return { key: keyOf(mistake), given: [...given].slice(start, end).join(''), expected: mistake.expected };
}

function keyOf({ kind, span, expected }: Mistake): MessageKey {
  if (kind !== 'article' && kind !== 'wrong') {
    return kind;
  }
  return expected === '' ? `${kind}.extra` : span.start === span.end ? `${kind}.missing` : kind;
}

/** The sentence. */
export function say({ key, given, expected }: Message, language: MessageLanguage): string {
  const values = { given, expected };
  return MESSAGES[language][key].replace(/\{(given|expected)\}/g, (_, name: keyof typeof values) => values[name]);
}

import type { SharedWord, WrittenWord } from './shared-lists-api';

/** As many as the server takes in one list. */
export const MOST_WORDS = 200;
const LONGEST_WORD = 100;
const LONGEST_MEANING = 300;

/** Between a word and its meanings: what is typed, and what a table puts between its cells. */
const DIVIDER = /\s*[=\t]\s*/;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** What is wrong with a line, the first being 1. */
export interface LineFault {
  readonly kind: 'no-meaning' | 'too-long' | 'twice' | 'too-many';
  readonly line: number;
  readonly word: string;
}

type Glosses = WrittenWord['glosses'];

interface WordLine {
  readonly line: number;
  readonly word: string;
  readonly written: WrittenWord;
}

/** The words of a list as one types them, a word a line: `het brood = bread; loaf = хлеб`. */
export function linesOf(words: readonly SharedWord[]): string {
  return words
    .map(({ headword, glosses }) => [headword, glosses['en'], glosses['ru']].filter(Boolean).join(' = '))
    .join('\n');
}

/**
 * The words that are typed. Meanings in Cyrillic letters are Russian, others English. A word that was in the list keeps
 * what a line does not say of it: its forms, its sentences.
 */
export function wordsOf(typed: string, before: readonly SharedWord[] = []): WrittenWord[] {
  return linesIn(typed, before).map(({ written }) => written);
}

/** The first thing that the server would refuse. */
export function faultOf(typed: string, before: readonly SharedWord[] = []): LineFault | undefined {
  const seen = new Set<string>();
  for (const { line, word, written } of linesIn(typed, before)) {
    const fault = (kind: LineFault['kind']) => ({ kind, line, word });
    const meanings = Object.values(written.glosses);
    if (seen.size === MOST_WORDS) return fault('too-many');
    if (word === '' || meanings.length === 0) return fault('no-meaning');
    if (word.length > LONGEST_WORD || meanings.some((meaning) => meaning.length > LONGEST_MEANING)) {
      return fault('too-long');
    }
    if (seen.has(word.toLowerCase())) return fault('twice');
    seen.add(word.toLowerCase());
  }
  return undefined;
}

/** Lines in which something stands. */
function linesIn(typed: string, before: readonly SharedWord[]): WordLine[] {
  const known = new Map(before.map((word) => [word.headword, word]));
  return typed.split('\n').flatMap((text, index) => {
    const [word = '', ...meanings] = text.trim().split(DIVIDER).map(tidy);
    if (word === '' && meanings.length === 0) return [];
    const written = writtenWord(word, glossesOf(meanings), known.get(word));
    return [{ line: index + 1, word, written }];
  });
}

function writtenWord(word: string, glosses: Glosses, same: SharedWord | undefined): WrittenWord {
  if (!same) return { lemma: word, partOfSpeech: 'unknown', glosses };
  const { lemma, partOfSpeech = 'unknown', noun, verb, ipa, note, tags } = same;
  const others = Object.entries(same.glosses).filter(([language]) => language !== 'en' && language !== 'ru');
  const contexts = same.contexts.map(({ contextId, sentence, sourceId }) => ({ contextId, sentence, sourceId }));
  return {
    ...{ lemma, partOfSpeech, noun, verb, ipa, note, tags, contexts },
    glosses: { ...Object.fromEntries(others), ...glosses },
  };
}

function glossesOf(meanings: readonly string[]): Glosses {
  const [en = '', ru = ''] = [false, true].map((isRussian) =>
    meanings.filter((meaning) => meaning !== '' && CYRILLIC.test(meaning) === isRussian).join('; '),
  );
  return { ...(en && { en }), ...(ru && { ru }) };
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

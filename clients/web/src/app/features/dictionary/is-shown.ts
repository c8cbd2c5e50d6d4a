import type { OwnWord } from './dictionary-api';
import { glossOf } from './gloss';
import { formsOf } from './own-word-forms';

/** Whether every part of a right answer is on the screen anyway: as the word itself, its meaning or one of its forms. */
export function isShown(
  expected: string,
  word: Pick<OwnWord, 'headword' | 'glosses' | 'noun' | 'verb'>,
  glossLanguage: string,
): boolean {
  const shown = [word.headword, glossOf(word.glosses, glossLanguage)?.text, ...formsOf(word).map(([, text]) => text)];
  return shown.includes(expected) || expected.split(', ').every((part) => shown.includes(part));
}

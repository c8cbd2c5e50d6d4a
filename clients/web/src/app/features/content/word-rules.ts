import { applyEach, maxLength, pattern, required, type SchemaPath, type SchemaPathTree } from '@angular/forms/signals';

import type { Translator } from '../../core/i18n/translator';
import type { WordForm } from './item-form';

export const MOST_EXAMPLES = 5;
const SHORT = 100;
const LONG = 500;
/** Eight meanings of a hundred characters, and what divides them. */
const GLOSSES = 820;

/** What can be said of a word before the server looks at it. */
export function wordRules({ word }: SchemaPathTree<WordForm>, t: Translator['t']): void {
  pattern(word.key, /^[a-z0-9-]*$/, { message: () => t('field.not-a-slug') });
  short(word.key, word.ipa, word.noun.plural, word.noun.diminutive, word.verb.particle);
  short(word.adjective.inflected, word.adjective.comparative, word.adjective.superlative);
  short(word.lemma, word.verb.pastSingular, word.verb.pastPlural, word.verb.participle);
  required(word.lemma);
  for (const form of [word.verb.pastSingular, word.verb.pastPlural, word.verb.participle]) {
    required(form, { when: ({ valueOf }) => valueOf(word.partOfSpeech) === 'verb' });
  }
  for (const gloss of [word.glosses.en, word.glosses.ru]) {
    required(gloss);
    maxLength(gloss, GLOSSES);
  }
  applyEach(word.examples, (example) => {
    for (const text of [example.nl, example.translations.en, example.translations.ru]) {
      required(text);
      maxLength(text, LONG);
    }
  });
}

function short(...paths: SchemaPath<string>[]): void {
  for (const path of paths) maxLength(path, SHORT);
}

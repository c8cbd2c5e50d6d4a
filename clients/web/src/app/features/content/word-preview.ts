import { Component, computed, inject, input } from '@angular/core';

import { Translator } from '../../core/i18n/translator';
import type { WordView } from '../cards/cards-api';
import { Headword } from '../cards/headword';
import { WordDetails } from '../cards/word-details';
import type { WordForm } from './item-form';

/** A word as a student will see it once it is published, while it is written. */
@Component({
  selector: 'tall-word-preview',
  imports: [Headword, WordDetails],
  template: `
    <section class="panel stack" [attr.aria-label]="t('preview.title')">
      <h2>{{ t('preview.title') }}</h2>
      @if (word().lemma) {
        <p class="word"><tall-headword [text]="word().headword" /></p>
        <tall-word-details [word]="word()" [language]="language()" />
      } @else {
        <p class="soft">{{ t('preview.nothing') }}</p>
      }
    </section>
  `,
  styles: `
    .word {
      font-size: 1.75rem;
      font-weight: 620;
      overflow-wrap: anywhere;
    }
  `,
})
export class WordPreview {
  readonly of = input.required<WordForm>();

  private readonly translator = inject(Translator);
  protected readonly t = this.translator.t;
  protected readonly language = computed(() => (this.translator.language() === 'ru' ? 'ru' : 'en'));
  protected readonly word = computed(() => previewOf(this.of()));
}

/** What the cards will say of it. */
export function previewOf({ word }: WordForm): WordView {
  return {
    lemma: word.lemma,
    headword: headwordOf(word),
    partOfSpeech: word.partOfSpeech,
    level: word.level,
    forms: shownForms(word),
    glosses: word.glosses,
    examples: word.examples.filter(({ nl }) => nl !== '').map(({ nl, translations }) => ({ text: nl, translations })),
    ...(word.ipa !== '' && { ipa: word.ipa }),
  };
}

function headwordOf({ partOfSpeech, lemma, noun, verb }: WordForm['word']): string {
  if (partOfSpeech === 'noun') return `${noun.articles} ${lemma}`;
  return partOfSpeech === 'verb' && verb.reflexive === 'yes' ? `zich ${lemma}` : lemma;
}

function shownForms({ partOfSpeech, noun, verb, adjective }: WordForm['word']): Record<string, string> {
  const all: Partial<Record<typeof partOfSpeech, Record<string, string>>> = {
    noun: { plural: noun.plural, diminutive: noun.diminutive },
    verb: {
      pastSingular: verb.pastSingular,
      pastPlural: verb.pastPlural,
      participle: verb.participle,
      auxiliary: verb.auxiliaries,
      particle: verb.particle,
    },
    adjective,
  };
  return Object.fromEntries(Object.entries(all[partOfSpeech] ?? {}).filter(([, text]) => text !== ''));
}

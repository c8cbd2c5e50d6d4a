import { Component, computed, inject, input } from '@angular/core';

import { Translator } from '../../core/i18n/translator';
import { DictionaryApi, type OwnWord } from './dictionary-api';
import { formsOf } from './own-word-forms';
import { glossOf } from './gloss';
import { MarkedSentence } from './marked-sentence';

/** What is worth knowing of an own word once it was asked: meaning, sound, forms, a sentence, what its student noted. */
@Component({
  selector: 'tall-own-word-details',
  imports: [MarkedSentence],
  template: `
    <p>
      @if (gloss(); as meaning) {
        <span [lang]="meaning.language">{{ meaning.text }}</span>
      }
      @if (word().ipa; as ipa) {
        <span class="soft" lang="nl"> [{{ ipa }}]</span>
      }
    </p>
    @if (forms().length > 0) {
      <p class="row">
        @for (form of forms(); track form.name) {
          <span
            ><span class="soft">{{ form.name }}</span
            >&ngsp;<span lang="nl">{{ form.text }}</span></span
          >
        }
      </p>
    }
    @if (context(); as met) {
      <p><tall-sentence [of]="met.sentence" /></p>
      @if (met.sentence.translation; as translation) {
        <p class="small soft">{{ translation }}</p>
      }
    }
    @if (word().note; as note) {
      <p class="small soft">{{ note }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
      overflow-wrap: anywhere;
    }
    .row {
      justify-content: inherit;
    }
  `,
})
export class OwnWordDetails {
  readonly word = input.required<OwnWord>();

  private readonly t = inject(Translator).t;
  private readonly dictionary = inject(DictionaryApi);
  protected readonly gloss = computed(() => glossOf(this.word().glosses, this.dictionary.glossLanguage()));
  protected readonly context = computed(() => this.word().contexts[0]);
  protected readonly forms = computed(() => formsOf(this.word()).map(([name, text]) => ({ name: this.t(name), text })));
}

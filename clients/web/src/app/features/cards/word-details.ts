import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { MessageKey } from '../../core/i18n/message-key';
import { Translator } from '../../core/i18n/translator';
import { Session } from '../../core/session/session';
import type { GlossLanguage, WordView } from './cards-api';
import { PlayButton } from './play-button';

/** What is worth knowing of a word once it was asked: meaning, sound, forms, a sentence. */
@Component({
  selector: 'tall-word-details',
  imports: [PlayButton, RouterLink],
  template: `
    <p>
      <span [lang]="language()">{{ word().glosses[language()] }}</span>
      @if (word().ipa; as ipa) {
        <span class="soft" lang="nl"> [{{ ipa }}]</span>
      }
    </p>
    @if (word().audio; as audio) {
      <p><tall-play-button [of]="audio" /></p>
    }
    @if (forms().length > 0) {
      <p class="forms">
        @for (form of forms(); track form.name) {
          <span>
            <span class="soft">{{ form.name }}</span>&ngsp;
            <span lang="nl">{{ form.text }}</span>
          </span>
        }
      </p>
    }
    @if (example(); as sentence) {
      <blockquote>
        <p lang="nl">{{ sentence.text }}</p>
        <p class="small soft" [lang]="language()">{{ sentence.translations[language()] }}</p>
        @if (isStudent()) {
          <p class="small">
            <a
              routerLink="/dictionary/new"
              [queryParams]="{ text: sentence.text, translation: sentence.translations[language()] }"
              >{{ t('card.add-word') }}</a
            >
          </p>
        }
      </blockquote>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
    }
    .forms {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 1.25rem;
    }
    blockquote {
      margin: 0;
      padding: 0.25rem 0 0.25rem 1rem;
      border-inline-start: 3px solid var(--tall-line);
    }
  `,
})
export class WordDetails {
  readonly word = input.required<WordView>();
  readonly language = input.required<GlossLanguage>();

  private readonly translator = inject(Translator);
  private readonly session = inject(Session);
  protected readonly t = this.translator.t;
  /** Who writes cards looks at them too, and has no words of their own. */
  protected readonly isStudent = computed(() => this.session.role() === 'student');
  protected readonly example = computed(() => this.word().examples[0]);
  protected readonly forms = computed(() =>
    Object.entries(this.word().forms).flatMap(([name, text]) => {
      const key: MessageKey | undefined = this.translator.known(`form.${name}`);
      return key ? [{ name: this.t(key), text }] : [];
    }),
  );
}

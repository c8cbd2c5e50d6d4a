import { afterNextRender, Component, computed, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Translator } from '../../core/i18n/translator';
import { AnswerMark } from '../cards/answer-mark';
import { Headword } from '../cards/headword';
import { resultOf } from '../cards/sitting';
import { DictionaryApi } from './dictionary-api';
import { joinedAnswer } from './joined-answer';
import { isShown } from './is-shown';
import { OwnWordDetails } from './own-word-details';
import type { SessionWord, WordAnswer, WordOutcome } from './week-api';

/** What an answer to an own word was worth, and what is right. */
@Component({
  selector: 'tall-word-verdict',
  imports: [AnswerMark, Headword, OwnWordDetails, RouterLink],
  template: `
    <tall-answer-mark
      [result]="result()"
      [typed]="joined().text"
      [mistakes]="joined().mistakes"
      [language]="word().question.asked === 'see' ? glossLanguage : 'nl'"
    />
    <section class="stack" [attr.aria-label]="t('verdict.word')">
      <p class="expected"><tall-headword [text]="word().word.headword" /></p>
      @if (isExpectedToTell()) {
        <p>{{ t('mistake.wrong', { expected: outcome().expected }) }}</p>
      }
      <tall-own-word-details [word]="word().word" />
      <p class="small soft">{{ t('own-word.cycles') }}: {{ outcome().cyclesPassed }}</p>
      @if (outcome().again) {
        <p class="small soft">{{ t('verdict.soon') }}</p>
      }
    </section>
    @if (from(); as sitting) {
      <a
        class="edit"
        [routerLink]="['/dictionary/words', word().word.wordId, 'text']"
        [queryParams]="{ from: sitting }"
      >
        {{ t('dictionary.edit') }}
      </a>
    }
    <button #onward class="button filled" type="button" (click)="next.emit()">{{ t('verdict.next') }}</button>
  `,
  styleUrl: '../cards/verdict.css',
})
export class WordVerdict {
  readonly word = input.required<SessionWord>();
  readonly answer = input.required<Extract<WordAnswer, { way: 'typed' }>>();
  readonly outcome = input.required<WordOutcome>();
  /** The sitting to come back to when the word was put right; none where it cannot be just now. */
  readonly from = input<string>();
  readonly next = output();

  protected readonly t = inject(Translator).t;
  protected readonly glossLanguage = inject(DictionaryApi).glossLanguage();
  private readonly onward = viewChild.required<ElementRef<HTMLElement>>('onward');
  protected readonly result = computed(() => resultOf(this.outcome()));
  protected readonly joined = computed(() => joinedAnswer(this.answer(), this.outcome().mistakes));
  protected readonly isExpectedToTell = computed(
    () => this.result() !== 'right' && !isShown(this.outcome().expected, this.word().word, this.glossLanguage),
  );

  constructor() {
    afterNextRender(() => this.onward().nativeElement.focus());
  }
}

import { afterNextRender, Component, computed, ElementRef, inject, input, output, viewChild } from '@angular/core';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { AnswerMark } from './answer-mark';
import { CardsApi, type Outcome, type SessionCard } from './cards-api';
import { Headword } from './headword';
import { resultOf } from './sitting';
import { WordDetails } from './word-details';

/** What an answer was worth, what was wrong with it, and what is right. */
@Component({
  selector: 'tall-verdict',
  imports: [AnswerMark, Headword, WordDetails],
  templateUrl: './verdict.html',
  styleUrl: './verdict.css',
  host: { '[class]': 'result()' },
})
export class Verdict {
  readonly card = input.required<SessionCard>();
  readonly typed = input.required<string>();
  readonly outcome = input.required<Outcome>();
  readonly next = output();

  protected readonly t = inject(Translator).t;
  private readonly formats = inject(Formats);
  protected readonly glossLanguage = inject(CardsApi).glossLanguage();
  private readonly onward = viewChild<string, ElementRef<HTMLElement>>('onward', { read: ElementRef });

  protected readonly isDutchAsked = computed(() => this.card().kind !== 'recognition');
  protected readonly result = computed(() => resultOf(this.outcome()));
  protected readonly returns = computed(() => {
    const { intervalDays, dueAt } = this.outcome();
    return intervalDays > 0 ? this.t('verdict.returns', { when: this.formats.span(dueAt) }) : this.t('verdict.soon');
  });

  constructor() {
    afterNextRender(() => this.onward()?.nativeElement.focus());
  }
}

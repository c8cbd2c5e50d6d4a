import { Component, computed, inject, input } from '@angular/core';

import { Translator } from '../../core/i18n/translator';
import { Icon } from '../../ui/icon';
import type { Mistake } from './cards-api';
import { piecesOf } from './marked-answer';
import type { Result } from './sitting';

const ICONS = { right: 'check', almost: 'info', wrong: 'close' } as const;

/** An answer as it was typed, with what is wrong in it. */
@Component({
  selector: 'tall-answer-mark',
  imports: [Icon],
  templateUrl: './answer-mark.html',
  styleUrl: './answer-mark.css',
  host: { role: 'status', '[class]': 'result()' },
})
export class AnswerMark {
  readonly result = input.required<Result>();
  readonly typed = input.required<string>();
  readonly mistakes = input.required<readonly Mistake[]>();
  /** In which the answer is. */
  readonly language = input.required<string>();

  private readonly translator = inject(Translator);
  protected readonly t = this.translator.t;
  protected readonly icon = computed(() => ICONS[this.result()]);
  protected readonly pieces = computed(() => piecesOf(this.typed(), this.mistakes()));
  protected readonly isExact = computed(() => this.mistakes().length === 0);

  protected explain(mistake: Mistake): string {
    const key = this.translator.known(`mistake.${mistake.kind}`) ?? 'mistake.wrong';
    return this.translator.t(key, { expected: mistake.expected });
  }
}

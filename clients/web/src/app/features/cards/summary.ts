import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';

import { Translator } from '../../core/i18n/translator';
import { Failure } from '../../ui/failure';
import { Icon } from '../../ui/icon';
import { CardsApi } from './cards-api';
import type { Result, Sitting } from './sitting';

/** How a sitting went; the first answers count. */
@Component({
  selector: 'tall-summary',
  imports: [Failure, Icon, RouterLink],
  templateUrl: './summary.html',
  styleUrl: './summary.css',
})
export class Summary {
  readonly sitting = input.required<Sitting>();

  protected readonly t = inject(Translator).t;
  private readonly cards = inject(CardsApi);
  private readonly router = inject(Router);

  protected readonly counts = computed(() => {
    const results = [...this.sitting().results.values()];
    const count = (result: Result) => results.filter((one) => one === result).length;
    return { right: count('right'), almost: count('almost'), wrong: count('wrong') };
  });
  protected readonly failure = signal<unknown>(undefined);
  /** There is nothing more to ask today. */
  protected readonly isDone = signal(false);

  protected async goOn(): Promise<void> {
    this.failure.set(undefined);
    const { topicId, total } = this.sitting();
    try {
      const next = await this.cards.arrange(topicId, { cards: Math.max(total, 10), kind: undefined });
      if (next.cards.length === 0) this.isDone.set(true);
      else await this.router.navigate(['/cards', topicId, 'sessions', next.id]);
    } catch (failure) {
      this.failure.set(failure);
    }
  }
}

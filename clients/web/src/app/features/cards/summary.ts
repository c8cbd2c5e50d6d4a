import { Component, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';

import { Translator } from '../../core/i18n/translator';
import { Failure } from '../../ui/failure';
import { Icon } from '../../ui/icon';
import { Counts } from './counts';
import { Desk } from './offline/desk';
import type { Sitting } from './sitting';

/** How a sitting went; the first answers count. */
@Component({
  selector: 'tall-summary',
  imports: [Counts, Failure, Icon, RouterLink],
  templateUrl: './summary.html',
  styleUrl: './summary.css',
})
export class Summary {
  readonly sitting = input.required<Sitting>();

  protected readonly t = inject(Translator).t;
  private readonly desk = inject(Desk);
  private readonly router = inject(Router);

  protected readonly failure = signal<unknown>(undefined);
  /** There is nothing more to ask today. */
  protected readonly isDone = signal(false);

  protected async goOn(): Promise<void> {
    this.failure.set(undefined);
    const { topicId, total } = this.sitting();
    try {
      const next = await this.desk.arrange(topicId, { cards: Math.max(total, 10), kind: undefined });
      if (next.cards.length === 0) this.isDone.set(true);
      else await this.router.navigate(['/cards', topicId, 'sessions', next.id]);
    } catch (failure) {
      this.failure.set(failure);
    }
  }
}

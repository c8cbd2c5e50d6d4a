import { Component, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';

import { Translator } from '../../core/i18n/translator';
import { Action } from '../../ui/action';
import { Failure } from '../../ui/failure';
import { CardsApi } from './cards-api';
import { ALL_TOPICS, pathOf } from './sitting-place';

/** The most that a sitting may hold. */
const MOST_CARDS = 200;

/** Begins a sitting of what waits, whatever its topic. */
@Component({
  selector: 'tall-study-due',
  imports: [Failure],
  template: `
    @if (isDone()) {
      <p class="panel" role="status">{{ t('topics.due-later') }}</p>
    } @else {
      <button [class]="'button ' + look()" type="button" [disabled]="action.isBusy()" (click)="begin()">
        {{ t('topics.study-due', { count: due() }) }}
      </button>
    }
    @if (action.failure(); as why) {
      <tall-failure [of]="why" canRetry (retried)="begin()" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
      justify-items: start;
    }
  `,
})
export class StudyDue {
  /** How many cards wait. */
  readonly due = input.required<number>();
  /** At most so long; undefined for all that waits. */
  readonly minutes = input<number>();
  readonly look = input<'filled' | 'outlined'>('filled');

  protected readonly t = inject(Translator).t;
  private readonly cards = inject(CardsApi);
  private readonly router = inject(Router);

  protected readonly action = new Action();
  /** What waits is of words that were seen today. */
  protected readonly isDone = signal(false);

  protected begin(): Promise<void> {
    return this.action.run(async () => {
      const wishes = { cards: Math.min(this.due(), MOST_CARDS), minutes: this.minutes(), kind: undefined };
      const { id, cards } = await this.cards.arrange(ALL_TOPICS, wishes);
      if (cards.length === 0) this.isDone.set(true);
      else await this.router.navigateByUrl(pathOf({ topicId: ALL_TOPICS, id }));
    });
  }
}

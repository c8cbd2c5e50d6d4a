import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';

import { Translator } from '../../core/i18n/translator';
import { Connection } from '../../core/offline/connection';
import { Failure } from '../../ui/failure';
import { Icon } from '../../ui/icon';
import { Skeleton } from '../../ui/skeleton';
import { CardForm } from './card-form';
import { CardSittings } from './card-sittings';
import { ProgressBar } from './progress-bar';
import { homeOf } from './sitting-place';
import { Study } from './study';
import { Summary } from './summary';
import { Verdict } from './verdict';

/**
 * One card at a time, and nothing else. Escape pauses: what was answered is kept, and the sitting goes on later. Control and
 * Z take the last answer back.
 */
@Component({
  selector: 'tall-sitting-page',
  imports: [CardForm, Failure, Icon, ProgressBar, RouterLink, Skeleton, Summary, Verdict],
  providers: [Study],
  templateUrl: './sitting-page.html',
  styleUrl: './sitting-page.css',
  host: { '(document:keydown.escape)': 'pause()', '(document:keydown.control.z)': 'takeBack($event)' },
})
export class SittingPage {
  readonly topicId = input.required<string>();
  readonly sessionId = input.required<string>();

  protected readonly t = inject(Translator).t;
  protected readonly study = inject(Study);
  protected readonly isOnline = inject(Connection).isOnline;
  private readonly router = inject(Router);
  private readonly sittings = inject(CardSittings);

  protected readonly home = computed(() => homeOf(this.topicId()));
  protected readonly graded = computed(() => {
    const step = this.study.step();
    return step.name === 'graded' && step.given.answer.way !== 'self-rated' ? step : undefined;
  });
  protected readonly typed = computed(() => {
    const answer = this.graded()?.given.answer;
    return answer && answer.way !== 'self-rated' ? answer.text : '';
  });

  constructor() {
    effect(() => {
      const [topicId, sessionId] = [this.topicId(), this.sessionId()];
      untracked(() => void this.study.open(topicId, sessionId));
    });
    effect(() => {
      const sitting = this.study.sitting();
      if (sitting) untracked(() => this.sittings.note(sitting));
    });
  }

  /** Inside a field that has something in it, the keys take back what was typed there. */
  protected takeBack(event: Event): void {
    if (event.target instanceof HTMLInputElement && event.target.value !== '') return;
    event.preventDefault();
    if (this.study.canTakeBack()) void this.study.takeBack();
  }

  protected pause(): void {
    void this.router.navigateByUrl(this.home());
  }
}

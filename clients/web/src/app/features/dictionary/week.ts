import { Component, computed, inject, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Action } from '../../ui/action';
import { Empty } from '../../ui/empty';
import { Failure } from '../../ui/failure';
import { Figures } from '../../ui/figures';
import { Icon } from '../../ui/icon';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Pages } from '../../ui/pages';
import { PagesEnd } from '../../ui/pages-end';
import { Headword } from '../cards/headword';
import { ProgressBar } from '../cards/progress-bar';
import { WeekApi, type WeekSummary } from './week-api';
import { CYCLES, progressOf } from './week-progress';

/** The week under way: its words, how far they are, and the one thing to do. */
@Component({
  selector: 'tall-week',
  imports: [Empty, Failure, Figures, Headword, Icon, Loaded, Page, PagesEnd, ProgressBar, RouterLink],
  templateUrl: './week.html',
  styleUrl: './week.css',
})
export class WeekPage {
  protected readonly t = inject(Translator).t;
  protected readonly formats = inject(Formats);
  private readonly api = inject(WeekApi);
  private readonly router = inject(Router);

  protected readonly cycles = CYCLES;
  protected readonly week = resource({ loader: () => this.api.current() });
  protected readonly view = computed(() => (this.week.hasValue() ? (this.week.value() ?? undefined) : undefined));
  protected readonly isNothing = computed(() => this.week.hasValue() && this.week.value() === null);
  protected readonly progress = computed(() => {
    const week = this.view();
    return week && progressOf(week, today());
  });
  protected readonly figures = computed(() => {
    const week = this.view();
    const progress = this.progress();
    if (!week || !progress) return [];
    const named = [
      [this.t('week.due'), progress.dueToday],
      [this.t('week.met'), progress.met],
      [this.t('week.learnt'), progress.learnt],
      [this.t('week.new'), week.newWords],
      [this.t('week.carried'), week.carriedWords],
      [this.t('week.echoes'), week.echoes],
    ] as const;
    return named.map(([label, count]) => ({ label, value: this.formats.amount(count) }));
  });

  protected readonly earlier = signal<Pages<WeekSummary> | undefined>(undefined);

  private readonly action = new Action();
  protected readonly isBusy = this.action.isBusy;
  protected readonly failure = this.action.failure;
  /** Nothing more is due today. */
  protected readonly isDone = signal(false);

  protected start(): Promise<void> {
    return this.action.run(async () => {
      const { sessionId, words } = await this.api.arrange();
      if (words.length === 0) this.isDone.set(true);
      else await this.router.navigate(['/dictionary/week/sessions', sessionId]);
    });
  }

  /** Fetched when somebody wants to see them. */
  protected showEarlier(): void {
    if (!this.earlier()) this.earlier.set(new Pages((cursor) => this.api.weeks(cursor)));
  }
}

/** Here, as an ISO date. */
function today(now = new Date()): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

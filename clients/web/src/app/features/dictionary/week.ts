import { Component, computed, inject, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Connection } from '../../core/offline/connection';
import { Action } from '../../ui/action';
import { Empty } from '../../ui/empty';
import { Failure } from '../../ui/failure';
import { Figures } from '../../ui/figures';
import { Icon } from '../../ui/icon';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Pages } from '../../ui/pages';
import { PagesEnd } from '../../ui/pages-end';
import { Start } from '../../ui/start';
import { Headword } from '../cards/headword';
import { ProgressBar } from '../cards/progress-bar';
import { WordDesk } from './offline/word-desk';
import { WeekApi, type WeekSummary } from './week-api';
import { CYCLES, progressOf } from './week-progress';
import { WordSittings } from './word-sittings';

/** The week under way: its words, how far they are, and the one thing to do. Without a connection, as it is kept here. */
@Component({
  selector: 'tall-week',
  imports: [Empty, Failure, Figures, Headword, Icon, Loaded, Page, PagesEnd, ProgressBar, RouterLink, Start],
  templateUrl: './week.html',
  styleUrl: './week.css',
})
export class WeekPage {
  protected readonly t = inject(Translator).t;
  protected readonly formats = inject(Formats);
  private readonly api = inject(WeekApi);
  private readonly desk = inject(WordDesk);
  private readonly isOnline = inject(Connection).isOnline;
  private readonly router = inject(Router);

  protected readonly resumable = inject(WordSittings).resumable();
  protected readonly cycles = CYCLES;
  protected readonly week = resource({ params: () => ({ isOnline: this.isOnline() }), loader: () => this.desk.week() });
  protected readonly view = computed(() => (this.week.hasValue() ? (this.week.value() ?? undefined) : undefined));
  protected readonly isNothing = computed(() => this.week.hasValue() && this.week.value() === null);
  protected readonly isKept = computed(() => 'isKept' in (this.view() ?? {}));
  protected readonly progress = computed(() => {
    const week = this.view();
    return week && progressOf(week.words);
  });
  protected readonly figures = computed(() => {
    const week = this.view();
    const progress = this.progress();
    if (!week || !progress) return [];
    const named = [
      [this.t('week.due'), progress.dueToday],
      [this.t('week.met'), progress.met],
      [this.t('week.learnt'), progress.learnt],
    ] as const;
    // Which words a Monday added, no device knows.
    const added =
      'isKept' in week
        ? []
        : ([
            [this.t('week.new'), week.newWords],
            [this.t('week.carried'), week.carriedWords],
            [this.t('week.echoes'), week.echoes],
          ] as const);
    return [...named, ...added].map(([label, count]) => ({ label, value: this.formats.amount(count) }));
  });

  protected readonly earlier = signal<Pages<WeekSummary> | undefined>(undefined);

  private readonly action = new Action();
  protected readonly isBusy = this.action.isBusy;
  protected readonly failure = this.action.failure;
  /** Nothing more is due today. */
  protected readonly isDone = signal(false);

  protected start(): Promise<void> {
    return this.action.run(async () => {
      const { sessionId, isOnDevice, words } = await this.desk.arrange();
      if (words === 0) this.isDone.set(true);
      else await this.router.navigate(['/dictionary', isOnDevice ? 'offline' : 'week', 'sessions', sessionId]);
    });
  }

  /** Fetched when somebody wants to see them. */
  protected showEarlier(): void {
    if (!this.earlier()) this.earlier.set(new Pages((cursor) => this.api.weeks(cursor)));
  }
}

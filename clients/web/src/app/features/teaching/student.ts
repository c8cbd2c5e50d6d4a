import { Component, computed, inject, input, resource } from '@angular/core';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Names } from '../../core/people/names';
import { Columns } from '../../ui/columns';
import { Figures } from '../../ui/figures';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Headword } from '../cards/headword';
import { DueColumns } from './due-columns';
import { HardWords } from './hard-words';
import { MistakeShares } from './mistake-shares';
import { NeedsList } from './needs-list';
import { lastDays } from './school-days';
import { TeachingApi } from './teaching-api';

/** As many as the server keeps. */
const DAYS = 42;

/** One student: why they need help, how they stand, what is hard for them, what they did. */
@Component({
  selector: 'tall-student',
  imports: [Columns, DueColumns, Figures, HardWords, Headword, Loaded, MistakeShares, NeedsList, Page],
  templateUrl: './student.html',
  styleUrl: './student.css',
})
export class Student {
  readonly studentId = input.required<string>();

  protected readonly t = inject(Translator).t;
  protected readonly formats = inject(Formats);
  private readonly names = inject(Names);
  private readonly teaching = inject(TeachingApi);

  protected readonly student = resource({
    params: () => this.studentId(),
    loader: async ({ params }) => {
      const [view] = await Promise.all([this.teaching.student(params), this.names.ask([params])]);
      return view;
    },
  });
  protected readonly view = computed(() => (this.student.hasValue() ? this.student.value() : undefined));
  protected readonly heading = computed(() =>
    this.view() ? this.names.of(this.studentId()) : this.t('student.title'),
  );
  protected readonly lead = computed(() => {
    const view = this.view();
    if (!view) return undefined;
    return view.lastActiveAt
      ? this.t('student.active', { when: this.formats.span(view.lastActiveAt) })
      : this.t('student.never');
  });

  protected readonly figures = computed(() => {
    const view = this.view();
    if (!view) return [];
    const kept = view.trueRetention;
    return [
      { label: this.t('progress.due'), value: this.formats.amount(view.due.today) },
      { label: this.t('progress.week-answers'), value: this.formats.amount(view.weekAnswers) },
      { label: this.t('progress.week-minutes'), value: this.formats.amount(view.weekMinutes) },
      { label: this.t('progress.retention'), value: typeof kept === 'number' ? this.formats.share(kept) : '–' },
      {
        label: this.t('progress.all-answers'),
        value: this.formats.amount(view.answers),
        detail: this.t('progress.correct', { count: view.correct }),
      },
      { label: this.t('progress.leeches'), value: this.formats.amount(view.leeches) },
    ];
  });
  protected readonly days = computed(() =>
    lastDays(this.view()?.days ?? [], DAYS, Date.now()).map((day) => ({
      name: this.formats.day(day.day),
      amount: day.answers,
      text: this.t('student.day', { answers: day.answers, minutes: day.minutes }),
    })),
  );
}

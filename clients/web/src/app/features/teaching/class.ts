import { Component, computed, DOCUMENT, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Names } from '../../core/people/names';
import { saveFile } from '../../core/save-file';
import { Columns } from '../../ui/columns';
import { Empty } from '../../ui/empty';
import { Failure } from '../../ui/failure';
import { Figures } from '../../ui/figures';
import { Icon } from '../../ui/icon';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { DueColumns } from './due-columns';
import { HardWords } from './hard-words';
import { MistakeShares } from './mistake-shares';
import { idsIn, withNames } from './named-table';
import { NeedsList } from './needs-list';
import { TeachingApi } from './teaching-api';

/** So many names can be read in ten seconds. */
const FIRST = 6;
const HARDEST = 8;

/** The own students at a glance: whom to help first and why, then how all of them stand. */
@Component({
  selector: 'tall-class',
  imports: [
    Columns,
    DueColumns,
    Empty,
    Failure,
    Figures,
    HardWords,
    Icon,
    Loaded,
    MistakeShares,
    NeedsList,
    Page,
    RouterLink,
  ],
  templateUrl: './class.html',
  styleUrl: './class.css',
})
export class Class {
  protected readonly t = inject(Translator).t;
  private readonly formats = inject(Formats);
  private readonly page = inject(DOCUMENT);
  private readonly teaching = inject(TeachingApi);
  protected readonly names = inject(Names);

  protected readonly class = resource({ loader: () => this.teaching.class() });
  protected readonly first = resource({
    loader: async () => {
      const { items } = await this.teaching.students({ needsHelp: true, limit: FIRST });
      await this.names.ask(items.map((student) => student.studentId));
      return items;
    },
  });
  protected readonly trouble = resource({
    loader: async () => {
      const [words, mistakes] = await Promise.all([this.teaching.hardWords(HARDEST), this.teaching.mistakes()]);
      return { words, mistakes };
    },
  });

  protected readonly view = computed(() => (this.class.hasValue() ? this.class.value() : undefined));
  /** Until it is known, as with a class of some: nothing on the screen jumps. */
  protected readonly hasStudents = computed(() => this.view()?.students !== 0);
  protected readonly urgent = computed(() => (this.first.hasValue() ? this.first.value() : []));
  protected readonly troubles = computed(() => (this.trouble.hasValue() ? this.trouble.value() : undefined));
  protected readonly lead = computed(() => {
    const view = this.view();
    return view && view.students > 0
      ? this.t('class.lead', { help: view.needHelp, students: view.students })
      : undefined;
  });

  protected readonly figures = computed(() => {
    const view = this.view();
    if (!view) return [];
    return [
      {
        label: this.t('class.active'),
        value: this.formats.amount(view.active),
        detail: this.t('class.of-all', { all: view.students }),
      },
      { label: this.t('progress.week-answers'), value: this.formats.amount(view.weekAnswers) },
      { label: this.t('progress.week-minutes'), value: this.formats.amount(view.weekMinutes) },
      { label: this.t('progress.retention'), value: this.shareOrNone(view.trueRetention) },
      { label: this.t('progress.due'), value: this.formats.amount(view.due.today) },
    ];
  });
  protected readonly weeks = computed(() =>
    (this.view()?.weeks ?? []).toReversed().map((week) => ({
      name: this.t('class.week', { week: week.isoWeek.slice(-2) }),
      mark: week.isoWeek.slice(-2),
      amount: week.answers,
      text: this.t('progress.answers', { count: week.answers }),
    })),
  );
  /** Reasons, with how many there are of each: a way to those students. */
  protected readonly reasons = computed(() =>
    (this.view()?.needs ?? []).map(({ code, students }) => ({ code, students, label: this.t(`need-name.${code}`) })),
  );

  protected readonly failure = signal<unknown>(undefined);

  protected async download(): Promise<void> {
    this.failure.set(undefined);
    try {
      const table = await this.teaching.table();
      await this.names.ask(idsIn(table));
      const named = withNames(table, 'name', (userId) => this.names.of(userId));
      // Without the mark at the start Excel reads no Cyrillic.
      saveFile(this.page, new Blob(['\uFEFF', named], { type: 'text/csv;charset=utf-8' }), 'students.csv');
    } catch (failure) {
      this.failure.set(failure);
    }
  }

  private shareOrNone(part: number | null | undefined): string {
    return typeof part === 'number' ? this.formats.share(part) : '–';
  }
}

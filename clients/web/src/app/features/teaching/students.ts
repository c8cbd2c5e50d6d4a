import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Names } from '../../core/people/names';
import { Empty } from '../../ui/empty';
import { Page } from '../../ui/page';
import { Pages } from '../../ui/pages';
import { PagesEnd } from '../../ui/pages-end';
import { SelectField } from '../../ui/select-field';
import { NeedsList } from './needs-list';
import { NEEDS, type Sort, SORTS, type StudentView, TeachingApi, type Wanted } from './teaching-api';

const SHOWN = ['everybody', 'help', ...NEEDS, 'well'] as const;
type Shown = (typeof SHOWN)[number];

const AT_ONCE = 50;

/** All own students: whom, and in which order, stands in the address. */
@Component({
  selector: 'tall-students',
  imports: [Empty, NeedsList, Page, PagesEnd, RouterLink, SelectField],
  templateUrl: './students.html',
  styleUrl: './students.css',
})
export class Students {
  /** From the address, so anything. */
  readonly need = input<string>();
  readonly sort = input<string>();

  protected readonly t = inject(Translator).t;
  protected readonly formats = inject(Formats);
  protected readonly names = inject(Names);
  private readonly teaching = inject(TeachingApi);
  private readonly router = inject(Router);

  protected readonly shown = computed<Shown>(() => SHOWN.find((one) => one === this.need()) ?? 'everybody');
  protected readonly order = computed<Sort>(() => SORTS.find((one) => one === this.sort()) ?? '-needs');
  protected readonly filters = computed(() =>
    SHOWN.map((value) => ({
      value,
      label: isNeed(value) ? this.t(`need-name.${value}`) : this.t(`students.${value}`),
    })),
  );
  protected readonly orders = computed(() =>
    SORTS.map((value) => ({ value, label: this.t(`students.by-${bare(value)}`) })),
  );

  protected readonly pages = signal<Pages<StudentView> | undefined>(undefined);

  constructor() {
    effect(() => {
      const wanted = wantedOf(this.shown(), this.order());
      untracked(() => this.pages.set(new Pages((cursor) => this.page({ ...wanted, cursor }))));
    });
  }

  protected show(need: Shown): void {
    void this.go({ need: need === 'everybody' ? null : need });
  }

  protected arrange(sort: Sort): void {
    void this.go({ sort: sort === '-needs' ? null : sort });
  }

  private go(queryParams: Record<string, string | null>): Promise<boolean> {
    return this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  private async page(wanted: Wanted) {
    const page = await this.teaching.students(wanted);
    await this.names.ask(page.items.map((student) => student.studentId));
    return page;
  }
}

function wantedOf(shown: Shown, sort: Sort): Wanted {
  if (isNeed(shown)) return { need: shown, sort, limit: AT_ONCE };
  return { sort, limit: AT_ONCE, needsHelp: shown === 'everybody' ? undefined : shown === 'help' };
}

function isNeed(shown: Shown): shown is (typeof NEEDS)[number] {
  return NEEDS.some((need) => need === shown);
}

/** Without the sign for downwards. */
function bare<T extends string>(sort: T): T extends `-${infer Name}` ? Name : T {
  return sort.replace('-', '') as T extends `-${infer Name}` ? Name : T;
}

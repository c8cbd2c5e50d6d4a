import { Component, computed, inject, input } from '@angular/core';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Columns } from '../../ui/columns';
import { dueDays } from './school-days';
import type { Due } from './teaching-api';

/** What is due today, and on the days to come. */
@Component({
  selector: 'tall-due-columns',
  imports: [Columns],
  template: `<tall-columns [caption]="t('progress.coming')" [items]="items()" />`,
})
export class DueColumns {
  readonly of = input.required<Due>();
  protected readonly t = inject(Translator).t;
  private readonly formats = inject(Formats);

  protected readonly items = computed(() =>
    dueDays(this.of(), Date.now()).map(({ day, cards }) => ({
      name: this.formats.day(day),
      mark: this.formats.weekday(day),
      amount: cards,
      text: this.t('progress.cards', { count: cards }),
    })),
  );
}

import { Component, computed, inject, input } from '@angular/core';

import { Translator } from '../../core/i18n/translator';
import type { Result } from './sitting';

/** How many first answers of a sitting were right, almost right, and wrong. */
@Component({
  selector: 'tall-counts',
  template: `
    <dl class="numbers">
      <div class="right">
        <dt>{{ t('summary.right') }}</dt>
        <dd>{{ counts().right }}</dd>
      </div>
      <div class="almost">
        <dt>{{ t('summary.almost') }}</dt>
        <dd>{{ counts().almost }}</dd>
      </div>
      <div class="wrong">
        <dt>{{ t('summary.wrong') }}</dt>
        <dd>{{ counts().wrong }}</dd>
      </div>
    </dl>
  `,
  styleUrl: './counts.css',
})
export class Counts {
  readonly of = input.required<ReadonlyMap<string, Result>>();

  protected readonly t = inject(Translator).t;
  protected readonly counts = computed(() => {
    const results = [...this.of().values()];
    const count = (result: Result) => results.filter((one) => one === result).length;
    return { right: count('right'), almost: count('almost'), wrong: count('wrong') };
  });
}

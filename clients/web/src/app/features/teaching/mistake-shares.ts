import { Component, computed, inject, input } from '@angular/core';

import { Formats } from '../../core/i18n/formats';
import { Shares } from '../../ui/shares';
import { NeedWords } from './need-words';
import type { MistakeShare } from './teaching-api';

/** So many kinds are worth looking at. */
const MOST = 6;

/** Of which kinds the mistakes of the last 30 days were. */
@Component({
  selector: 'tall-mistake-shares',
  imports: [Shares],
  template: `<tall-shares [items]="items()" />`,
})
export class MistakeShares {
  readonly of = input.required<readonly MistakeShare[]>();
  private readonly words = inject(NeedWords);
  private readonly formats = inject(Formats);

  protected readonly items = computed(() =>
    this.of()
      .slice(0, MOST)
      .map(({ kind, share, count }) => ({
        name: this.words.kind(kind),
        part: share,
        text: `${this.formats.share(share)} · ${this.formats.amount(count)}`,
      })),
  );
}

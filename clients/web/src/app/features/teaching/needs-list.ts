import { Component, inject, input } from '@angular/core';

import { Icon, type IconName } from '../../ui/icon';
import { NeedWords } from './need-words';
import type { Need, NeedCode } from './teaching-api';

const ICONS: Readonly<Record<NeedCode, IconName>> = {
  inactive: 'pause',
  'low-retention': 'progress',
  'due-load': 'cards',
  leeches: 'warning',
  'mistake-kind': 'edit',
};

/** Why a student needs help, each reason in a sentence. */
@Component({
  selector: 'tall-needs-list',
  imports: [Icon],
  template: `
    <ul>
      @for (need of of(); track need.code) {
        <li><tall-icon [name]="icons[need.code]" /> {{ words.of(need) }}</li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 0.375rem;
    }
    li {
      display: flex;
      gap: 0.5rem;
      align-items: start;
    }
    tall-icon {
      padding-top: 0.125rem;
      color: var(--tall-almost);
    }
  `,
})
export class NeedsList {
  readonly of = input.required<readonly Need[]>();
  protected readonly words = inject(NeedWords);
  protected readonly icons = ICONS;
}

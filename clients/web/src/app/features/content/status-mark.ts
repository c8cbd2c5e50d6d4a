import { Component, computed, inject, input } from '@angular/core';

import { Translator } from '../../core/i18n/translator';
import type { Status } from './content-api';

/** Where the working version stands, and whether students see a version. */
@Component({
  selector: 'tall-status-mark',
  template: `
    <span class="mark" [class]="status()">{{ label() }}</span>
    @if (live() && status() !== 'published') {
      <span class="small soft">{{ t('content.live') }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 0.25rem 0.625rem;
      align-items: center;
    }
    .mark {
      padding: 0.125rem 0.625rem;
      border-radius: 1rem;
      background: var(--tall-sunken);
      color: var(--tall-ink-soft);
      font-size: 0.8125rem;
      font-weight: 600;
      white-space: nowrap;
    }
    .review {
      background: var(--tall-almost-soft);
      color: var(--tall-almost);
    }
    .approved {
      background: var(--tall-accent-soft);
      color: var(--tall-accent);
    }
    .published {
      background: var(--tall-right-soft);
      color: var(--tall-right);
    }
  `,
})
export class StatusMark {
  readonly status = input.required<Status>();
  readonly live = input.required<boolean>();
  protected readonly t = inject(Translator).t;
  protected readonly label = computed(() => this.t(`content-status.${this.status()}`));
}

import { Component, computed, inject, input } from '@angular/core';

import { Translator } from '../core/i18n/translator';

/** Where something will be in a moment, in about its shape. */
@Component({
  selector: 'tall-skeleton',
  template: `
    <span class="visually-hidden" role="status">{{ t('loading') }}</span>
    @for (line of numbered(); track line) {
      <span class="bar" aria-hidden="true"></span>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.875rem;
    }
    .bar {
      height: 4.5rem;
      border-radius: var(--tall-radius-small);
      background: var(--tall-sunken);
      animation: breathe 1.6s ease-in-out infinite;
    }
    @keyframes breathe {
      50% {
        opacity: 0.5;
      }
    }
  `,
})
export class Skeleton {
  readonly lines = input(3);
  protected readonly t = inject(Translator).t;
  protected readonly numbered = computed(() => Array.from({ length: this.lines() }, (_, index) => index));
}

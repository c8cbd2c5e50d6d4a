import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

import { Icon } from '../../ui/icon';
import { Translator } from '../i18n/translator';

/** There is no connection; what a student can do without one. */
@Component({
  selector: 'tall-offline-strip',
  imports: [Icon, RouterLink, RouterLinkActive],
  template: `
    <p><tall-icon name="offline" /> {{ t('offline.strip') }}</p>
    <a routerLink="/cards/offline" routerLinkActive="current">{{ t('offline.strip-study') }}</a>
  `,
  styles: `
    :host {
      background: var(--tall-almost-soft);
      color: var(--tall-almost);
    }
    p {
      display: inline-flex;
      gap: 0.5rem;
      align-items: center;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: 2.5rem;
      font-weight: 600;
      color: inherit;
    }
    .current {
      display: none;
    }
  `,
  host: { class: 'strip', role: 'status' },
})
export class OfflineStrip {
  protected readonly t = inject(Translator).t;
}

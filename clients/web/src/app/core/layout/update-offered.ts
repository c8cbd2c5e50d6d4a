import { Component, inject } from '@angular/core';

import { Translator } from '../i18n/translator';
import { Releases } from '../worker/releases';

/** There is a newer version; whoever wants it takes it now, everybody else at their next visit. */
@Component({
  selector: 'tall-update-offered',
  template: `
    <p>{{ t('update.offered') }}</p>
    <button type="button" (click)="update()">{{ t('update.now') }}</button>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
      align-items: center;
      justify-content: center;
      padding: 0.5rem 1rem;
      background: var(--tall-accent-soft);
    }
    button {
      min-height: 2.5rem;
      padding: 0.25rem 0.75rem;
      background: none;
      border: 0;
      font-weight: 600;
      color: var(--tall-accent);
      text-decoration: underline;
      cursor: pointer;
    }
  `,
  host: { role: 'status' },
})
export class UpdateOffered {
  protected readonly t = inject(Translator).t;
  private readonly releases = inject(Releases);

  protected update(): void {
    void this.releases.renew();
  }
}

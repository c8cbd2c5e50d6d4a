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
    button {
      text-decoration: underline;
    }
  `,
  host: { class: 'strip', role: 'status' },
})
export class UpdateOffered {
  protected readonly t = inject(Translator).t;
  private readonly releases = inject(Releases);

  protected update(): void {
    void this.releases.renew();
  }
}

import { Component, inject, input } from '@angular/core';

import { Empty } from '../../ui/empty';
import { Translator } from '../i18n/translator';
import { Releases } from '../worker/releases';

/** This version may call no more: nothing else is shown. A web client is updated by fetching it again. */
@Component({
  selector: 'tall-update-required',
  imports: [Empty],
  template: `
    <main>
      <tall-empty isPage icon="download" [title]="t('update.required')" [text]="message()">
        <button class="button filled" type="button" (click)="update()">{{ t('update.now') }}</button>
      </tall-empty>
    </main>
  `,
})
export class UpdateRequired {
  readonly message = input.required<string>();
  protected readonly t = inject(Translator).t;
  private readonly releases = inject(Releases);

  protected update(): void {
    void this.releases.renew();
  }
}

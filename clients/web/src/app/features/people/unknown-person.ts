import { Component, inject, output } from '@angular/core';

import { Translator } from '../../core/i18n/translator';

/** An account of whose person nothing is kept, why that may be, and what to do. */
@Component({
  selector: 'tall-unknown-person',
  template: `
    <p role="status">{{ t('unknown-person.text') }}</p>
    <div>
      <button class="button outlined" type="button" (click)="retried.emit()">{{ t('failure.retry') }}</button>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: inherit;
    }
  `,
})
export class UnknownPerson {
  readonly retried = output();
  protected readonly t = inject(Translator).t;
}

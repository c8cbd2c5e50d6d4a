import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Translator } from '../../core/i18n/translator';
import { Empty } from '../../ui/empty';

/** There is no such page. */
@Component({
  selector: 'tall-lost',
  imports: [Empty, RouterLink],
  template: `
    <tall-empty isPage icon="info" [title]="t('lost.title')" [text]="t('lost.text')">
      <a class="button filled" routerLink="/">{{ t('home') }}</a>
    </tall-empty>
  `,
})
export class Lost {
  protected readonly t = inject(Translator).t;
}

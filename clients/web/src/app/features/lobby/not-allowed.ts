import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Translator } from '../../core/i18n/translator';
import { Session } from '../../core/session/session';
import { Empty } from '../../ui/empty';

/** The page is for another role: which one somebody has, and who gives roles. */
@Component({
  selector: 'tall-not-allowed',
  imports: [Empty, RouterLink],
  template: `
    <tall-empty isPage icon="info" [title]="t('not-allowed.title')" [text]="text()">
      <a class="button filled" routerLink="/">{{ t('home') }}</a>
    </tall-empty>
  `,
})
export class NotAllowed {
  protected readonly t = inject(Translator).t;
  private readonly session = inject(Session);

  protected readonly text = computed(() => {
    const role = this.session.role();
    return role ? this.t('not-allowed.text', { role: this.t(`role.${role}`) }) : '';
  });
}

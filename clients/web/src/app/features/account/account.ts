import { Component, computed, inject } from '@angular/core';

import { Translator } from '../../core/i18n/translator';
import { Session } from '../../core/session/session';
import { Icon } from '../../ui/icon';
import { type LinkItem, LinkList } from '../../ui/link-list';
import { Page } from '../../ui/page';

/** Everything about oneself, one thing a row. */
@Component({
  selector: 'tall-account',
  imports: [Icon, LinkList, Page],
  template: `
    <tall-page [heading]="t('account.title')">
      <tall-link-list [items]="items()" />
      <p>
        <button class="button outlined" type="button" (click)="session.logOut()">
          <tall-icon name="logout" /> {{ t('account.log-out') }}
        </button>
      </p>
    </tall-page>
  `,
})
export class Account {
  protected readonly t = inject(Translator).t;
  protected readonly session = inject(Session);
  protected readonly items = computed<LinkItem[]>(() => [
    { path: '/account/profile', icon: 'person', label: this.t('profile.title'), detail: this.t('profile.detail') },
    { path: '/security', icon: 'key', label: this.t('security.title'), detail: this.t('security.detail') },
    { path: '/security/sessions', icon: 'devices', label: this.t('sessions.title'), detail: this.t('sessions.detail') },
    { path: '/exports', icon: 'download', label: this.t('own-data.title'), detail: this.t('own-data.detail') },
    { path: '/settings', icon: 'tune', label: this.t('settings.title'), detail: this.t('settings.detail') },
  ]);
}

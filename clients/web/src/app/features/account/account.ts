import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Translator } from '../../core/i18n/translator';
import { Waiting } from '../../core/offline/waiting';
import { Session } from '../../core/session/session';
import { Icon } from '../../ui/icon';
import { type LinkItem, LinkList } from '../../ui/link-list';
import { Page } from '../../ui/page';

/** Everything about oneself, one thing a row. */
@Component({
  selector: 'tall-account',
  imports: [Icon, LinkList, Page, RouterLink],
  template: `
    <tall-page [heading]="t('account.title')">
      <tall-link-list [items]="items()" />
      <p>
        <button class="button outlined" type="button" (click)="logOut()">
          <tall-icon name="logout" /> {{ t('account.log-out') }}
        </button>
      </p>
      @if (isAsked()) {
        <section class="panel stack" role="alert">
          <p>{{ t('account.unsent', { count: unsent().waiting }) }}</p>
          <p class="row">
            <a class="button filled" routerLink="/cards/offline">{{ t('account.see-unsent') }}</a>
            <button class="button outlined" type="button" (click)="session.logOut()">
              {{ t('account.log-out-anyway') }}
            </button>
          </p>
        </section>
      }
    </tall-page>
  `,
})
export class Account {
  protected readonly t = inject(Translator).t;
  protected readonly session = inject(Session);
  protected readonly unsent = inject(Waiting).counts;
  /** What was answered here and not sent would be lost: that is asked first. */
  protected readonly isAsked = signal(false);

  protected logOut(): void {
    if (this.unsent().waiting > 0) this.isAsked.set(true);
    else void this.session.logOut();
  }

  protected readonly items = computed<LinkItem[]>(() => [
    { path: '/account/profile', icon: 'person', label: this.t('profile.title'), detail: this.t('profile.detail') },
    { path: '/security', icon: 'key', label: this.t('security.title'), detail: this.t('security.detail') },
    { path: '/security/sessions', icon: 'devices', label: this.t('sessions.title'), detail: this.t('sessions.detail') },
    { path: '/exports', icon: 'download', label: this.t('own-data.title'), detail: this.t('own-data.detail') },
    { path: '/settings', icon: 'tune', label: this.t('settings.title'), detail: this.t('settings.detail') },
  ]);
}

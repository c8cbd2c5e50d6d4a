import { Component, computed, inject, resource } from '@angular/core';
import { answerOf } from '@tall/api/http';

import { API } from '../../core/http/api';
import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { type LinkItem, LinkList } from '../../ui/link-list';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';

/** How somebody's account is kept from others: what is in force, and where to change it. */
@Component({
  selector: 'tall-security',
  imports: [LinkList, Loaded, Page],
  template: `
    <tall-page back="/account" [heading]="t('security.title')" [lead]="t('security.lead')">
      <tall-loaded [of]="factors" [lines]="5">
        <tall-link-list [items]="items()" />
      </tall-loaded>
    </tall-page>
  `,
})
export class Security {
  protected readonly t = inject(Translator).t;
  private readonly formats = inject(Formats);
  private readonly api = inject(API);

  protected readonly factors = resource({ loader: () => answerOf(this.api.GET('/api/v2/profile/me/factors')) });
  protected readonly items = computed<LinkItem[]>(() => {
    const factors = this.factors.hasValue() ? this.factors.value() : undefined;
    const totp = factors?.totp
      ? this.t('authenticator.since', { date: this.formats.date(factors.totp.confirmedAt) })
      : this.t('authenticator.none');
    return [
      { path: 'password', icon: 'key', label: this.t('password.change') },
      { path: 'email', icon: 'edit', label: this.t('email.change') },
      { path: 'authenticator', icon: 'devices', label: this.t('authenticator.title'), detail: totp },
      {
        path: 'passkeys',
        icon: 'person',
        label: this.t('passkeys.title'),
        detail: this.t('passkeys.count', { count: factors?.passkeys ?? 0 }),
      },
      {
        path: 'recovery-codes',
        icon: 'info',
        label: this.t('recovery.title'),
        detail: this.t('recovery.left', { count: factors?.recoveryCodesLeft ?? 0 }),
      },
      { path: 'schools', icon: 'school', label: this.t('schools.title') },
      { path: 'sessions', icon: 'devices', label: this.t('sessions.title') },
    ];
  });
}

import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Names } from '../../core/people/names';
import { Session } from '../../core/session/session';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { AccountPanel } from './account-panel';
import { ConsentPanel } from './consent-panel';
import { ErasurePanel } from './erasure-panel';
import { LinksPanel } from './links-panel';
import { PeopleApi } from './people-api';
import { PersonalDataPanel } from './personal-data-panel';
import { RolePanel } from './role-panel';
import { SessionsPanel } from './sessions-panel';

/** An account: its role and links, what the school knows of the person, and for who runs the system all of its ends. */
@Component({
  selector: 'tall-person',
  imports: [
    AccountPanel,
    ConsentPanel,
    ErasurePanel,
    LinksPanel,
    Loaded,
    Page,
    PersonalDataPanel,
    RolePanel,
    RouterLink,
    SessionsPanel,
  ],
  templateUrl: './person.html',
})
export class Person {
  readonly userId = input.required<string>();

  protected readonly t = inject(Translator).t;
  private readonly formats = inject(Formats);
  private readonly names = inject(Names);
  private readonly people = inject(PeopleApi);
  private readonly session = inject(Session);

  protected readonly person = resource({
    params: () => this.userId(),
    loader: async ({ params }) => {
      const [user] = await Promise.all([this.people.user(params), this.names.ask([params])]);
      return user;
    },
  });
  protected readonly known = computed(() => (this.person.hasValue() ? this.person.value() : undefined));
  protected readonly heading = computed(() =>
    this.known() ? this.names.of(this.userId()) : this.t('person-page.title'),
  );
  protected readonly lead = computed(() => {
    const user = this.known()?.value;
    if (!user) return undefined;
    const since = this.t('people.since', { date: this.formats.date(user.createdAt) });
    const standing = user.status === 'active' ? [] : [this.t(`account-status.${user.status}`)];
    return [this.t(`role.${user.role}`), ...standing, since].join(' · ');
  });

  protected readonly runsSystem = computed(() => this.session.role() === 'technical-admin');
  protected readonly runsSchool = computed(() => this.session.role() === 'educational-admin');
  protected readonly isOneself = computed(() => this.session.userId() === this.userId());
  /** The way in which this account is linked to others. */
  protected readonly linkedAs = computed(() => {
    const role = this.known()?.value.role;
    return role === 'teacher' || role === 'student' ? role : undefined;
  });
  /** An educational administrator gives no role to administrators. */
  protected readonly canGiveRole = computed(
    () => !this.isOneself() && (this.runsSystem() || this.linkedAs() !== undefined),
  );
  protected readonly isThere = computed(() => this.known()?.value.status !== 'deleted');
}

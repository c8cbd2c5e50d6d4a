import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Names } from '../../core/people/names';
import { Session } from '../../core/session/session';
import { Empty } from '../../ui/empty';
import { Icon } from '../../ui/icon';
import { LinkList } from '../../ui/link-list';
import { Page } from '../../ui/page';
import { Pages } from '../../ui/pages';
import { PagesEnd } from '../../ui/pages-end';
import { SelectField } from '../../ui/select-field';
import { FindPerson } from './find-person';
import { PeopleApi, type Role, ROLES, type Status, STATUSES, type User, type Wanted } from './people-api';

/** Whom an educational administrator answers for. */
const TAUGHT_AND_TEACHING = ['student', 'teacher'] as const;
const LINKS = ['any', 'linked', 'unlinked'] as const;
const AT_ONCE = 50;

/** Everybody whom who looks may manage, by role, status and links; all three are in the address. */
@Component({
  selector: 'tall-people',
  imports: [Empty, FindPerson, Icon, LinkList, Page, PagesEnd, RouterLink, SelectField],
  templateUrl: './people.html',
  styleUrl: './people.css',
})
export class People {
  /** From the address, so anything. */
  readonly role = input<string>();
  readonly status = input<string>();
  readonly links = input<string>();

  protected readonly t = inject(Translator).t;
  protected readonly formats = inject(Formats);
  protected readonly names = inject(Names);
  private readonly people = inject(PeopleApi);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  protected readonly runsSystem = computed(() => this.session.role() === 'technical-admin');
  protected readonly rooms = computed(() => [
    {
      path: '/operations/clients',
      icon: 'devices' as const,
      label: this.t('clients.title'),
      detail: this.t('clients.detail'),
    },
    {
      path: '/operations/actions',
      icon: 'history' as const,
      label: this.t('actions.title'),
      detail: this.t('actions.detail'),
    },
    {
      path: '/operations/security',
      icon: 'warning' as const,
      label: this.t('security-events.title'),
      detail: this.t('security-events.detail'),
    },
    {
      path: '/operations/fleet',
      icon: 'progress' as const,
      label: this.t('fleet.title'),
      detail: this.t('fleet.detail'),
    },
    {
      path: '/operations/keys',
      icon: 'key' as const,
      label: this.t('keys.title'),
      detail: this.t('keys.detail'),
    },
  ]);

  private readonly known = computed<readonly Role[]>(() => (this.runsSystem() ? ROLES : TAUGHT_AND_TEACHING));
  protected readonly shownRole = computed<Role | 'any'>(() => this.known().find((one) => one === this.role()) ?? 'any');
  protected readonly shownStatus = computed<Status | 'any'>(
    () => STATUSES.find((one) => one === this.status()) ?? 'any',
  );
  protected readonly shownLinks = computed(() => LINKS.find((one) => one === this.links()) ?? 'any');
  protected readonly roles = computed(() => [
    { value: 'any' as const, label: this.t('people.any') },
    ...this.known().map((value) => ({ value, label: this.t(`role.${value}`) })),
  ]);
  protected readonly statuses = computed(() => [
    { value: 'any' as const, label: this.t('people.any') },
    ...STATUSES.map((value) => ({ value, label: this.t(`account-status.${value}`) })),
  ]);
  protected readonly linkOptions = computed(() => LINKS.map((value) => ({ value, label: this.t(`links.${value}`) })));

  protected readonly pages = signal<Pages<User> | undefined>(undefined);

  constructor() {
    effect(() => {
      const wanted = this.wanted();
      untracked(() => this.pages.set(new Pages((cursor) => this.page({ ...wanted, cursor }))));
    });
  }

  protected show(queryParams: Record<string, string>): Promise<boolean> {
    return this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  private readonly wanted = computed<Wanted>(() => {
    const [role, status, links] = [this.shownRole(), this.shownStatus(), this.shownLinks()];
    return {
      limit: AT_ONCE,
      ...(role !== 'any' && { role }),
      ...(status !== 'any' && { status }),
      ...(links !== 'any' && { linked: links === 'linked' }),
    };
  });

  private async page(wanted: Wanted) {
    const page = await this.people.users(wanted);
    await this.names.ask(page.items.map((user) => user.id));
    return page;
  }
}

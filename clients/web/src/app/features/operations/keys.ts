import { Component, inject, resource } from '@angular/core';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Empty } from '../../ui/empty';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { type Key, OperationsApi, type Rewrap } from './operations-api';

/** How old the keys are that guard accounts and what is personal, and when they are to be renewed. */
@Component({
  selector: 'tall-keys',
  imports: [Empty, Loaded, Page],
  templateUrl: './keys.html',
  styles: `
    .late {
      color: var(--tall-wrong);
      font-weight: 600;
    }
    h2 {
      overflow-wrap: anywhere;
    }
  `,
})
export class Keys {
  protected readonly t = inject(Translator).t;
  private readonly formats = inject(Formats);
  private readonly operations = inject(OperationsApi);

  /** One service that does not answer leaves the keys of the other. */
  protected readonly parts = [
    resource({ loader: () => this.operations.keysOfAccounts() }),
    resource({ loader: () => this.operations.keysOfPeople() }),
  ];

  protected shown({ items, rewrap }: { items: Key[]; rewrap?: Rewrap }) {
    const now = Date.now();
    return items.map((key) => this.key(key, now, rewrap?.keyName === key.name ? rewrap : undefined));
  }

  private key({ name, dueAt, versions }: Key, now: number, rewrap: Rewrap | undefined) {
    const isLate = typeof dueAt === 'string' && Date.parse(dueAt) < now;
    return {
      name,
      isLate,
      due: dueAt
        ? this.t(isLate ? 'keys.overdue' : 'keys.due', { date: this.formats.date(dueAt) })
        : this.t('keys.no-date'),
      rewrap: rewrap && this.progress(rewrap),
      versions: versions.toReversed().map(({ version, use, promotedAt, seenAt }) => ({
        version,
        use: this.t(`key-use.${use}`),
        since: promotedAt
          ? this.t('keys.in-use', { date: this.formats.date(promotedAt) })
          : this.t('keys.seen', { date: this.formats.date(seenAt) }),
      })),
    };
  }

  private progress({ version, dataKeys, left }: Rewrap): string {
    return left > 0
      ? this.t('keys.rewrapping', { version, left, all: this.formats.amount(dataKeys) })
      : this.t('keys.wrapped', { count: dataKeys });
  }
}

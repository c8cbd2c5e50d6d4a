import { Component, computed, inject, resource } from '@angular/core';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Empty } from '../../ui/empty';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { type Key, OperationsApi } from './operations-api';

/** How old the keys are that guard accounts, and when they are to be renewed. */
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

  protected readonly keys = resource({ loader: () => this.operations.keys() });
  protected readonly list = computed(() => {
    const now = Date.now();
    return (this.keys.hasValue() ? this.keys.value() : []).map((key) => this.shown(key, now));
  });

  private shown({ name, dueAt, versions }: Key, now: number) {
    const isLate = typeof dueAt === 'string' && Date.parse(dueAt) < now;
    return {
      name,
      isLate,
      due: dueAt
        ? this.t(isLate ? 'keys.overdue' : 'keys.due', { date: this.formats.date(dueAt) })
        : this.t('keys.no-date'),
      versions: versions.toReversed().map(({ version, use, promotedAt, seenAt }) => ({
        version,
        use: this.t(`key-use.${use}`),
        since: promotedAt
          ? this.t('keys.in-use', { date: this.formats.date(promotedAt) })
          : this.t('keys.seen', { date: this.formats.date(seenAt) }),
      })),
    };
  }
}

import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Empty } from '../../ui/empty';
import { Icon } from '../../ui/icon';
import { Page } from '../../ui/page';
import { Pages } from '../../ui/pages';
import { PagesEnd } from '../../ui/pages-end';
import { SelectField } from '../../ui/select-field';
import { ContentApi, type ItemSummary, STATUSES } from './content-api';
import { StatusMark } from './status-mark';

const KINDS = ['topic', 'word'] as const;
const AT_ONCE = 50;

/** What there is to teach, by kind and by where it stands; both are in the address. */
@Component({
  selector: 'tall-items',
  imports: [Empty, Icon, Page, PagesEnd, RouterLink, SelectField, StatusMark],
  templateUrl: './items.html',
  styleUrl: './items.css',
})
export class Items {
  /** From the address, so anything. */
  readonly kind = input<string>();
  readonly status = input<string>();

  protected readonly t = inject(Translator).t;
  protected readonly formats = inject(Formats);
  private readonly content = inject(ContentApi);
  private readonly router = inject(Router);

  protected readonly shownKind = computed(() => KINDS.find((one) => one === this.kind()) ?? 'topic');
  protected readonly shownStatus = computed(() => STATUSES.find((one) => one === this.status()) ?? 'any');
  protected readonly kinds = computed(() => KINDS.map((value) => ({ value, label: this.t(`content-kind.${value}`) })));
  protected readonly statuses = computed(() => [
    { value: 'any' as const, label: this.t('content.any-status') },
    ...STATUSES.map((value) => ({ value, label: this.t(`content-status.${value}`) })),
  ]);

  protected readonly pages = signal<Pages<ItemSummary> | undefined>(undefined);

  constructor() {
    effect(() => {
      const kind = this.shownKind();
      const status = this.shownStatus();
      const wanted = { kind, limit: AT_ONCE, ...(status !== 'any' && { status }) };
      untracked(() => this.pages.set(new Pages((cursor) => this.content.items({ ...wanted, cursor }))));
    });
  }

  protected show(queryParams: Record<string, string>): Promise<boolean> {
    return this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected placeOf(item: ItemSummary): string[] {
    const topic = ['/content/topics', item.topicId];
    return item.kind === 'word' ? [...topic, 'words', item.itemId] : topic;
  }
}

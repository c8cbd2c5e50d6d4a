import { Component, computed, inject } from '@angular/core';

import { Translator } from '../../core/i18n/translator';
import { type LinkItem, LinkList } from '../../ui/link-list';
import { Page } from '../../ui/page';
import { ExportPanel } from './export-panel';

/** What is kept of somebody: to take away, to look after, to have erased. */
@Component({
  selector: 'tall-own-data',
  imports: [ExportPanel, LinkList, Page],
  template: `
    <tall-page back="/account" [heading]="t('own-data.title')" [lead]="t('own-data.lead')">
      <tall-export-panel />
      <tall-link-list [items]="items()" />
    </tall-page>
  `,
})
export class OwnData {
  protected readonly t = inject(Translator).t;
  protected readonly items = computed<LinkItem[]>(() => [
    { path: 'accesses', icon: 'show', label: this.t('accesses.title'), detail: this.t('accesses.detail') },
    { path: 'agreements', icon: 'check', label: this.t('agreements.title'), detail: this.t('agreements.detail') },
    { path: 'erasure', icon: 'delete', label: this.t('erasure.title'), detail: this.t('erasure.detail') },
  ]);
}

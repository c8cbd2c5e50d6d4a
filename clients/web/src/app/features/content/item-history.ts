import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Names } from '../../core/people/names';
import type { Item } from './content-api';

const LATEST = 8;

/** Who did what with an item lately, the latest first. */
@Component({
  selector: 'tall-item-history',
  imports: [RouterLink],
  template: `
    <section class="panel stack" [attr.aria-label]="t('history.title')">
      <div class="row">
        <h2>{{ t('history.title') }}</h2>
        <a class="push" [routerLink]="['/content/items', of().itemId, 'versions']">{{ t('versions.title') }}</a>
      </div>
      <ol class="plain-list">
        @for (entry of entries(); track $index) {
          <li>
            <span>
              {{ entry.text }}
              @if (entry.version; as version) {
                <span class="soft">({{ t('versions.number', { version }) }})</span>
              }
            </span>
            <span class="small soft">{{ names.of(entry.by) }}, {{ formats.moment(entry.at) }}</span>
            @if (entry.reason; as reason) {
              <q>{{ reason }}</q>
            }
          </li>
        }
      </ol>
    </section>
  `,
  styles: `
    ol {
      list-style: none;
    }
    li {
      display: grid;
      padding-block: 0.5rem;
    }
  `,
})
export class ItemHistory {
  readonly of = input.required<Item>();

  protected readonly t = inject(Translator).t;
  protected readonly formats = inject(Formats);
  protected readonly names = inject(Names);
  protected readonly entries = computed(() =>
    this.of()
      .history.toReversed()
      .slice(0, LATEST)
      .map((entry) => ({ ...entry, text: this.t(`content-act.${entry.act}`) })),
  );

  constructor() {
    effect(() => {
      void this.names.ask(this.entries().map((entry) => entry.by));
    });
  }
}

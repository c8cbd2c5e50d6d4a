import { Component, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Empty } from '../../ui/empty';
import { Icon } from '../../ui/icon';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { SharedListsApi } from './shared-lists-api';

/** The lists of words that a teacher shares with their students. */
@Component({
  selector: 'tall-shared-lists',
  imports: [Empty, Icon, Loaded, Page, RouterLink],
  template: `
    <tall-page
      back="/progress"
      [backLabel]="t('class.title')"
      [heading]="t('shared-lists.title')"
      [lead]="t('shared-lists.lead')"
    >
      <div>
        <a class="button filled" routerLink="new"><tall-icon name="add" /> {{ t('shared-lists.new') }}</a>
      </div>
      <tall-loaded [of]="lists">
        @if (lists.value(); as shared) {
          @if (shared.length > 0) {
            <ul class="panel plain-list rows">
              @for (list of shared; track list.listId) {
                <li class="row">
                  <a [routerLink]="list.listId">{{ list.name }}</a>
                  <span class="small soft push">
                    {{ t('lists.words', { count: list.wordCount }) }} · {{ formats.date(list.changedAt) }}
                  </span>
                </li>
              }
            </ul>
          } @else {
            <tall-empty icon="dictionary" [title]="t('shared-lists.none')" [text]="t('shared-lists.none-text')" />
          }
        }
      </tall-loaded>
    </tall-page>
  `,
})
export class SharedLists {
  protected readonly t = inject(Translator).t;
  protected readonly formats = inject(Formats);
  private readonly api = inject(SharedListsApi);

  protected readonly lists = resource({ loader: () => this.api.lists() });
}

import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Translator } from '../../core/i18n/translator';
import { Action } from '../../ui/action';
import { Failure } from '../../ui/failure';
import type { OwnWord } from './dictionary-api';
import { ListsApi, type WordList } from './lists-api';

/** Which lists a word is in, each to be changed at a touch. */
@Component({
  selector: 'tall-word-lists',
  imports: [Failure, RouterLink],
  template: `
    @if (failure(); as why) {
      <tall-failure [of]="why" />
    }
    @if (all().length > 0) {
      <div class="row" role="group" [attr.aria-label]="t('lists.title')">
        @for (list of all(); track list.listId) {
          <button
            class="button outlined"
            type="button"
            [attr.aria-pressed]="isIn().has(list.listId)"
            [disabled]="isBusy()"
            (click)="change(list)"
          >
            {{ isIn().has(list.listId) ? '✓' : '+' }} {{ list.name }}
          </button>
        }
      </div>
    } @else if (lists.hasValue()) {
      <p class="small soft">{{ t('lists.none') }}</p>
    }
    <p>
      <a routerLink="/dictionary/lists">{{ t('lists.title') }}</a>
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
    }
    [aria-pressed='true'] {
      background: var(--tall-accent-soft);
    }
  `,
})
export class WordLists {
  readonly word = input.required<OwnWord>();

  protected readonly t = inject(Translator).t;
  private readonly api = inject(ListsApi);

  protected readonly lists = resource({ loader: () => this.api.lists() });
  protected readonly all = computed(() => (this.lists.hasValue() ? this.lists.value() : []));
  protected readonly isIn = linkedSignal<ReadonlySet<string>>(() => new Set(this.word().lists));

  private readonly action = new Action();
  protected readonly isBusy = this.action.isBusy;
  protected readonly failure = computed(() => this.action.failure() ?? this.lists.error());

  protected change({ listId }: WordList): Promise<void> {
    const { wordId } = this.word();
    return this.action.run(async () => {
      const after = new Set(this.isIn());
      if (after.delete(listId)) await this.api.dropWord(listId, wordId);
      else {
        await this.api.putWord(listId, wordId);
        after.add(listId);
      }
      this.isIn.set(after);
    });
  }
}

import { Component, computed, inject, resource, signal } from '@angular/core';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Empty } from '../../ui/empty';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Headword } from '../cards/headword';
import { DictionaryApi, type OwnWord } from './dictionary-api';

/** Words that were removed, each to be taken back. */
@Component({
  selector: 'tall-removed-words',
  imports: [Empty, Failure, Headword, Loaded, Page],
  template: `
    <tall-page
      back="/dictionary"
      [backLabel]="t('dictionary.title')"
      [heading]="t('dictionary.removed')"
      [lead]="t('dictionary.removed-lead')"
    >
      <tall-loaded [of]="words" [lines]="4">
        @if (failure(); as why) {
          <tall-failure [of]="why" />
        }
        <ul class="plain-list rows">
          @for (removal of shown(); track removal.word.wordId) {
            @let word = removal.word;
            <li class="row">
              <span>
                <strong><tall-headword [text]="word.headword" /></strong>&ngsp;
                @if (word.removedAt; as when) {
                  <span class="small soft">
                    {{ t('dictionary.removed-at', { when: formats.span(when) }) }} ·
                    {{ t('dictionary.kept-until', { when: formats.date(removal.keptUntil) }) }}
                  </span>
                }
              </span>
              <button class="button outlined push" type="button" (click)="restore(word)">
                {{ t('dictionary.restore') }}<span class="visually-hidden">: {{ word.headword }}</span>
              </button>
            </li>
          } @empty {
            <li>
              <tall-empty
                icon="delete"
                [title]="t('dictionary.none-removed')"
                [text]="t('dictionary.none-removed-text')"
              />
            </li>
          }
        </ul>
      </tall-loaded>
    </tall-page>
  `,
  styles: `
    li > span {
      flex: 1 1 15rem;
    }
  `,
})
export class RemovedWords {
  protected readonly t = inject(Translator).t;
  protected readonly formats = inject(Formats);
  private readonly dictionary = inject(DictionaryApi);

  protected readonly words = resource({ loader: () => this.dictionary.removed() });
  private readonly restored = signal<ReadonlySet<string>>(new Set());
  protected readonly shown = computed(() => {
    const words = this.words.hasValue() ? this.words.value() : [];
    return words.filter(({ word }) => !this.restored().has(word.wordId));
  });
  protected readonly failure = signal<unknown>(undefined);

  protected async restore({ wordId }: OwnWord): Promise<void> {
    this.failure.set(undefined);
    try {
      await this.dictionary.restore(wordId);
      this.restored.update((ids) => new Set(ids).add(wordId));
    } catch (failure) {
      this.failure.set(failure);
    }
  }
}

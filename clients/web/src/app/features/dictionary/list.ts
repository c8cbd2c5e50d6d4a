import { Component, computed, effect, inject, input, resource, signal, untracked } from '@angular/core';
import { form, maxLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';

import { Translator } from '../../core/i18n/translator';
import { Action } from '../../ui/action';
import { Empty } from '../../ui/empty';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Pages } from '../../ui/pages';
import { PagesEnd } from '../../ui/pages-end';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';
import { Headword } from '../cards/headword';
import { DictionaryApi, type OwnWord } from './dictionary-api';
import { LONGEST_NAME } from './lists';
import { ListsApi } from './lists-api';

const AT_ONCE = 50;

/** A list of own words: what is in it, and what it is called. */
@Component({
  selector: 'tall-list',
  imports: [Empty, Failure, Headword, Loaded, Page, PagesEnd, RouterLink, TextField],
  templateUrl: './list.html',
})
export class ListPage {
  readonly listId = input.required<string>();

  protected readonly t = inject(Translator).t;
  private readonly api = inject(ListsApi);
  private readonly dictionary = inject(DictionaryApi);
  private readonly router = inject(Router);

  protected readonly list = resource({
    params: () => this.listId(),
    loader: ({ params }) => this.api.list(params),
  });
  protected readonly heading = computed(() => (this.list.hasValue() ? this.list.value().name : this.t('lists.list')));
  protected readonly pages = signal<Pages<OwnWord> | undefined>(undefined);
  private readonly dropped = signal<ReadonlySet<string>>(new Set());
  protected readonly words = computed(() => {
    const all = this.pages()?.items() ?? [];
    return all.filter(({ wordId }) => !this.dropped().has(wordId));
  });

  private readonly action = new Action();
  protected readonly isBusy = this.action.isBusy;
  protected readonly failure = this.action.failure;

  private readonly model = signal({ name: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, LONGEST_NAME);
  });
  protected readonly submission = new Submission(this.form, async () => {
    if (this.list.hasValue()) this.list.set(await this.api.rename(this.list.value(), this.model().name.trim()));
  });

  constructor() {
    effect(() => {
      const wanted = { listId: this.listId(), sort: 'lemma' as const, limit: AT_ONCE };
      untracked(() => this.pages.set(new Pages((cursor) => this.dictionary.words({ ...wanted, cursor }))));
    });
    effect(() => {
      if (this.list.hasValue()) this.model.set({ name: this.list.value().name });
    });
  }

  protected takeOut({ wordId }: OwnWord): Promise<void> {
    return this.action.run(async () => {
      await this.api.dropWord(this.listId(), wordId);
      this.dropped.update((ids) => new Set(ids).add(wordId));
    });
  }

  protected remove(): Promise<void> {
    return this.action.run(async () => {
      await this.api.remove(this.listId());
      await this.router.navigate(['/dictionary/lists']);
    });
  }
}

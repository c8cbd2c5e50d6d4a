import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { form, maxLength, required, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { newId } from '@tall/api/http';

import { Translator } from '../../core/i18n/translator';
import { keepUnsaved } from '../../core/unsaved/unsaved';
import { Action } from '../../ui/action';
import { AskedTwice } from '../../ui/asked-twice';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';
import { SharedListsApi } from './shared-lists-api';
import { faultOf, linesOf, MOST_WORDS, wordsOf } from './word-lines';

const LONGEST_NAME = 100;

/** A list of words that a teacher shares, or one that is to be: its name, and its words, a word a line. */
@Component({
  selector: 'tall-shared-list',
  imports: [AskedTwice, Failure, Loaded, Page, TextField],
  templateUrl: './shared-list.html',
})
export class SharedListPage {
  /** None yet of a list that is to be shared. */
  readonly listId = input<string>();

  protected readonly t = inject(Translator).t;
  private readonly api = inject(SharedListsApi);
  private readonly router = inject(Router);

  protected readonly list = resource({
    params: () => ({ listId: this.listId() }),
    loader: ({ params: { listId } }) => (listId === undefined ? Promise.resolve(null) : this.api.list(listId)),
  });
  protected readonly before = computed(() => (this.list.hasValue() ? this.list.value() : null));
  protected readonly heading = computed(() => this.before()?.name ?? this.t('shared-lists.new'));

  /** A lost answer is asked for again under the same id. */
  private readonly newListId = newId();
  private readonly model = linkedSignal(() => {
    const before = this.before();
    return { name: before?.name ?? '', words: linesOf(before?.words ?? []) };
  });
  protected readonly form = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, LONGEST_NAME);
    required(path.words);
    validate(path.words, ({ value }) => {
      const fault = faultOf(value(), this.before()?.words);
      if (!fault) return undefined;
      const { kind, line, word } = fault;
      return { kind, message: this.t(`shared-lists.${kind}`, { line, word, most: MOST_WORDS }) };
    });
  });
  protected readonly submission = new Submission(this.form, async () => {
    const before = this.before();
    const { name, words } = this.model();
    const written = { name: name.trim(), words: wordsOf(words, before?.words) };
    if (before) this.list.set(await this.api.change(before, written));
    else await this.api.share(this.newListId, written);
    this.form().reset();
    if (!before) await this.router.navigate(['/progress/lists']);
  });

  private readonly action = new Action();
  protected readonly isBusy = this.action.isBusy;
  protected readonly failure = this.action.failure;

  constructor() {
    keepUnsaved(() => this.form().dirty());
  }

  protected withdraw(listId: string): Promise<void> {
    return this.action.run(async () => {
      await this.api.withdraw(listId);
      this.form().reset();
      await this.router.navigate(['/progress/lists']);
    });
  }
}

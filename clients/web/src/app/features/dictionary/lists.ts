import { Component, computed, inject, resource, signal } from '@angular/core';
import { form, maxLength, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { newId } from '@tall/api/http';

import { Translator } from '../../core/i18n/translator';
import { Action } from '../../ui/action';
import { Empty } from '../../ui/empty';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';
import { ListsApi, type OfferedList, type TakenOver } from './lists-api';

export const LONGEST_NAME = 100;

/** Lists of own words, and those of teachers that can be taken over. */
@Component({
  selector: 'tall-lists',
  imports: [Empty, Failure, Loaded, Page, RouterLink, TextField],
  templateUrl: './lists.html',
})
export class Lists {
  protected readonly t = inject(Translator).t;
  private readonly api = inject(ListsApi);

  protected readonly lists = resource({
    loader: async () => {
      const [own, offered] = await Promise.all([this.api.lists(), this.api.offered()]);
      return { own, offered };
    },
  });
  protected readonly own = computed(() => (this.lists.hasValue() ? this.lists.value().own : []));
  protected readonly offered = computed(() => (this.lists.hasValue() ? this.lists.value().offered : []));

  private readonly action = new Action();
  protected readonly isBusy = this.action.isBusy;
  protected readonly failure = this.action.failure;
  protected readonly taken = signal<TakenOver | undefined>(undefined);

  private listId = newId();
  private readonly model = signal({ name: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, LONGEST_NAME);
  });
  protected readonly submission = new Submission(this.form, async () => {
    await this.api.make(this.listId, this.model().name.trim());
    this.listId = newId();
    this.form().reset();
    this.model.set({ name: '' });
    this.lists.reload();
  });

  protected takeOver({ listId }: OfferedList): Promise<void> {
    this.taken.set(undefined);
    return this.action.run(async () => {
      this.taken.set(await this.api.takeOver(listId));
      this.lists.reload();
    });
  }
}

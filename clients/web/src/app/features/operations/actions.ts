import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Names } from '../../core/people/names';
import { Empty } from '../../ui/empty';
import { Page } from '../../ui/page';
import { Pages } from '../../ui/pages';
import { PagesEnd } from '../../ui/pages-end';
import { type Action, type ActionsWanted, OperationsApi } from './operations-api';

const AT_ONCE = 50;

/** What administrators did, the latest first; to one account, where the address says so. */
@Component({
  selector: 'tall-actions',
  imports: [Empty, Page, PagesEnd, RouterLink],
  templateUrl: './actions.html',
})
export class Actions {
  readonly subjectId = input<string>();

  private readonly translator = inject(Translator);
  protected readonly t = this.translator.t;
  protected readonly formats = inject(Formats);
  protected readonly names = inject(Names);
  private readonly operations = inject(OperationsApi);

  protected readonly pages = signal<Pages<Action> | undefined>(undefined);
  protected readonly actions = computed(() =>
    (this.pages()?.items() ?? []).map((action) => ({ ...action, text: this.textOf(action) })),
  );

  constructor() {
    effect(() => {
      const subjectId = this.subjectId();
      const wanted = { limit: AT_ONCE, ...(subjectId && { subjectId }) };
      untracked(() => this.pages.set(new Pages((cursor) => this.page({ ...wanted, cursor }))));
    });
  }

  /** What is newer than this client is shown as the server names it. */
  private textOf({ action, detail }: Action): string {
    const key = this.translator.known(`action.${action}`);
    const what = key ? this.t(key) : action;
    const role = this.translator.known(`role.${detail ?? ''}`);
    const status = this.translator.known(`account-status.${detail ?? ''}`);
    const to = role ?? status;
    const isId = /^[0-9a-f-]{36}$/.test(detail ?? '');
    if (!detail) return what;
    return `${what}: ${to ? this.t(to) : isId ? this.names.of(detail) : detail}`;
  }

  private async page(wanted: ActionsWanted) {
    const page = await this.operations.actions(wanted);
    await this.names.ask(page.items.flatMap(({ actorId, subjectId }) => [actorId ?? [], subjectId ?? []].flat()));
    return page;
  }
}

import { effect, inject, Service, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

import type { MessageKey } from './message-key';
import { Translator } from './translator';

const PRODUCT = 'Tall';

/** The title of a route is the key of a text, so that it changes with the language. */
@Service()
export class PageTitle extends TitleStrategy {
  private readonly key = signal<MessageKey | undefined>(undefined);

  constructor() {
    super();
    const title = inject(Title);
    const { t } = inject(Translator);
    effect(() => {
      const key = this.key();
      title.setTitle(key ? `${t(key)} · ${PRODUCT}` : PRODUCT);
    });
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    // Routes of this client are typed to have keys of messages as titles: see `page` in app.routes.ts.
    this.key.set(this.buildTitle(snapshot) as MessageKey | undefined);
  }
}

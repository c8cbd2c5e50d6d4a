import { Component, computed, effect, inject, resource, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { answerOf } from '@tall/api/http';

import { API } from '../../core/http/api';
import type { MessageKey } from '../../core/i18n/message-key';
import { Translator } from '../../core/i18n/translator';
import { Notices } from '../../core/notices/notices';
import { beginningOf, type Product } from '../../core/places/places';
import { Session } from '../../core/session/session';
import { Icon, type IconName } from '../../ui/icon';
import { Empty } from '../../ui/empty';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { DueNow } from '../cards/due-now';
import { localPath } from '../log-in/local-path';

const LOOKS: ReadonlyMap<string, { readonly icon: IconName; readonly text: MessageKey }> = new Map([
  ['learning-cards', { icon: 'dictionary', text: 'product.learning-cards' }],
  ['thematic-cards', { icon: 'cards', text: 'product.thematic-cards' }],
  ['progress', { icon: 'progress', text: 'product.progress' }],
  ['content', { icon: 'edit', text: 'product.content' }],
  ['people', { icon: 'people', text: 'product.people' }],
]);

/** What somebody may open, and where they were. */
@Component({
  selector: 'tall-lobby',
  imports: [DueNow, Empty, Icon, Loaded, Page, RouterLink],
  templateUrl: './lobby.html',
  styleUrl: './lobby.css',
})
export class Lobby {
  private readonly translator = inject(Translator);
  protected readonly t = this.translator.t;
  private readonly api = inject(API);
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);

  protected readonly catalogue = resource({ loader: () => answerOf(this.api.GET('/api/v2/lobby/products')) });
  private readonly context = resource({ loader: () => answerOf(this.api.GET('/api/v2/lobby/context')) });
  private readonly name = resource({
    params: () => this.session.userId(),
    loader: ({ params: userId }) =>
      answerOf(this.api.GET('/api/v2/pii/people/{userId}/name', { params: { path: { userId } } })),
  });

  protected readonly greeting = computed(() =>
    this.name.hasValue() ? this.t('lobby.hello', { name: this.name.value().givenName }) : this.t('lobby.title'),
  );
  protected readonly products = computed(() => {
    const all = this.catalogue.hasValue() ? this.catalogue.value().items : [];
    return all.flatMap((product) => this.shown(product) ?? []);
  });
  /** Where somebody was, unless it is where a product begins anyway. */
  protected readonly place = computed(() => {
    const { productId, place } = this.context.hasValue() ? this.context.value() : {};
    if (!productId || !place || !beginningOf(productId) || place === beginningOf(productId)) return undefined;
    const path = localPath(place);
    return path === '/' ? undefined : { path, product: this.products().find((one) => one.id === productId)?.title };
  });

  constructor() {
    effect(() => {
      const products = this.catalogue.hasValue() ? this.catalogue.value().items : undefined;
      if (products) untracked(() => this.notices.mayOpen(products));
    });
  }

  private shown(product: Product) {
    const path = beginningOf(product.id);
    const look = LOOKS.get(product.id);
    if (!path || !look) return undefined;
    return {
      id: product.id,
      path,
      icon: look.icon,
      text: this.t(look.text),
      title: product.title[this.translator.language()],
    };
  }
}

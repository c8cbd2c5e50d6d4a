import { Component, computed, inject, resource, signal } from '@angular/core';

import { Translator } from '../../core/i18n/translator';
import { Empty } from '../../ui/empty';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { CardsApi, type CardView } from './cards-api';

/** Cards that are not asked, each to be brought back. */
@Component({
  selector: 'tall-set-aside',
  imports: [Empty, Failure, Loaded, Page],
  templateUrl: './set-aside.html',
  styles: `
    li {
      padding-block: 0.75rem;
    }
    /* The words leave the button its place beside them. */
    li > :first-child {
      flex: 1 1 13rem;
    }
    strong {
      margin-inline-end: 0.5em;
    }
    .why {
      display: block;
    }
  `,
})
export class SetAside {
  protected readonly t = inject(Translator).t;
  private readonly api = inject(CardsApi);
  protected readonly language = this.api.glossLanguage();

  protected readonly cards = resource({ loader: () => this.api.setAside() });
  private readonly broughtBack = signal<ReadonlySet<string>>(new Set());
  protected readonly shown = computed(() => {
    const cards = this.cards.hasValue() ? this.cards.value() : [];
    return cards.filter((card) => !this.broughtBack().has(card.cardId));
  });
  protected readonly failure = signal<unknown>(undefined);

  protected async bringBack(card: CardView): Promise<void> {
    this.failure.set(undefined);
    try {
      await this.api.mark(card, card.setAside === 'leech' ? 'brought-back' : 'resumed');
      this.broughtBack.update((ids) => new Set(ids).add(card.cardId));
    } catch (failure) {
      this.failure.set(failure);
    }
  }
}

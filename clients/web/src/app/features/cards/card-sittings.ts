import { computed, inject, resource, Service, type Signal } from '@angular/core';

import { type OpenSitting, OpenSittings, type Resumable } from '../../core/places/open-sittings';
import { Places } from '../../core/places/places';
import { CardsApi } from './cards-api';
import { ON_DEVICE } from './offline/on-device';
import { begin, current, done, type Sitting } from './sitting';
import { homeOf, pathOf } from './sitting-place';

const PRODUCT = 'thematic-cards';

/** What can be gone on with, here and on other devices. */
@Service()
export class CardSittings {
  private readonly open = inject(OpenSittings);
  private readonly places = inject(Places);
  private readonly cards = inject(CardsApi);

  /**
   * Where a sitting stands. One of the device alone is of no other, and practice does not tell what was answered: neither
   * can be gone on with.
   */
  note(sitting: Sitting): void {
    const { id, topicId, isPractice } = sitting;
    if (topicId === ON_DEVICE || isPractice) return;
    const path = pathOf(sitting);
    if (current(sitting)) this.open.begin({ productId: PRODUCT, about: topicId, id, path });
    else this.open.end(id);
    void this.places.note(PRODUCT, current(sitting) ? path : homeOf(topicId));
  }

  /** The sitting about a topic, or about all, that was begun here; nothing once all of it was answered, here or elsewhere. */
  resumable(topicId: () => string): Signal<Resumable | undefined> {
    const standing = resource({
      params: () => this.open.about(PRODUCT, topicId()),
      loader: ({ params }) => this.standing(params),
    });
    return computed(() => (standing.hasValue() ? standing.value() : undefined));
  }

  private async standing({ id, path }: OpenSitting): Promise<Resumable | undefined> {
    const sitting = begin(await this.cards.session(id));
    if (current(sitting)) return { path, done: done(sitting), total: sitting.total };
    this.open.end(id);
    return undefined;
  }
}

import { inject, Service } from '@angular/core';
import { answerOf } from '@tall/api/http';

import { API } from '../../../core/http/api';
import { Recordings } from '../../../core/offline/recordings';
import type { QueuedOf } from '../../offline/device-database';
import { DeviceStore } from '../../offline/device-store';
import type { HandedIn, Shelf } from '../../offline/shelf';
import { CardsOnDevice } from './cards-on-device';

/** Cards by topic. */
@Service()
export class CardShelf implements Shelf<'thematic-cards'> {
  readonly product = 'thematic-cards';
  private readonly api = inject(API);
  private readonly cards = inject(CardsOnDevice);
  private readonly store = inject(DeviceStore);
  private readonly recordings = inject(Recordings);

  async handIn(queued: readonly QueuedOf<'thematic-cards'>[], before: string | undefined): Promise<HandedIn> {
    const facts = queued.map(({ fact }) => fact);
    const body = { deviceTime: new Date().toISOString(), facts, ...(before && { cursor: before }) };
    const { results, cards, cursor, more } = await answerOf(this.api.POST('/api/v2/thematic-cards/sync', { body }));
    return { more, settle: () => this.cards.settle({ queued, results, cards, cursor }) };
  }

  async fetch(days: number): Promise<() => Promise<void>> {
    const view = await answerOf(this.api.GET('/api/v2/thematic-cards/offline', { params: { query: { days } } }));
    return () => this.cards.pack(view, days);
  }

  /** The recordings of its words. */
  async complete(): Promise<void> {
    await this.recordings.keep(await this.cards.sounds());
    this.store.changed();
  }
}

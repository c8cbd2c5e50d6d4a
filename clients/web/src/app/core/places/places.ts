import { inject, Service } from '@angular/core';
import { answerOf, type Schemas } from '@tall/api/http';

import { API } from '../http/api';

export type Product = Schemas['lobby']['ProductView'];
export type Context = Schemas['lobby']['ContextView'];

/** Where each product of the catalogue begins in this client. What is not here, this version cannot open. */
const BEGINNINGS: ReadonlyMap<string, string> = new Map([
  ['learning-cards', '/dictionary'],
  ['thematic-cards', '/cards'],
  ['progress', '/progress'],
  ['content', '/content'],
  ['people', '/people'],
]);

export function beginningOf(productId: string): string | undefined {
  return BEGINNINGS.get(productId);
}

/** Where somebody was, so that every device of theirs can go on there. */
@Service()
export class Places {
  private readonly api = inject(API);
  private last: string | undefined;

  /** A place that cannot be noted is no reason to stop anybody. */
  async note(productId: string, place: string): Promise<void> {
    if (place === this.last) return;
    this.last = place;
    const body = { productId, place, chosenAt: new Date().toISOString() };
    await answerOf(this.api.PUT('/api/v2/lobby/context', { body })).catch(() => {
      this.last = undefined;
    });
  }
}

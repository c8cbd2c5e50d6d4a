import { inject, injectAsync, onIdle, Service } from '@angular/core';

import { HereOrThere, orNothingHere } from '../../offline/here-or-there';
import {
  type CardName,
  CardsApi,
  type Given,
  type Mark,
  type Outcome,
  type SessionView,
  type Wishes,
} from '../cards-api';
import type { CardsOnDevice } from './cards-on-device';
import { ON_DEVICE } from './on-device';

type NamedCard = CardName & { readonly word: { readonly headword: string } };

/**
 * Where a student studies cards: at the server while it answers, on the device when it does not. What the device needs for it
 * comes after the first card, or when it is asked for.
 */
@Service()
export class Desk {
  private readonly api = inject(CardsApi);
  private readonly device = injectAsync(() => import('./cards-on-device').then((m) => m.CardsOnDevice), {
    prefetch: onIdle,
  });
  private readonly place = inject(HereOrThere);

  arrange(topicId: string, wishes: Wishes): Promise<SessionView> {
    if (topicId !== ON_DEVICE) return this.api.arrange(topicId, wishes);
    return this.here((device) => device.arrange(wishes.cards, this.api.glossLanguage())).then(orNothingHere);
  }

  session(topicId: string, sessionId: string): Promise<SessionView> {
    if (topicId !== ON_DEVICE) return this.api.session(sessionId);
    return this.here((device) => device.sitting(sessionId, this.api.glossLanguage())).then(orNothingHere);
  }

  async answer(given: Given, isOnDevice: boolean): Promise<Outcome> {
    const here = () => this.here((device) => device.answer(given, this.api.glossLanguage()));
    if (isOnDevice) return this.place.onDevice(here).then(orNothingHere);
    const there = async () => {
      const outcome = await this.api.answer(given);
      // Nothing depends on it: the next package knows.
      void this.here((device) => device.note(given, outcome.rating)).catch(() => undefined);
      return outcome;
    };
    return this.place.orHere(there, here);
  }

  async takeBack(given: Given, isOnDevice: boolean): Promise<void> {
    const here = () => this.here((device) => device.takeBack(given)).then(() => true);
    const there = async () => {
      await this.api.takeBack(given);
      void this.here((device) => device.noteTakenBack(given)).catch(() => undefined);
      return true;
    };
    await (isOnDevice ? this.place.onDevice(here) : this.place.orHere(there, here));
  }

  async mark(card: NamedCard, mark: Mark, isOnDevice: boolean): Promise<void> {
    const here = () => this.here((device) => device.mark(card, mark)).then(() => true);
    const there = () => this.api.mark(card, mark).then(() => true);
    await (isOnDevice ? this.place.onDevice(here) : this.place.orHere(there, here));
  }

  private async here<T>(work: (device: CardsOnDevice) => Promise<T>): Promise<T> {
    // Not fetched before the connection was lost: then nothing is here.
    const device = await this.device().catch(() => orNothingHere<CardsOnDevice>(undefined));
    return work(device);
  }
}

import { inject, Service } from '@angular/core';

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
import { CardsOnDevice, ON_DEVICE } from './cards-on-device';

type NamedCard = CardName & { readonly word: { readonly headword: string } };

/** Where a student studies cards: at the server while it answers, on the device when it does not. */
@Service()
export class Desk {
  private readonly api = inject(CardsApi);
  private readonly device = inject(CardsOnDevice);
  private readonly place = inject(HereOrThere);

  arrange(topicId: string, wishes: Wishes): Promise<SessionView> {
    if (topicId !== ON_DEVICE) return this.api.arrange(topicId, wishes);
    return this.device.arrange(wishes.cards, this.api.glossLanguage()).then(orNothingHere);
  }

  async session(sessionId: string): Promise<SessionView> {
    // A browser that keeps nothing, as in a private window, is no reason not to study.
    const here = await this.device.sitting(sessionId, this.api.glossLanguage()).catch(() => undefined);
    return here ?? this.api.session(sessionId);
  }

  async answer(given: Given, isOnDevice: boolean): Promise<Outcome> {
    const here = () => this.device.answer(given, this.api.glossLanguage());
    if (isOnDevice) return this.place.onDevice(here).then(orNothingHere);
    const there = async () => {
      const outcome = await this.api.answer(given);
      // Nothing depends on it: the next package knows.
      void this.device.note(given, outcome.rating).catch(() => undefined);
      return outcome;
    };
    return this.place.orHere(there, here);
  }

  async takeBack(given: Given, isOnDevice: boolean): Promise<void> {
    const here = () => this.device.takeBack(given).then(() => true);
    const there = async () => {
      await this.api.takeBack(given);
      void this.device.noteTakenBack(given).catch(() => undefined);
      return true;
    };
    await (isOnDevice ? this.place.onDevice(here) : this.place.orHere(there, here));
  }

  async mark(card: NamedCard, mark: Mark, isOnDevice: boolean): Promise<void> {
    const here = () => this.device.mark(card, mark).then(() => true);
    const there = () => this.api.mark(card, mark).then(() => true);
    await (isOnDevice ? this.place.onDevice(here) : this.place.orHere(there, here));
  }
}

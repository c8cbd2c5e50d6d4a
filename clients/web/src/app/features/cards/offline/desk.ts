import { inject, Service } from '@angular/core';
import { Unreachable } from '@tall/api/http';

import { Connection } from '../../../core/offline/connection';
import {
  type CardName,
  CardsApi,
  type Given,
  type Mark,
  type Outcome,
  type SessionView,
  type Wishes,
} from '../cards-api';
import { Device, ON_DEVICE } from './device';
import { Sync } from './sync';

type NamedCard = CardName & { readonly word: { readonly headword: string } };

/**
 * Where a student studies: at the server while it answers, on the device when it does not. What is done here is the same
 * either way, and under the same id, so that an answer of which only the receipt was lost counts once.
 */
@Service()
export class Desk {
  private readonly api = inject(CardsApi);
  private readonly device = inject(Device);
  private readonly sync = inject(Sync);
  private readonly connection = inject(Connection);

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
    const here = async () => this.handedInSoon(await this.device.answer(given, this.api.glossLanguage()));
    if (isOnDevice) return here().then(orNothingHere);
    const outcome = await this.orHere(() => this.api.answer(given), here);
    // Nothing depends on it: the next package knows.
    void this.device.note(given, outcome.rating).catch(() => undefined);
    return outcome;
  }

  async takeBack(given: Given, isOnDevice: boolean): Promise<void> {
    const here = async () => this.handedInSoon(await this.device.takeBack(given).then(() => true));
    if (isOnDevice) {
      await here();
      return;
    }
    await this.orHere(
      () =>
        this.api.takeBack(given).then(() => {
          void this.device.noteTakenBack(given).catch(() => undefined);
          return true;
        }),
      here,
    );
  }

  async mark(card: NamedCard, mark: Mark, isOnDevice: boolean): Promise<void> {
    const here = async () => this.handedInSoon(await this.device.mark(card, mark).then(() => true));
    if (isOnDevice) {
      await here();
      return;
    }
    await this.orHere(() => this.api.mark(card, mark).then(() => true), here);
  }

  /** The device when nobody answers, and it can. */
  private async orHere<T>(there: () => Promise<T>, here: () => Promise<T | undefined>): Promise<T> {
    if (!this.connection.isOnline()) {
      const done = await here();
      if (done !== undefined) return done;
    }
    try {
      return await there();
    } catch (failure) {
      if (!(failure instanceof Unreachable)) throw failure;
      const done = await here();
      if (done === undefined) throw failure;
      return done;
    }
  }

  private handedInSoon<T>(done: T): T {
    this.sync.soon();
    return done;
  }
}

function orNothingHere<T>(found: T | undefined): T {
  if (found === undefined) throw new Unreachable('this is not kept on the device');
  return found;
}

import { inject, injectAsync, onIdle, Service } from '@angular/core';
import { Unreachable } from '@tall/api/http';

import { HereOrThere, orNothingHere } from '../../offline/here-or-there';
import { DictionaryApi } from '../dictionary-api';
import { type GivenWord, type KeptWeek, type Week, WeekApi, type WordOutcome, type WordSession } from '../week-api';
import type { WordsOnDevice } from './words-on-device';

/** Which sitting, and whether it was arranged on this device and is of no other. */
export interface WordPlace {
  readonly sessionId: string;
  readonly isOnDevice: boolean;
}

/** A sitting that was just arranged. */
interface Arranged extends WordPlace {
  readonly words: number;
}

/**
 * Where a student studies own words: at the server while it answers, on the device when it does not. What the device needs
 * for it comes after the first word, or when it is asked for.
 */
@Service()
export class WordDesk {
  private readonly api = inject(WeekApi);
  private readonly device = injectAsync(() => import('./words-on-device').then((m) => m.WordsOnDevice), {
    prefetch: onIdle,
  });
  private readonly place = inject(HereOrThere);
  private readonly dictionary = inject(DictionaryApi);
  /** The sitting of the server that was opened last, to go on with it when the server is gone. */
  private last: WordSession | undefined;

  /** The week under way, as the server says or as it is kept here; null while there is nothing to learn. */
  week(): Promise<Week | KeptWeek | null> {
    return this.place.orKept<Week | KeptWeek | null>(
      () => this.api.current(),
      () => this.here((device) => device.thisWeek()).catch(() => undefined),
    );
  }

  /** A sitting of what is asked today, and where it is. */
  arrange(): Promise<Arranged> {
    return this.place.orKept<Arranged>(
      async () => arranged(await this.api.arrange(), false),
      async () => {
        const session = await this.here((device) => device.arrange(this.dictionary.glossLanguage()));
        return session && arranged(session, true);
      },
    );
  }

  /** A sitting of what is here. */
  arrangeHere(): Promise<WordSession> {
    return this.here((device) => device.arrange(this.dictionary.glossLanguage())).then(orNothingHere);
  }

  /** A sitting as it is now. */
  async session({ sessionId, isOnDevice }: WordPlace): Promise<WordSession> {
    if (isOnDevice) {
      return this.here((device) => device.sitting(sessionId, this.dictionary.glossLanguage())).then(orNothingHere);
    }
    try {
      const view = await this.api.session(sessionId);
      this.last = view;
      return view;
    } catch (failure) {
      const last = this.last;
      if (!(failure instanceof Unreachable) || last?.sessionId !== sessionId) throw failure;
      const goneOn = await this.here((device) => device.goneOn(last, this.dictionary.glossLanguage())).catch(
        () => undefined,
      );
      if (!goneOn) throw failure;
      return goneOn;
    }
  }

  async answer(given: GivenWord, { isOnDevice }: WordPlace): Promise<WordOutcome> {
    const here = () => this.here((device) => device.answer(given, this.dictionary.glossLanguage()));
    if (isOnDevice) return this.place.onDevice(here).then(orNothingHere);
    const there = async () => {
      const outcome = await this.api.answer(given);
      // Nothing depends on it: the next package knows.
      void this.here((device) => device.note(given, outcome)).catch(() => undefined);
      return outcome;
    };
    return this.place.orHere(there, here);
  }

  private async here<T>(work: (device: WordsOnDevice) => Promise<T>): Promise<T> {
    // Not fetched before the connection was lost: then nothing is here.
    const device = await this.device().catch(() => orNothingHere<WordsOnDevice>(undefined));
    return work(device);
  }
}

function arranged({ sessionId, words }: WordSession, isOnDevice: boolean): Arranged {
  return { sessionId, isOnDevice, words: words.length };
}

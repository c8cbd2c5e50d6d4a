import { inject, Service } from '@angular/core';
import { Unreachable } from '@tall/api/http';

import { HereOrThere, orNothingHere } from '../../offline/here-or-there';
import { DictionaryApi } from '../dictionary-api';
import { type GivenWord, WeekApi, type WordOutcome, type WordSession } from '../week-api';
import { WordsOnDevice } from './words-on-device';

/** Where a student studies own words: at the server while it answers, on the device when it does not. */
@Service()
export class WordDesk {
  private readonly api = inject(WeekApi);
  private readonly device = inject(WordsOnDevice);
  private readonly place = inject(HereOrThere);
  private readonly dictionary = inject(DictionaryApi);
  /** The sitting of the server that was opened last, to go on with it when the server is gone. */
  private last: WordSession | undefined;

  /** A sitting of what is here. */
  arrangeHere(): Promise<WordSession> {
    return this.device.arrange(this.dictionary.glossLanguage()).then(orNothingHere);
  }

  /** A sitting as it is now. */
  async session(sessionId: string): Promise<WordSession> {
    // A browser that keeps nothing, as in a private window, is no reason not to study.
    const here = await this.device.sitting(sessionId, this.dictionary.glossLanguage()).catch(() => undefined);
    if (here) return here;
    try {
      const view = await this.api.session(sessionId);
      this.last = view;
      return view;
    } catch (failure) {
      if (!(failure instanceof Unreachable) || this.last?.sessionId !== sessionId) throw failure;
      const goneOn = await this.device.goneOn(this.last, this.dictionary.glossLanguage()).catch(() => undefined);
      if (!goneOn) throw failure;
      return goneOn;
    }
  }

  async answer(given: GivenWord): Promise<WordOutcome> {
    const here = () => this.device.answer(given, this.dictionary.glossLanguage());
    const isFromHere = await this.device.arranged(given.sessionId).catch(() => false);
    if (isFromHere) return this.place.onDevice(here).then(orNothingHere);
    const there = async () => {
      const outcome = await this.api.answer(given);
      // Nothing depends on it: the next package knows.
      void this.device.note(given, outcome).catch(() => undefined);
      return outcome;
    };
    return this.place.orHere(there, here);
  }
}

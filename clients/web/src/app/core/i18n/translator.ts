import { DOCUMENT, inject, Service, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { type Language, Preferences } from '../preferences/preferences';
import type { MessageKey, MessageValues } from './message-key';
import { type Area, textsOf } from './texts-of';

/** Says things in the language of who looks; a change of it shows at once, everywhere. */
@Service()
export class Translator {
  private readonly transloco = inject(TranslocoService);
  private readonly preferences = inject(Preferences);
  private readonly root = inject(DOCUMENT).documentElement;
  /** The language whose texts are here. */
  private readonly shown = signal<Language>(this.preferences.language());

  readonly language = this.shown.asReadonly();
  /** Whose texts are wanted beside those of every screen. */
  private readonly areas = new Set<Area>();

  /** The text in the language that is shown now; where a signal is followed, this is followed too. */
  readonly t = (key: MessageKey, values?: MessageValues): string =>
    this.transloco.translate(key, values ? { ...values } : undefined, this.shown());

  /** The key, if there is a text under it. */
  known(key: string): MessageKey | undefined {
    return this.isKey(key) ? key : undefined;
  }

  /** Fetches the texts of a language, then shows them. */
  async use(language: Language): Promise<void> {
    const areas = [...this.areas].map((area) => this.fetch(area, language));
    await Promise.all([firstValueFrom(this.transloco.load(language)), ...areas]);
    if (language !== this.preferences.language()) return;
    this.transloco.setActiveLang(language);
    this.shown.set(language);
    this.root.lang = language;
  }

  /** Fetches what an area says, now and in each language that is chosen from now on. */
  async include(area: Area): Promise<void> {
    this.areas.add(area);
    await this.fetch(area, this.preferences.language());
  }

  private async fetch(area: Area, language: Language): Promise<void> {
    this.transloco.setTranslation(await textsOf(area, language), language, { emitChange: false });
  }

  private isKey(key: string): key is MessageKey {
    return Object.hasOwn(this.transloco.getTranslation(this.shown()), key);
  }
}

import { computed, inject, Service } from '@angular/core';

import { Preferences } from '../../core/preferences/preferences';
import { Session } from '../../core/session/session';
import { fromStore } from '../../core/store/from-store';
import { keptStore } from '../../core/store/kept-store';
import { LOCAL_STORAGE } from '../../core/store/local-storage';

export type AnswerLanguageCode = 'en' | 'ru';

interface Chosen {
  readonly userId?: string | undefined;
  readonly language?: AnswerLanguageCode | undefined;
}

/**
 * The language that a student answers from: as they have set it, also where there is no connection; that of the interface
 * until they have. Who reads Dutch here gets the meanings in English, as in the cards.
 */
@Service()
export class AnswerLanguage {
  private readonly interfaceLanguage = inject(Preferences).language;
  private readonly userId = inject(Session).userId;
  private readonly store = keptStore<Chosen>({
    name: 'tall.answer-language',
    initial: {},
    read: readChosen,
    storage: inject(LOCAL_STORAGE),
  });
  private readonly chosen = fromStore(this.store, (state) => state);

  readonly now = computed<AnswerLanguageCode>(() => {
    const { userId, language } = this.chosen();
    const isOwn = userId !== undefined && userId === this.userId();
    return (isOwn ? language : undefined) ?? (this.interfaceLanguage() === 'ru' ? 'ru' : 'en');
  });

  /** The server has said what is set; nothing where the student has not chosen. */
  note(language: string | undefined): void {
    this.store.setState({ userId: this.userId(), language: codeOf(language) }, true);
  }
}

function readChosen(kept: unknown): Chosen | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { userId, language } = kept as Record<string, unknown>;
  return typeof userId === 'string' ? { userId, language: codeOf(language) } : undefined;
}

function codeOf(language: unknown): AnswerLanguageCode | undefined {
  return language === 'en' || language === 'ru' ? language : undefined;
}

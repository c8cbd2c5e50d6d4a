import { signal } from '@angular/core';

import { Translator } from '../app/core/i18n/translator';

/** Says the key of each text, so that a test reads what is said, not how. */
export const KEYS_FOR_TEXTS = {
  provide: Translator,
  useValue: { t: (key: string) => key, known: (key: string) => key, language: signal('en') },
};

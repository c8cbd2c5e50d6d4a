import {
  type EnvironmentProviders,
  effect,
  inject,
  isDevMode,
  makeEnvironmentProviders,
  provideAppInitializer,
  provideEnvironmentInitializer,
} from '@angular/core';
import { provideTransloco, TRANSLOCO_TRANSPILER, type Translation, type TranslocoLoader } from '@jsverse/transloco';

import { LANGUAGES, Preferences } from '../preferences/preferences';
import { IcuTranspiler } from './icu-transpiler';
import { Translator } from './translator';

const FILES: Readonly<Record<string, () => Promise<{ default: Translation }>>> = {
  nl: () => import('./compiled/nl.json'),
  en: () => import('./compiled/en.json'),
  ru: () => import('./compiled/ru.json'),
};

/** Each language is a file of its own, fetched when it is wanted. */
export class MessageFiles implements TranslocoLoader {
  async getTranslation(language: string): Promise<Translation> {
    const file = FILES[language];
    if (!file) throw new Error(`there is no language ${language}`);
    return (await file()).default;
  }
}

/** Texts are there before the first screen, and follow the preference from then on. */
export function provideTranslations(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTransloco({
      config: {
        availableLangs: [...LANGUAGES],
        defaultLang: 'nl',
        reRenderOnLangChange: false,
        prodMode: !isDevMode(),
        missingHandler: { logMissingKey: true },
      },
      loader: MessageFiles,
    }),
    {
      provide: TRANSLOCO_TRANSPILER,
      useFactory: () => {
        const { language } = inject(Preferences);
        return new IcuTranspiler(language);
      },
    },
    provideAppInitializer(() => inject(Translator).use(inject(Preferences).language())),
    provideEnvironmentInitializer(() => {
      const preferences = inject(Preferences);
      const translator = inject(Translator);
      effect(() => void translator.use(preferences.language()));
    }),
  ]);
}

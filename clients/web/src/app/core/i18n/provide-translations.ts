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
import { textsOf } from './texts-of';
import { Translator } from './translator';

/** What every screen says; each language is a file of its own, fetched when it is wanted. */
export class CommonTexts implements TranslocoLoader {
  getTranslation(language: string): Promise<Translation> {
    const known = LANGUAGES.find((one) => one === language);
    if (!known) throw new Error(`there is no language ${language}`);
    return textsOf('common', known);
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
        // Keys have dots in them and are flat.
        flatten: { aot: true },
        missingHandler: { logMissingKey: true },
      },
      loader: CommonTexts,
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

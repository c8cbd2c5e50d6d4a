import { DOCUMENT, effect, inject, Service } from '@angular/core';

import { fromStore } from '../store/from-store';
import { keptStore } from '../store/kept-store';
import { LOCAL_STORAGE } from '../store/local-storage';

export const LANGUAGES = ['nl', 'en', 'ru'] as const;
export const THEMES = ['system', 'light', 'dark'] as const;
export const TEXT_SIZES = ['normal', 'large', 'largest'] as const;

export type Language = (typeof LANGUAGES)[number];
export type Theme = (typeof THEMES)[number];
export type TextSize = (typeof TEXT_SIZES)[number];

/** Each language in its own words. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { nl: 'Nederlands', en: 'English', ru: 'Русский' };

interface PreferencesState {
  readonly language: Language;
  readonly theme: Theme;
  readonly textSize: TextSize;
}

/** How somebody likes their screen, kept on this device. */
@Service()
export class Preferences {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly store = keptStore<PreferencesState>({
    name: 'tall.preferences',
    initial: { language: preferredLanguage(navigator.languages), theme: 'system', textSize: 'normal' },
    read: readPreferences,
    storage: inject(LOCAL_STORAGE),
  });

  readonly language = fromStore(this.store, (state) => state.language);
  readonly theme = fromStore(this.store, (state) => state.theme);
  readonly textSize = fromStore(this.store, (state) => state.textSize);

  constructor() {
    this.show(this.theme(), this.textSize());
    effect(() => this.show(this.theme(), this.textSize()));
  }

  useLanguage(language: Language): void {
    this.store.setState({ language });
  }

  useTheme(theme: Theme): void {
    this.store.setState({ theme });
  }

  useTextSize(textSize: TextSize): void {
    this.store.setState({ textSize });
  }

  private show(theme: Theme, textSize: TextSize): void {
    this.root.dataset['theme'] = theme;
    this.root.dataset['textSize'] = textSize;
  }
}

/** The first language of the browser that we have; Dutch, which everybody here learns, where we have none. */
export function preferredLanguage(wanted: readonly string[]): Language {
  const known = wanted.map((tag) => tag.split('-')[0]).find((tag) => isOneOf(LANGUAGES, tag));
  return isOneOf(LANGUAGES, known) ? known : 'nl';
}

function readPreferences(kept: unknown): PreferencesState | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { language, theme, textSize } = kept as Record<string, unknown>;
  if (!isOneOf(LANGUAGES, language) || !isOneOf(THEMES, theme) || !isOneOf(TEXT_SIZES, textSize)) return undefined;
  return { language, theme, textSize };
}

function isOneOf<T extends string>(all: readonly T[], value: unknown): value is T {
  return all.some((one) => one === value);
}

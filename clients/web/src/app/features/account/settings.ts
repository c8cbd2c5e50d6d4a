import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { MessageKey } from '../../core/i18n/message-key';
import { Translator } from '../../core/i18n/translator';
import { type Language, LANGUAGES, Preferences, TEXT_SIZES, THEMES } from '../../core/preferences/preferences';
import { Choice, type Option } from '../../ui/choice';
import { Page } from '../../ui/page';

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { nl: 'Nederlands', en: 'English', ru: 'Русский' };

/** How somebody likes their screen; it shows at once and is kept on this device. */
@Component({
  selector: 'tall-settings',
  imports: [Choice, Page, RouterLink],
  template: `
    <tall-page [heading]="t('settings.title')" [lead]="t('settings.lead')">
      <div class="panel stack">
        <tall-choice
          [label]="t('settings.language')"
          [options]="languages"
          [value]="preferences.language()"
          (chosen)="preferences.useLanguage($event)"
        />
        <tall-choice
          [label]="t('settings.theme')"
          [options]="named(themes, 'settings.theme-')"
          [value]="preferences.theme()"
          (chosen)="preferences.useTheme($event)"
        />
        <tall-choice
          [label]="t('settings.text-size')"
          [options]="named(textSizes, 'settings.text-')"
          [value]="preferences.textSize()"
          (chosen)="preferences.useTextSize($event)"
        />
      </div>
      <p>
        <a routerLink="/credits">{{ t('credits.title') }}</a>
      </p>
    </tall-page>
  `,
})
export class Settings {
  protected readonly t = inject(Translator).t;
  protected readonly preferences = inject(Preferences);
  protected readonly themes = THEMES;
  protected readonly textSizes = TEXT_SIZES;
  protected readonly languages = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));

  protected named<T extends string, Prefix extends string>(
    values: readonly T[],
    prefix: `${Prefix}${T}` extends MessageKey ? Prefix : never,
  ): Option<T>[] {
    return values.map((value) => ({ value, label: this.t(`${prefix}${value}` as MessageKey) }));
  }
}

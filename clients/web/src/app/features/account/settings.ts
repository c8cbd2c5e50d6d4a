import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { MessageKey } from '../../core/i18n/message-key';
import { Translator } from '../../core/i18n/translator';
import { LANGUAGE_NAMES, LANGUAGES, Preferences, TEXT_SIZES, THEMES } from '../../core/preferences/preferences';
import { Session } from '../../core/session/session';
import { Choice, type Option } from '../../ui/choice';
import { Page } from '../../ui/page';
import { DigestChoice } from './digest-choice';
import { MailLanguage } from './mail-language';

/** How somebody likes their screen, which is kept on this device, and in which language which mails come. */
@Component({
  selector: 'tall-settings',
  imports: [Choice, DigestChoice, MailLanguage, Page, RouterLink],
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
      @if (role()) {
        <tall-mail-language />
      }
      @if (digestRole(); as role) {
        <tall-digest-choice [role]="role" />
      }
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
  protected readonly languages = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value }));

  protected readonly role = inject(Session).role;
  /** Of those to whom the mail is sent. */
  protected readonly digestRole = computed(() => {
    const role = this.role();
    return role === 'student' || role === 'teacher' ? role : undefined;
  });

  protected named<T extends string, Prefix extends string>(
    values: readonly T[],
    prefix: `${Prefix}${T}` extends MessageKey ? Prefix : never,
  ): Option<T>[] {
    return values.map((value) => ({ value, label: this.t(`${prefix}${value}` as MessageKey) }));
  }
}

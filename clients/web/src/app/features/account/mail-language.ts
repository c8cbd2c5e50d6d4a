import { Component, computed, inject, resource } from '@angular/core';
import { answerWithTag, type Schemas } from '@tall/api/http';

import { API } from '../../core/http/api';
import { Translator } from '../../core/i18n/translator';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../core/preferences/preferences';
import { Choice } from '../../ui/choice';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { SentChoice } from '../../ui/sent-choice';

/** The language in which the school writes to somebody: of the account, while that of the screen is of the device. */
@Component({
  selector: 'tall-mail-language',
  imports: [Choice, Failure, Loaded],
  template: `
    <section class="panel stack" [attr.aria-label]="t('mail-language.title')">
      <p>{{ t('mail-language.text') }}</p>
      <tall-loaded [of]="account" [lines]="1">
        @if (language.value(); as value) {
          <tall-choice
            [label]="t('mail-language.title')"
            [options]="languages"
            [value]="value"
            (chosen)="language.choose($event)"
          />
        }
        @if (language.failure(); as why) {
          <tall-failure [of]="why" canRetry (retried)="readAgain()" />
        }
      </tall-loaded>
    </section>
  `,
})
export class MailLanguage {
  protected readonly t = inject(Translator).t;
  private readonly api = inject(API);
  protected readonly languages = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value }));

  protected readonly account = resource({ loader: () => answerWithTag(this.api.GET('/api/v2/profile/me')) });
  private readonly kept = computed(() =>
    this.account.hasValue() ? this.account.value().value.interfaceLanguage : undefined,
  );
  protected readonly language = new SentChoice(this.kept, async (interfaceLanguage: Language) => {
    if (!this.account.hasValue()) return;
    const params = { header: { 'If-Match': this.account.value().etag } };
    const headers = { 'content-type': 'application/merge-patch+json' };
    const body: Schemas['profile']['ChangeMe'] = { interfaceLanguage };
    this.account.set(await answerWithTag(this.api.PATCH('/api/v2/profile/me', { params, headers, body })));
  });

  protected readAgain(): void {
    this.language.forget();
    this.account.reload();
  }
}

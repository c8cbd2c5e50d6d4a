import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Translator } from '../../core/i18n/translator';

/** To what the school asks people to agree to. In a tab of its own: what was typed stays. */
@Component({
  selector: 'tall-terms-link',
  imports: [RouterLink],
  template: `{{ t('terms.read') }} <a routerLink="/terms" target="_blank">{{ t('terms.title') }}</a>`,
})
export class TermsLink {
  protected readonly t = inject(Translator).t;
}

import { Component, computed, inject, resource } from '@angular/core';

import { Translator } from '../../core/i18n/translator';
import { Terms } from '../../core/people/terms';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Prose } from '../../ui/prose';

/** What the school asks people to agree to, whole, before there is an account. */
@Component({
  selector: 'tall-terms-page',
  imports: [Loaded, Page, Prose],
  template: `
    <tall-page [heading]="t('terms.title')" [lead]="t('terms.lead')">
      <tall-loaded [of]="terms" [lines]="8">
        @for (document of documents(); track document.document) {
          <article class="panel"><tall-prose [markdown]="document.text" /></article>
        }
      </tall-loaded>
    </tall-page>
  `,
})
export class TermsPage {
  private readonly translator = inject(Translator);
  protected readonly t = this.translator.t;
  private readonly texts = inject(Terms);

  protected readonly terms = resource({
    params: () => this.translator.language(),
    loader: () => this.texts.current(),
  });
  protected readonly documents = computed(() => (this.terms.hasValue() ? this.terms.value() : []));
}

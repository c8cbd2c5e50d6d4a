import { Component, computed, inject } from '@angular/core';

import { Translator } from '../../core/i18n/translator';
import { Page } from '../../ui/page';
import { CONTENT_LICENCE, type Credited, LEXICON, licencesOf, VOICE } from './credited';

/** Whose work is in the product, and on which terms. */
@Component({
  selector: 'tall-credits',
  imports: [Page],
  template: `
    <tall-page
      back="/settings"
      [backLabel]="t('settings.title')"
      [heading]="t('credits.title')"
      [lead]="t('credits.lead')"
    >
      @for (part of parts(); track part.title) {
        <section class="panel stack" [attr.aria-label]="part.title">
          <h2>{{ part.title }}</h2>
          <p class="soft">{{ part.text }}</p>
          <ul class="plain-list rows">
            @for (one of part.list; track one.title) {
              <li>
                <strong>{{ one.title }}</strong>
                <span class="row small">
                  @for (licence of one.licences; track licence.id) {
                    <a [href]="licence.address" rel="noreferrer">{{ licence.id }}</a>
                  }
                </span>
              </li>
            }
          </ul>
        </section>
      }
    </tall-page>
  `,
})
export class Credits {
  protected readonly t = inject(Translator).t;
  protected readonly parts = computed(() => [
    {
      title: this.t('credits.content'),
      text: this.t('credits.content-text'),
      list: shown([{ title: 'Tall Ecosystem', licence: CONTENT_LICENCE }]),
    },
    { title: this.t('credits.lexicon'), text: this.t('credits.lexicon-text'), list: shown(LEXICON) },
    { title: this.t('credits.voice'), text: this.t('credits.voice-text'), list: shown(VOICE) },
  ]);
}

function shown(all: readonly Credited[]) {
  return all.map(({ title, licence }) => ({ title, licences: licencesOf(licence) }));
}

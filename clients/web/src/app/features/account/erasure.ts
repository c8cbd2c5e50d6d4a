import { Component, DOCUMENT, inject, signal } from '@angular/core';
import { form, required, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { newId } from '@tall/api/http';

import { Translator } from '../../core/i18n/translator';
import { Erasures } from '../../core/people/erasures';
import { Session } from '../../core/session/session';
import { Failure } from '../../ui/failure';
import { Page } from '../../ui/page';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';

/** There is no way back, so a word has to be typed. What is left is the page that says what has become of it. */
@Component({
  selector: 'tall-erasure',
  imports: [Failure, Page, TextField],
  template: `
    <tall-page class="narrow" back="/exports" [heading]="t('erasure.title')" [lead]="t('erasure.lead')">
      <form class="panel stack" novalidate (submit)="submission.send($event)">
        <p>{{ t('erasure.text') }}</p>
        <tall-text-field [label]="t('erasure.type', { word: t('erasure.word') })" [field]="form.word" />
        <p class="small soft address">{{ t('erasure.certificate', { address }) }}</p>
        @if (submission.failure(); as failure) {
          <tall-failure [of]="failure" />
        }
        <button class="button filled final" type="submit" [disabled]="form().submitting()">
          {{ t('erasure.submit') }}
        </button>
      </form>
    </tall-page>
  `,
  styles: `
    .address {
      overflow-wrap: anywhere;
    }
  `,
})
export class Erasure {
  protected readonly t = inject(Translator).t;
  private readonly erasures = inject(Erasures);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly erasureId = newId();
  protected readonly address = `${inject(DOCUMENT).location.origin}/erasures/${this.erasureId}`;

  private readonly model = signal({ word: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.word);
    validate(path.word, ({ value }) =>
      value().trim().toLowerCase() === this.t('erasure.word').toLowerCase()
        ? undefined
        : { kind: 'word', message: this.t('erasure.other-word', { word: this.t('erasure.word') }) },
    );
  });
  protected readonly submission = new Submission(this.form, async () => {
    await this.erasures.ask(this.erasureId);
    await this.router.navigate(['/erasures', this.erasureId]);
    this.session.forget();
  });
}

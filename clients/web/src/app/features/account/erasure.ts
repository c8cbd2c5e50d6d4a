import { Component, inject, signal } from '@angular/core';
import { form, required, validate } from '@angular/forms/signals';
import { answerOf, newId } from '@tall/api/http';

import { API } from '../../core/http/api';
import { Translator } from '../../core/i18n/translator';
import { Session } from '../../core/session/session';
import { Failure } from '../../ui/failure';
import { Page } from '../../ui/page';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';

/** There is no way back, so a word has to be typed. What is left is the number of the certificate. */
@Component({
  selector: 'tall-erasure',
  imports: [Failure, Page, TextField],
  template: `
    <tall-page class="narrow" back="/exports" [heading]="t('erasure.title')" [lead]="t('erasure.lead')">
      <form class="panel stack" novalidate (submit)="submission.send($event)">
        <p>{{ t('erasure.text') }}</p>
        <tall-text-field [label]="t('erasure.type', { word: t('erasure.word') })" [field]="form.word" />
        <p class="small soft">{{ t('erasure.certificate', { id: erasureId }) }}</p>
        @if (submission.failure(); as failure) {
          <tall-failure [of]="failure" />
        }
        <button class="button filled final" type="submit" [disabled]="form().submitting()">
          {{ t('erasure.submit') }}
        </button>
      </form>
    </tall-page>
  `,
})
export class Erasure {
  protected readonly t = inject(Translator).t;
  private readonly api = inject(API);
  private readonly session = inject(Session);
  protected readonly erasureId = newId();

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
    await answerOf(this.api.POST('/api/v2/pii/erasures', { body: { erasureId: this.erasureId } }));
    this.session.forget();
  });
}

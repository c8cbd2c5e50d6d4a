import { Component, inject, signal } from '@angular/core';
import { form, maxLength, minLength, required } from '@angular/forms/signals';
import { answerOf } from '@tall/api/http';

import { API } from '../../core/http/api';
import { Translator } from '../../core/i18n/translator';
import { Failure } from '../../ui/failure';
import { Page } from '../../ui/page';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';

/** Another password; every other session ends. */
@Component({
  selector: 'tall-change-password',
  imports: [Failure, Page, TextField],
  template: `
    <tall-page class="narrow" back="/security" [heading]="t('password.change')" [lead]="t('password.change-lead')">
      <form class="stack" novalidate (submit)="submission.send($event)">
        <tall-text-field
          type="password"
          autocomplete="current-password"
          [label]="t('password.current')"
          [field]="form.currentPassword"
        />
        <tall-text-field
          type="password"
          autocomplete="new-password"
          [label]="t('password.new')"
          [hint]="t('password.hint')"
          [field]="form.password"
        />
        @if (submission.failure(); as failure) {
          <tall-failure [of]="failure" />
        }
        <button class="button filled" type="submit" [disabled]="form().submitting()">{{ t('save') }}</button>
        @if (isDone()) {
          <p role="status">{{ t('password.changed') }}</p>
        }
      </form>
    </tall-page>
  `,
})
export class ChangePassword {
  protected readonly t = inject(Translator).t;
  private readonly api = inject(API);

  private readonly model = signal({ currentPassword: '', password: '' });
  protected readonly form = form(this.model, (path) => {
    for (const field of [path.currentPassword, path.password]) {
      required(field);
      minLength(field, 8);
      maxLength(field, 128);
    }
  });
  protected readonly isDone = signal(false);
  protected readonly submission = new Submission(this.form, async () => {
    this.isDone.set(false);
    await answerOf(this.api.PUT('/api/v2/profile/me/password', { body: this.model() }));
    this.form().reset({ currentPassword: '', password: '' });
    this.isDone.set(true);
  });
}

import { Component, inject, signal } from '@angular/core';
import { email, form, maxLength, minLength, required } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { answerOf } from '@tall/api/http';

import { OPEN_API } from '../../core/http/open-api';
import { Translator } from '../../core/i18n/translator';
import { MailedCode } from '../../core/session/mailed-code';
import { Failure } from '../../ui/failure';
import { Page } from '../../ui/page';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';
import { TermsLink } from './terms-link';

/** The school has made an account; its owner chooses the first password. */
@Component({
  selector: 'tall-invitation',
  imports: [Failure, Page, TermsLink, TextField],
  template: `
    <tall-page class="narrow" [heading]="t('invitation.title')" [lead]="t('invitation.lead')">
      <form class="stack" novalidate (submit)="submission.send($event)">
        <tall-text-field type="email" autocomplete="username" [label]="t('email')" [field]="form.email" />
        @if (!mailed) {
          <tall-text-field isCode autocomplete="one-time-code" [label]="t('code.title')" [field]="form.code" />
        }
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
        <p class="small soft"><tall-terms-link /></p>
        <button class="button filled" type="submit" [disabled]="form().submitting()">
          {{ t('invitation.submit') }}
        </button>
      </form>
    </tall-page>
  `,
})
export class Invitation {
  protected readonly t = inject(Translator).t;
  private readonly api = inject(OPEN_API);
  private readonly router = inject(Router);

  protected readonly mailed = inject(MailedCode).take();
  private readonly model = signal({ email: '', code: this.mailed?.code ?? '', password: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.email);
    email(path.email);
    required(path.code);
    required(path.password);
    minLength(path.password, 8);
    maxLength(path.password, 128);
  });
  protected readonly submission = new Submission(this.form, async () => {
    const { email: address, code, password } = this.model();
    const body = { email: address.trim(), code: code.trim(), password };
    await answerOf(this.api.POST('/api/v2/profile/invitations/acceptances', { body }));
    await this.router.navigateByUrl('/log-in');
  });
}

import { Component, inject, signal } from '@angular/core';
import { email, form, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { answerOf } from '@tall/api/http';

import { OPEN_API } from '../../core/http/open-api';
import { Translator } from '../../core/i18n/translator';
import { MailedCode } from '../../core/session/mailed-code';
import { Failure } from '../../ui/failure';
import { Page } from '../../ui/page';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';

/** Where the link of a mail leads: one press proves the address. Without a link, the mail is sent again. */
@Component({
  selector: 'tall-verify-email',
  imports: [Failure, Page, RouterLink, TextField],
  templateUrl: './verify-email.html',
})
export class VerifyEmail {
  protected readonly t = inject(Translator).t;
  private readonly api = inject(OPEN_API);

  protected readonly mailed = inject(MailedCode).take();
  protected readonly step = signal<'ask' | 'sent' | 'proved'>('ask');
  protected readonly failure = signal<unknown>(undefined);

  private readonly model = signal({ email: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.email);
    email(path.email);
  });
  protected readonly request = new Submission(this.form, async () => {
    const body = { email: this.model().email.trim() };
    await answerOf(this.api.POST('/api/v2/profile/email-verifications', { body }));
    this.step.set('sent');
  });

  protected async confirm(): Promise<void> {
    if (!this.mailed) return;
    this.failure.set(undefined);
    const confirmed = answerOf(this.api.POST('/api/v2/profile/email-confirmations', { body: this.mailed }));
    await confirmed.then(
      () => this.step.set('proved'),
      (failure: unknown) => this.failure.set(failure),
    );
  }
}

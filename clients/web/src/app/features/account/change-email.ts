import { Component, inject, signal } from '@angular/core';
import { email, form, required } from '@angular/forms/signals';
import { answerOf } from '@tall/api/http';

import { API } from '../../core/http/api';
import { Translator } from '../../core/i18n/translator';
import { Session } from '../../core/session/session';
import { Failure } from '../../ui/failure';
import { Page } from '../../ui/page';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';

/** Another address, which counts once the code that goes there has come back. */
@Component({
  selector: 'tall-change-email',
  imports: [Failure, Page, TextField],
  templateUrl: './change-email.html',
})
export class ChangeEmail {
  protected readonly t = inject(Translator).t;
  private readonly api = inject(API);
  private readonly session = inject(Session);

  protected readonly step = signal<'ask' | 'code' | 'done'>('ask');
  protected readonly model = signal({ email: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.email);
    email(path.email);
  });
  protected readonly request = new Submission(this.form, async () => {
    await answerOf(this.api.PUT('/api/v2/profile/me/email', { body: { email: this.model().email.trim() } }));
    this.step.set('code');
  });

  private readonly code = signal({ code: '' });
  protected readonly codeForm = form(this.code, (path) => {
    required(path.code);
  });
  protected readonly confirmation = new Submission(this.codeForm, async () => {
    const body = { userId: this.session.userId() ?? '', code: this.code().code.trim() };
    await answerOf(this.api.POST('/api/v2/profile/email-confirmations', { body }));
    this.step.set('done');
  });
}

import { Component, computed, inject, signal } from '@angular/core';
import { email, form, maxLength, minLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { answerOf } from '@tall/api/http';

import { OPEN_API } from '../../core/http/open-api';
import { MailedCode } from '../../core/session/mailed-code';
import { Translator } from '../../core/i18n/translator';
import { Session } from '../../core/session/session';
import { Failure } from '../../ui/failure';
import { Page } from '../../ui/page';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';

/** An address first, then the code that came by mail with another password. Who follows the mail's link begins there. */
@Component({
  selector: 'tall-reset-password',
  imports: [Failure, Page, RouterLink, TextField],
  templateUrl: './reset-password.html',
})
export class ResetPassword {
  protected readonly t = inject(Translator).t;
  private readonly api = inject(OPEN_API);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly mailed = inject(MailedCode).take();

  protected readonly isAsked = signal(this.mailed !== undefined);
  protected readonly hasCode = computed(() => this.mailed !== undefined);

  private readonly address = signal({ email: '' });
  protected readonly addressForm = form(this.address, (path) => {
    required(path.email);
    email(path.email);
  });
  protected readonly request = new Submission(this.addressForm, async () => {
    const wanted = this.address().email.trim();
    await answerOf(this.api.POST('/api/v2/profile/password-resets', { body: { email: wanted } }));
    this.model.update((model) => ({ ...model, email: wanted }));
    this.isAsked.set(true);
  });

  private readonly model = signal({ email: '', code: this.mailed?.code ?? '', password: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.email);
    email(path.email);
    required(path.code);
    required(path.password);
    minLength(path.password, 8);
    maxLength(path.password, 128);
  });
  protected readonly completion = new Submission(this.form, async () => {
    const { email: address, code, password } = this.model();
    const body = { email: address.trim(), code: code.trim(), password };
    await answerOf(this.api.POST('/api/v2/profile/password-resets/completions', { body }));
    this.session.forget();
    await this.router.navigateByUrl('/log-in');
  });
}

import { Component, inject, signal } from '@angular/core';
import { email, form, maxLength, minLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { answerOf, newId } from '@tall/api/http';

import { OPEN_API } from '../../core/http/open-api';
import { Translator } from '../../core/i18n/translator';
import { Session } from '../../core/session/session';
import { Failure } from '../../ui/failure';
import { Page } from '../../ui/page';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';
import { TermsLink } from './terms-link';

/** Who somebody is, then the code that came by mail; then they are in. */
@Component({
  selector: 'tall-register',
  imports: [Failure, Page, RouterLink, TermsLink, TextField],
  templateUrl: './register.html',
})
export class Register {
  private readonly translator = inject(Translator);
  protected readonly t = this.translator.t;
  private readonly api = inject(OPEN_API);
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  /** Of this attempt: the same registration sent twice is one. Another body needs another. */
  private userId = newId();
  protected readonly isAsked = signal(false);

  protected readonly model = signal({ givenName: '', familyName: '', email: '', password: '' });
  protected readonly form = form(this.model, (path) => {
    for (const name of [path.givenName, path.familyName]) {
      required(name);
      maxLength(name, 100);
    }
    required(path.email);
    email(path.email);
    required(path.password);
    minLength(path.password, 8);
    maxLength(path.password, 128);
  });
  protected readonly registration = new Submission(this.form, async () => {
    this.userId = newId();
    const { givenName, familyName, email: address, password } = this.model();
    await answerOf(
      this.api.PUT('/api/v2/profile/users/{userId}', {
        params: { path: { userId: this.userId } },
        body: {
          givenName: givenName.trim(),
          familyName: familyName.trim(),
          email: address.trim(),
          password,
          interfaceLanguage: this.translator.language(),
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        },
      }),
    );
    this.isAsked.set(true);
  });

  private readonly code = signal({ code: '' });
  protected readonly codeForm = form(this.code, (path) => {
    required(path.code);
  });
  protected readonly confirmation = new Submission(this.codeForm, async () => {
    const body = { userId: this.userId, code: this.code().code.trim() };
    await answerOf(this.api.POST('/api/v2/profile/email-confirmations', { body }));
    const { email: address, password } = this.model();
    await this.session.logIn(address.trim(), password);
    await this.router.navigateByUrl('/');
  });

  protected readonly isSentAgain = signal(false);

  protected async sendAgain(): Promise<void> {
    const body = { email: this.model().email.trim() };
    await answerOf(this.api.POST('/api/v2/profile/email-verifications', { body }));
    this.isSentAgain.set(true);
  }
}

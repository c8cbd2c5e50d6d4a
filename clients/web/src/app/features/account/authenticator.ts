import { Component, computed, inject, resource, signal } from '@angular/core';
import { form, maxLength, minLength, required } from '@angular/forms/signals';
import { answerOf, newId } from '@tall/api/http';

import { API } from '../../core/http/api';
import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';
import { AuthenticatorSetup } from '../log-in/authenticator-setup';

/** The authenticator app: put in force with its first code, replaced, removed. */
@Component({
  selector: 'tall-authenticator',
  imports: [AuthenticatorSetup, Failure, Loaded, Page, TextField],
  templateUrl: './authenticator.html',
})
export class Authenticator {
  protected readonly t = inject(Translator).t;
  private readonly formats = inject(Formats);
  private readonly api = inject(API);

  protected readonly factors = resource({ loader: () => answerOf(this.api.GET('/api/v2/profile/me/factors')) });
  protected readonly since = computed(() => {
    const totp = this.factors.hasValue() ? this.factors.value().totp : undefined;
    return totp ? this.formats.date(totp.confirmedAt) : undefined;
  });
  protected readonly isSettingUp = signal(false);
  protected readonly failure = signal<unknown>(undefined);
  private enrolmentId = newId();

  protected readonly begin = () =>
    answerOf(
      this.api.PUT('/api/v2/profile/me/totp-enrolments/{enrolmentId}', {
        params: { path: { enrolmentId: this.enrolmentId } },
      }),
    );

  private readonly model = signal({ code: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.code);
    minLength(path.code, 6);
    maxLength(path.code, 7);
  });
  protected readonly submission = new Submission(this.form, async () => {
    await answerOf(
      this.api.POST('/api/v2/profile/me/totp-enrolments/{enrolmentId}/confirmations', {
        params: { path: { enrolmentId: this.enrolmentId } },
        body: { code: this.model().code.trim() },
      }),
    );
    this.isSettingUp.set(false);
    this.factors.reload();
  });

  protected setUp(): void {
    this.enrolmentId = newId();
    this.form().reset({ code: '' });
    this.failure.set(undefined);
    this.isSettingUp.set(true);
  }

  protected async remove(): Promise<void> {
    this.failure.set(undefined);
    await answerOf(this.api.DELETE('/api/v2/profile/me/totp')).then(
      () => this.factors.reload(),
      (failure: unknown) => this.failure.set(failure),
    );
  }
}

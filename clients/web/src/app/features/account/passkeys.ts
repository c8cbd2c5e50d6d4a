import { Component, computed, inject, resource, signal } from '@angular/core';
import { form, maxLength, required } from '@angular/forms/signals';
import { answerOf, newId } from '@tall/api/http';

import { API } from '../../core/http/api';
import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { hasPasskeys, makePasskey } from '../../core/session/passkeys';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';

/** Passkeys: listed, made on this device, removed. */
@Component({
  selector: 'tall-passkeys',
  imports: [Failure, Loaded, Page, TextField],
  templateUrl: './passkeys.html',
})
export class Passkeys {
  protected readonly t = inject(Translator).t;
  protected readonly formats = inject(Formats);
  private readonly api = inject(API);

  protected readonly passkeys = resource({ loader: () => answerOf(this.api.GET('/api/v2/profile/me/passkeys')) });
  protected readonly items = computed(() => (this.passkeys.hasValue() ? this.passkeys.value().items : []));
  protected readonly canMake = hasPasskeys();
  protected readonly failure = signal<unknown>(undefined);

  private readonly model = signal({ name: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, 40);
  });
  protected readonly submission = new Submission(this.form, async () => {
    const passkeyId = newId();
    const registration = await answerOf(
      this.api.PUT('/api/v2/profile/me/passkey-registrations/{passkeyId}', { params: { path: { passkeyId } } }),
    );
    const name = this.model().name.trim();
    const credential = await makePasskey(registration.options, `Tall: ${name}`);
    if (!credential) return;
    await answerOf(
      this.api.POST('/api/v2/profile/me/passkey-registrations/{passkeyId}/completions', {
        params: { path: { passkeyId } },
        body: { name, credential },
      }),
    );
    this.form().reset({ name: '' });
    this.passkeys.reload();
  });

  protected async remove(passkeyId: string): Promise<void> {
    this.failure.set(undefined);
    const removed = this.api.DELETE('/api/v2/profile/me/passkeys/{passkeyId}', { params: { path: { passkeyId } } });
    await answerOf(removed).then(
      () => this.passkeys.reload(),
      (failure: unknown) => this.failure.set(failure),
    );
  }
}

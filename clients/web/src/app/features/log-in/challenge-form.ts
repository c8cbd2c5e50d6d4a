import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, maxLength, minLength, required } from '@angular/forms/signals';
import { answerOf, isProblem, type Schemas } from '@tall/api/http';

import { OPEN_API } from '../../core/http/open-api';
import { Translator } from '../../core/i18n/translator';
import { askPasskey, hasPasskeys } from '../../core/session/passkeys';
import { type Challenge, Session } from '../../core/session/session';
import { Failure } from '../../ui/failure';
import { Icon } from '../../ui/icon';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';
import { AuthenticatorSetup } from './authenticator-setup';

type Method = Schemas['profile']['MethodName'];
type Answer = Omit<Schemas['profile']['ChallengeAnswer'], 'challengeToken'>;

/** The second factor: a code, a passkey, a recovery code; for an administrator's first log-in, setting one up. */
@Component({
  selector: 'tall-challenge-form',
  imports: [AuthenticatorSetup, Failure, Icon, TextField],
  templateUrl: './challenge-form.html',
})
export class ChallengeForm {
  readonly challenge = input.required<Challenge>();
  readonly passed = output();
  readonly abandoned = output();

  protected readonly t = inject(Translator).t;
  private readonly api = inject(OPEN_API);
  private readonly session = inject(Session);

  protected readonly methods = computed(() =>
    this.challenge().methods.filter((method) => method !== 'passkey' || hasPasskeys()),
  );
  protected readonly method = linkedSignal<Method | undefined>(() => this.methods()[0]);

  private readonly model = signal({ code: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.code);
    minLength(path.code, 6);
    maxLength(path.code, 64);
  });
  protected readonly submission = new Submission(this.form, async () => {
    const method = this.method() === 'recovery-code' ? 'recovery-code' : 'totp';
    await this.answer({ method, code: this.model().code.trim() });
  });

  protected readonly passkeyFailure = signal<unknown>(undefined);

  protected readonly enrol = () =>
    answerOf(
      this.api.POST('/api/v2/profile/sessions/challenges/{challengeId}/totp-enrolments', {
        params: { path: { challengeId: this.challenge().challengeId } },
        body: { challengeToken: this.challenge().challengeToken },
      }),
    );

  protected choose(method: Method): void {
    this.method.set(method);
    this.form().reset({ code: '' });
    this.passkeyFailure.set(undefined);
  }

  protected isOver(failure: unknown): boolean {
    return isProblem(failure, 'not-found');
  }

  protected async usePasskey(): Promise<void> {
    this.passkeyFailure.set(undefined);
    try {
      const ceremony = await answerOf(
        this.api.POST('/api/v2/profile/sessions/challenges/{challengeId}/passkey-ceremonies', {
          params: { path: { challengeId: this.challenge().challengeId } },
          body: { challengeToken: this.challenge().challengeToken },
        }),
      );
      const credential = await askPasskey(ceremony.options);
      if (credential) await this.answer({ method: 'passkey', credential });
    } catch (failure) {
      this.passkeyFailure.set(failure);
    }
  }

  private async answer(answer: Answer): Promise<void> {
    const { challengeId, challengeToken } = this.challenge();
    const view = await answerOf(
      this.api.POST('/api/v2/profile/sessions/challenges/{challengeId}/answers', {
        params: { path: { challengeId } },
        body: { challengeToken, ...answer },
      }),
    );
    this.session.enter(view);
    this.passed.emit();
  }
}

import { Component, inject, Injector, signal } from '@angular/core';
import { form, maxLength, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialog, MatDialogConfig, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

import { Failure } from '../../ui/failure';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';
import { Translator } from '../i18n/translator';
import type { ProofMethod, Prove, Proved } from './proof-prompt';

/** Asks for the password, or a code of the authenticator app instead. */
@Component({
  selector: 'tall-proof-dialog',
  imports: [Failure, MatDialogModule, TextField],
  template: `
    <h2 mat-dialog-title>{{ t('proof.title') }}</h2>
    <form novalidate (submit)="submission.send($event)">
      <mat-dialog-content class="stack">
        <p>{{ t('proof.text') }}</p>
        @if (method() === 'password') {
          <tall-text-field
            type="password"
            autocomplete="current-password"
            [label]="t('password.current')"
            [field]="form.proof"
          />
        } @else {
          <tall-text-field
            isCode
            autocomplete="one-time-code"
            inputmode="numeric"
            [label]="t('challenge.totp')"
            [field]="form.proof"
          />
        }
        @if (submission.failure(); as failure) {
          <tall-failure [of]="failure" />
        }
        <button class="button plain" type="button" (click)="change()">
          {{ t(method() === 'password' ? 'proof.by-code' : 'proof.by-password') }}
        </button>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button class="button plain" type="button" mat-dialog-close>{{ t('cancel') }}</button>
        <button class="button filled" type="submit" [disabled]="form().submitting()">{{ t('go-on') }}</button>
      </mat-dialog-actions>
    </form>
  `,
})
export class ProofDialog {
  protected readonly t = inject(Translator).t;
  private readonly prove = inject<Prove>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<ProofDialog, Proved>>(MatDialogRef);

  protected readonly method = signal<ProofMethod>('password');
  private readonly model = signal({ proof: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.proof);
    maxLength(path.proof, 128);
  });

  protected readonly submission = new Submission(this.form, async () => {
    this.dialog.close(await this.prove(this.method(), this.model().proof));
  });

  protected change(): void {
    this.method.update((method) => (method === 'password' ? 'totp' : 'password'));
    this.form().reset({ proof: '' });
  }
}

/** Nothing when somebody would rather not. */
export function openProofDialog(injector: Injector, prove: Prove): Promise<Proved | undefined> {
  const settings = Object.assign(new MatDialogConfig<Prove>(), { data: prove, width: '28rem', injector });
  const dialog = injector.get(MatDialog).open<ProofDialog, Prove, Proved>(ProofDialog, settings);
  return firstValueFrom(dialog.afterClosed());
}

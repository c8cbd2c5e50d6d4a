import { Component, effect, inject, input, signal } from '@angular/core';
import { email, form, maxLength, minLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { isProblem } from '@tall/api/http';

import { Translator } from '../../core/i18n/translator';
import { type Challenge, Session } from '../../core/session/session';
import { Failure } from '../../ui/failure';
import { Page } from '../../ui/page';
import { Skeleton } from '../../ui/skeleton';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';
import { ChallengeForm } from './challenge-form';
import { localPath } from './local-path';
import { SchoolButtons } from './school-buttons';

/** Address and password first; what else is asked for comes after, on the same screen. */
@Component({
  selector: 'tall-log-in',
  imports: [ChallengeForm, Failure, Page, RouterLink, SchoolButtons, Skeleton, TextField],
  templateUrl: './log-in.html',
})
export class LogIn {
  /** Where somebody wanted to go. */
  readonly next = input<string>();
  /** The session that ended a moment ago. */
  readonly ended = input<string>();

  protected readonly t = inject(Translator).t;
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  protected readonly challenge = signal<Challenge | undefined>(undefined);
  private readonly model = signal({ email: '', password: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.email);
    email(path.email);
    required(path.password);
    minLength(path.password, 8);
    maxLength(path.password, 128);
  });
  protected readonly submission = new Submission(this.form, async () => {
    const { email: address, password } = this.model();
    const challenge = await this.session.logIn(address.trim(), password);
    if (challenge) this.challenge.set(challenge);
    else await this.arrive();
  });
  protected readonly isRefused = (failure: unknown) => isProblem(failure, 'bad-credentials');

  constructor() {
    // In another tab.
    effect(() => {
      if (this.session.isLoggedIn()) void this.arrive();
    });
  }

  protected arrive(): Promise<boolean> {
    return this.router.navigateByUrl(localPath(this.next()));
  }

  protected startAgain(): void {
    this.challenge.set(undefined);
  }
}

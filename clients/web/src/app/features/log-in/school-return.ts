import { Component, inject, input, type OnInit, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { answerOf } from '@tall/api/http';

import { API } from '../../core/http/api';
import { OPEN_API } from '../../core/http/open-api';
import { Translator } from '../../core/i18n/translator';
import { type Challenge, Session } from '../../core/session/session';
import { Failure } from '../../ui/failure';
import { Page } from '../../ui/page';
import { Skeleton } from '../../ui/skeleton';
import { ChallengeForm } from './challenge-form';
import { localPath } from './local-path';
import { type Journey, Schools } from './schools';

/** Where a school's provider sends somebody back to. What it gave is taken from the address at once. */
@Component({
  selector: 'tall-school-return',
  imports: [ChallengeForm, Failure, Page, RouterLink, Skeleton],
  template: `
    <tall-page class="narrow" [heading]="t(challenge() ? 'challenge.title' : 'school.title')">
      @if (challenge(); as asked) {
        <tall-challenge-form [challenge]="asked" (passed)="arrive()" (abandoned)="leave()" />
      } @else if (isRefused()) {
        <p class="panel" role="alert">{{ t('school.refused') }}</p>
        <a class="button filled" routerLink="/log-in">{{ t('log-in.submit') }}</a>
      } @else if (failure(); as why) {
        <tall-failure [of]="why" />
        <a class="button filled" routerLink="/log-in">{{ t('log-in.submit') }}</a>
      } @else {
        <tall-skeleton [lines]="1" />
      }
    </tall-page>
  `,
})
export class SchoolReturn implements OnInit {
  readonly code = input<string>();
  readonly state = input<string>();
  /** Who the provider says it is (RFC 9207). */
  readonly iss = input<string>();

  protected readonly t = inject(Translator).t;
  private readonly open = inject(OPEN_API);
  private readonly api = inject(API);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly journey = inject(Schools).takeJourney();

  protected readonly challenge = signal<Challenge | undefined>(undefined);
  protected readonly failure = signal<unknown>(undefined);
  protected readonly isRefused = signal(false);

  ngOnInit(): void {
    const given = { code: this.code(), state: this.state(), issuer: this.iss() };
    void this.router.navigate([], { replaceUrl: true });
    if (!this.journey || !given.code || !given.state) {
      this.isRefused.set(true);
      return;
    }
    const body = { ...given, code: given.code, state: given.state };
    this.finish(this.journey, body).catch((failure: unknown) => this.failure.set(failure));
  }

  protected arrive(): Promise<boolean> {
    return this.router.navigateByUrl(localPath(this.journey?.next));
  }

  protected leave(): Promise<boolean> {
    return this.router.navigateByUrl('/log-in');
  }

  private async finish(
    journey: Journey,
    given: { code: string; state: string; issuer: string | undefined },
  ): Promise<void> {
    const body = { ...given, authorizationToken: journey.authorizationToken };
    if (journey.purpose === 'link') {
      await answerOf(this.api.POST('/api/v2/profile/me/identities', { body }));
      await this.router.navigateByUrl('/security/schools');
      return;
    }
    const view = await answerOf(this.open.POST('/api/v2/profile/sessions/by-provider', { body }));
    const challenge = this.session.enter(view);
    if (challenge) this.challenge.set(challenge);
    else await this.arrive();
  }
}

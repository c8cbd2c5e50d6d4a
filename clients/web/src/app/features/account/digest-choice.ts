import { Component, computed, inject, input, resource } from '@angular/core';
import { answerWithTag } from '@tall/api/http';

import { API } from '../../core/http/api';
import { Translator } from '../../core/i18n/translator';
import { Choice } from '../../ui/choice';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { SentChoice } from '../../ui/sent-choice';

/** Whether somebody wants the mail of Mondays: a teacher's of their students, a student's of themself. */
@Component({
  selector: 'tall-digest-choice',
  imports: [Choice, Failure, Loaded],
  template: `
    <section class="panel stack" [attr.aria-label]="t('digest.title')">
      <p>{{ t(role() === 'teacher' ? 'digest.text' : 'digest.own-text') }}</p>
      <tall-loaded [of]="digest" [lines]="1">
        @if (wish.value(); as value) {
          <tall-choice
            [label]="t('digest.title')"
            [options]="options()"
            [value]="value"
            (chosen)="wish.choose($event)"
          />
        }
        @if (wish.failure(); as why) {
          <tall-failure [of]="why" canRetry (retried)="readAgain()" />
        }
      </tall-loaded>
    </section>
  `,
})
export class DigestChoice {
  readonly role = input.required<'student' | 'teacher'>();

  protected readonly t = inject(Translator).t;
  private readonly api = inject(API);

  protected readonly digest = resource({
    loader: () => answerWithTag(this.api.GET('/api/v2/cron-utility/digest')),
  });
  private readonly kept = computed(() => {
    if (!this.digest.hasValue()) return undefined;
    return this.digest.value().value.wanted ? ('on' as const) : ('off' as const);
  });
  protected readonly wish = new SentChoice(this.kept, async (wish: 'on' | 'off') => {
    if (!this.digest.hasValue()) return;
    const params = { header: { 'If-Match': this.digest.value().etag } };
    const body = { wanted: wish === 'on' };
    this.digest.set(await answerWithTag(this.api.PUT('/api/v2/cron-utility/digest', { params, body })));
  });
  protected readonly options = computed(() => [
    { value: 'on' as const, label: this.t('digest.on') },
    { value: 'off' as const, label: this.t('digest.off') },
  ]);

  protected readAgain(): void {
    this.wish.forget();
    this.digest.reload();
  }
}

import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { answerWithTag } from '@tall/api/http';

import { API } from '../../core/http/api';
import { Translator } from '../../core/i18n/translator';
import { Choice } from '../../ui/choice';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';

/** Whether somebody wants the mail of Mondays: a teacher's of their students, a student's of themself. */
@Component({
  selector: 'tall-digest-choice',
  imports: [Choice, Failure, Loaded],
  template: `
    <section class="panel stack" [attr.aria-label]="t('digest.title')">
      <p>{{ t(role() === 'teacher' ? 'digest.text' : 'digest.own-text') }}</p>
      <tall-loaded [of]="digest" [lines]="1">
        @if (chosen(); as value) {
          <tall-choice
            [label]="t('digest.title')"
            [options]="options()"
            [value]="value"
            (chosen)="choose($event === 'on')"
          />
        }
        @if (failure(); as why) {
          <tall-failure [of]="why" canRetry (retried)="digest.reload()" />
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
  protected readonly chosen = computed(() => {
    if (!this.digest.hasValue()) return undefined;
    return this.digest.value().value.wanted ? ('on' as const) : ('off' as const);
  });
  protected readonly options = computed(() => [
    { value: 'on' as const, label: this.t('digest.on') },
    { value: 'off' as const, label: this.t('digest.off') },
  ]);
  protected readonly failure = signal<unknown>(undefined);

  protected async choose(wanted: boolean): Promise<void> {
    if (!this.digest.hasValue()) return;
    this.failure.set(undefined);
    const { etag } = this.digest.value();
    const params = { header: { 'If-Match': etag } };
    await answerWithTag(this.api.PUT('/api/v2/cron-utility/digest', { params, body: { wanted } })).then(
      (digest) => this.digest.set(digest),
      (failure: unknown) => this.failure.set(failure),
    );
  }
}

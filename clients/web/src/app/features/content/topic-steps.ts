import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form } from '@angular/forms/signals';

import { Translator } from '../../core/i18n/translator';
import { Failure } from '../../ui/failure';
import { SelectField } from '../../ui/select-field';
import { Submission } from '../../ui/submission';
import { Announcement, announcementOf, announcementRules, NO_ANNOUNCEMENT } from './announcement';
import { ContentApi, type Status, type Step, STATUSES } from './content-api';

/** Steps that are offered for a whole topic: `all` takes what is new through to the students. */
const WAYS = {
  submit: ['submit'],
  approve: ['approve'],
  publish: ['publish'],
  all: ['submit', 'approve', 'publish'],
  archive: ['archive'],
} as const satisfies Record<string, readonly Step[]>;
type Way = keyof typeof WAYS;
const OFFERED: readonly Way[] = ['submit', 'approve', 'publish', 'all', 'archive'];

/** One step for a topic and all its words; each takes it that can. */
@Component({
  selector: 'tall-topic-steps',
  imports: [Announcement, Failure, SelectField],
  template: `
    <section class="panel stack" [attr.aria-label]="t('topic-steps.title')">
      <h2>{{ t('topic-steps.title') }}</h2>
      <p class="soft">{{ t('topic-steps.text') }}</p>
      <form class="stack" novalidate (submit)="submission.send($event)">
        <tall-select-field
          [label]="t('topic-steps.what')"
          [options]="ways()"
          [value]="way()"
          (chosen)="way.set($event)"
        />
        @if (publishes()) {
          <tall-announcement [of]="form" />
        }
        @if (submission.failure(); as failure) {
          <tall-failure [of]="failure" />
        }
        <div class="row">
          <button class="button outlined" type="submit" [disabled]="form().submitting()">
            {{ t('topic-steps.do') }}
          </button>
          <span role="status">{{ outcome() }}</span>
        </div>
      </form>
    </section>
  `,
})
export class TopicSteps {
  readonly topicId = input.required<string>();
  readonly taken = output();

  protected readonly t = inject(Translator).t;
  private readonly content = inject(ContentApi);

  protected readonly way = signal<Way>('submit');
  protected readonly ways = computed(() => OFFERED.map((value) => ({ value, label: this.t(`topic-way.${value}`) })));
  protected readonly publishes = computed(() => this.steps().includes('publish'));
  private readonly steps = computed<readonly Step[]>(() => WAYS[this.way()]);

  private readonly model = signal(NO_ANNOUNCEMENT);
  protected readonly form = form(this.model, announcementRules);
  protected readonly outcome = signal('');
  protected readonly submission = new Submission(this.form, async () => {
    this.outcome.set('');
    const announced = this.publishes() ? announcementOf(this.model()) : {};
    const { counts } = await this.content.takeAll(this.topicId(), { steps: [...this.steps()], ...announced });
    this.outcome.set(this.told(counts));
    this.form().reset(NO_ANNOUNCEMENT);
    this.taken.emit();
  });

  /** How many items stand where now. */
  private told(counts: Readonly<Partial<Record<string, number>>>): string {
    const parts = STATUSES.flatMap((status: Status) => {
      const count = counts[status];
      return count ? [`${this.t(`content-status.${status}`)}: ${String(count)}`] : [];
    });
    return parts.join(', ');
  }
}

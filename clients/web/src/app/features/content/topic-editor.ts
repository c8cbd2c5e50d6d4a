import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { form, maxLength, pattern, required } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { newId } from '@tall/api/http';

import { Translator } from '../../core/i18n/translator';
import { keepUnsaved } from '../../core/unsaved/unsaved';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { SelectField } from '../../ui/select-field';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';
import { ContentApi, LEVELS, topicOf } from './content-api';
import { topicContent, topicForm } from './item-form';
import { ItemHistory } from './item-history';
import { ItemSteps } from './item-steps';

const SHORT = 100;
const LONG = 500;

/** The name and description of a topic, new or there already. */
@Component({
  selector: 'tall-topic-editor',
  imports: [Failure, ItemHistory, ItemSteps, Loaded, Page, SelectField, TextField],
  templateUrl: './topic-editor.html',
  styleUrl: './editor.css',
})
export class TopicEditor {
  /** None for a new one. */
  readonly topicId = input<string>();
  /** The version that was brought back a moment ago. */
  readonly broughtBack = input<string>();

  protected readonly t = inject(Translator).t;
  private readonly content = inject(ContentApi);
  private readonly router = inject(Router);
  /** One for each visit: a lost answer is asked for again under the same id. */
  private readonly ownId = newId();

  protected readonly topic = resource({
    params: () => ({ topicId: this.topicId() }),
    loader: async ({ params }) => (params.topicId ? this.content.item(params.topicId) : null),
  });
  protected readonly before = computed(() => (this.topic.hasValue() ? (this.topic.value() ?? undefined) : undefined));
  protected readonly heading = computed(() => this.before()?.value.title ?? this.t('content.new-topic'));
  protected readonly back = computed(() => (this.topicId() ? `/content/topics/${this.topicId() ?? ''}` : '/content'));
  protected readonly levels = LEVELS.map((value) => ({ value, label: value }));

  protected readonly model = linkedSignal(() => {
    const before = this.before();
    return topicForm(before && topicOf(before.value.content));
  });
  protected readonly form = form(this.model, ({ topic }) => {
    for (const title of [topic.title.nl, topic.title.en, topic.title.ru]) {
      required(title);
      maxLength(title, SHORT);
    }
    for (const text of [topic.description.nl, topic.description.en, topic.description.ru]) {
      required(text, { when: ({ valueOf }) => Object.values(valueOf(topic.description)).some((one) => one !== '') });
      maxLength(text, LONG);
    }
    required(topic.licence);
    pattern(topic.position, /^\d{1,4}$/, { message: () => this.t('field.out-of-range') });
    pattern(topic.slug, /^[a-z0-9-]*$/, { message: () => this.t('field.not-a-slug') });
  });
  protected readonly submission = new Submission(this.form, async () => {
    const id = this.topicId() ?? this.ownId;
    const saved = await this.content.put(id, topicContent(this.model()), this.before()?.etag);
    this.form().reset();
    if (this.topicId()) this.topic.set(saved);
    else await this.router.navigate(['/content/topics', saved.value.topicId]);
  });

  constructor() {
    keepUnsaved(() => this.form().dirty());
  }

  protected choose(level: (typeof LEVELS)[number]): void {
    this.model.update(({ topic }) => ({ topic: { ...topic, level } }));
    this.form.topic.level().markAsDirty();
  }
}

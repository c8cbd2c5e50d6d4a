import { Component, computed, effect, inject, input, resource, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Translator } from '../../core/i18n/translator';
import { Empty } from '../../ui/empty';
import { Icon } from '../../ui/icon';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Pages } from '../../ui/pages';
import { PagesEnd } from '../../ui/pages-end';
import { ContentApi, type ItemSummary, topicOf } from './content-api';
import { StatusMark } from './status-mark';
import { TopicSteps } from './topic-steps';

const AT_ONCE = 100;

/** A topic with its words: where each stands, and steps for all of them at once. */
@Component({
  selector: 'tall-topic',
  imports: [Empty, Icon, Loaded, Page, PagesEnd, RouterLink, StatusMark, TopicSteps],
  templateUrl: './topic.html',
  styleUrl: './items.css',
})
export class Topic {
  readonly topicId = input.required<string>();

  protected readonly t = inject(Translator).t;
  private readonly content = inject(ContentApi);

  protected readonly topic = resource({
    params: () => this.topicId(),
    loader: ({ params }) => this.content.item(params),
  });
  protected readonly item = computed(() => (this.topic.hasValue() ? this.topic.value().value : undefined));
  protected readonly level = computed(() => {
    const item = this.item();
    return item ? (topicOf(item.content)?.level ?? '') : '';
  });
  protected readonly heading = computed(() => this.item()?.title ?? this.t('content.topic'));
  protected readonly words = signal<Pages<ItemSummary> | undefined>(undefined);

  constructor() {
    effect(() => {
      const topicId = this.topicId();
      untracked(() => this.list(topicId));
    });
  }

  protected again(): void {
    this.topic.reload();
    this.list(this.topicId());
  }

  private list(topicId: string): void {
    const wanted = { kind: 'word', topicId, limit: AT_ONCE } as const;
    this.words.set(new Pages((cursor) => this.content.items({ ...wanted, cursor })));
  }
}

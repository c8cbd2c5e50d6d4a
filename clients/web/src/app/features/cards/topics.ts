import { Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Choice } from '../../ui/choice';
import { Icon } from '../../ui/icon';
import { Empty } from '../../ui/empty';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { CardSittings } from './card-sittings';
import { CardsApi, type TopicView } from './cards-api';
import { ProgressBar } from './progress-bar';
import { ALL_TOPICS } from './sitting-place';
import { StudyDue } from './study-due';

/** As long as it takes, or so many minutes. */
const LENGTHS = ['all', '5', '10', '20'] as const;

/** Topics by level, with how the student stands in each. */
@Component({
  selector: 'tall-topics',
  imports: [Choice, Empty, Icon, Loaded, Page, ProgressBar, RouterLink, StudyDue],
  templateUrl: './topics.html',
  styleUrl: './topics.css',
})
export class Topics {
  private readonly translator = inject(Translator);
  protected readonly t = this.translator.t;
  protected readonly language = this.translator.language;
  protected readonly formats = inject(Formats);
  private readonly cards = inject(CardsApi);

  protected readonly topics = resource({ loader: () => this.cards.topics() });
  protected readonly resumable = inject(CardSittings).resumable(() => ALL_TOPICS);
  private readonly all = computed(() => (this.topics.hasValue() ? this.topics.value() : []));
  protected readonly levels = computed(() => [...new Set(this.all().map((topic) => topic.level))].sort());
  protected readonly options = computed(() => this.levels().map((level) => ({ value: level, label: level })));

  private readonly chosen = signal<string | undefined>(undefined);
  /** The one that was chosen; until then the highest with something begun, or the first. */
  protected readonly level = computed(() => {
    const begun = this.all().filter((topic) => topic.progress.met > 0);
    return (
      this.chosen() ??
      begun
        .map((topic) => topic.level)
        .sort()
        .at(-1) ??
      this.levels()[0] ??
      ''
    );
  });
  protected readonly shown = computed(() => this.all().filter((topic) => topic.level === this.level()));
  protected readonly due = computed(() => this.all().reduce((sum, topic) => sum + topic.progress.due, 0));
  protected readonly length = signal<(typeof LENGTHS)[number]>('all');
  protected readonly minutes = computed(() => (this.length() === 'all' ? undefined : Number(this.length())));
  protected readonly lengths = computed(() =>
    LENGTHS.map((value) => ({
      value,
      label: value === 'all' ? this.t('topics.all-due') : this.t('topics.minutes', { count: Number(value) }),
    })),
  );

  protected readonly aside = computed(() => this.all().reduce((sum, topic) => sum + topic.progress.setAside, 0));

  protected choose(level: string): void {
    this.chosen.set(level);
  }

  protected standing(topic: TopicView): string {
    const { met, learnt, due } = topic.progress;
    if (met === 0) return this.t('topic.words', { count: topic.words });
    if (due > 0) return this.t('topic.due', { count: due });
    return this.t('topic.learnt', { learnt, met });
  }
}

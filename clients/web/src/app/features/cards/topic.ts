import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { Router } from '@angular/router';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Action } from '../../ui/action';
import { Choice } from '../../ui/choice';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Start } from '../../ui/start';
import { CardSittings } from './card-sittings';
import { type CardKind, CardsApi } from './cards-api';
import { ProgressBar } from './progress-bar';

const LENGTHS = ['10', '20', '40'] as const;
const WAYS = ['mixed', 'recall', 'recognition'] as const;

/** A topic: how one stands, and the one thing to do. */
@Component({
  selector: 'tall-topic',
  imports: [Choice, Failure, Loaded, Page, ProgressBar, Start],
  templateUrl: './topic.html',
  styleUrl: './topic.css',
})
export class Topic {
  readonly topicId = input.required<string>();

  private readonly translator = inject(Translator);
  protected readonly t = this.translator.t;
  protected readonly language = this.translator.language;
  protected readonly formats = inject(Formats);
  private readonly cards = inject(CardsApi);
  private readonly router = inject(Router);

  protected readonly topic = resource({
    params: () => this.topicId(),
    loader: ({ params }) => this.cards.topic(params),
  });
  protected readonly resumable = inject(CardSittings).resumable(this.topicId);
  protected readonly view = computed(() => (this.topic.hasValue() ? this.topic.value() : undefined));
  protected readonly heading = computed(() => this.view()?.title[this.language()] ?? this.t('topic.title'));
  protected readonly lead = computed(() => this.view()?.description?.[this.language()]);

  protected readonly length = signal<(typeof LENGTHS)[number]>('20');
  protected readonly way = signal<(typeof WAYS)[number]>('mixed');
  protected readonly lengths = LENGTHS.map((value) => ({ value, label: value }));
  protected readonly ways = computed(() => WAYS.map((value) => ({ value, label: this.t(`sitting.way-${value}`) })));

  private readonly action = new Action();
  protected readonly isBusy = this.action.isBusy;
  protected readonly failure = this.action.failure;
  /** Nothing is due, and the new cards of the day are done. */
  protected readonly isDone = signal(false);

  private readonly asPractice = signal(false);

  protected start(): Promise<void> {
    this.asPractice.set(false);
    return this.again();
  }

  /** Answers that move no due date. */
  protected practise(): Promise<void> {
    this.asPractice.set(true);
    return this.again();
  }

  protected again(): Promise<void> {
    const way = this.way();
    const kind: CardKind | undefined = way === 'mixed' ? undefined : way;
    return this.action.run(async () => {
      const sitting = await this.cards.arrange(this.topicId(), {
        cards: Number(this.length()),
        kind,
        practice: this.asPractice(),
      });
      if (sitting.cards.length === 0) this.isDone.set(true);
      else await this.router.navigate(['/cards', this.topicId(), 'sessions', sitting.id]);
    });
  }
}

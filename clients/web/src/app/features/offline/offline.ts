import { Component, computed, effect, inject, resource, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Problem } from '@tall/api/http';

import { Connection } from '../../core/offline/connection';
import { DAYS_ALONG, type DaysAlong, DeviceSettings } from '../../core/offline/device-settings';
import { Waiting } from '../../core/offline/waiting';
import { FailureMessages } from '../../core/http/failure-message';
import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Action } from '../../ui/action';
import { Choice } from '../../ui/choice';
import { Failure } from '../../ui/failure';
import { type Figure, Figures } from '../../ui/figures';
import { Icon } from '../../ui/icon';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Desk } from '../cards/offline/desk';
import { CardsOnDevice, type Holding } from '../cards/offline/cards-on-device';
import { ON_DEVICE } from '../cards/offline/on-device';
import { WordDesk } from '../dictionary/offline/word-desk';
import { type WordHolding, WordsOnDevice } from '../dictionary/offline/words-on-device';
import type { Product, QueuedFact } from './device-database';
import { DeviceStore } from './device-store';
import { Sync } from './sync';

const CARDS_AT_ONCE = 20;

/** Studying without a connection: what is here, what waits to be sent, and how much is taken along. */
@Component({
  selector: 'tall-offline',
  imports: [Choice, Failure, Figures, Icon, Loaded, Page],
  templateUrl: './offline.html',
  styleUrl: './offline.css',
})
export class Offline {
  protected readonly t = inject(Translator).t;
  protected readonly formats = inject(Formats);
  protected readonly isOnline = inject(Connection).isOnline;
  protected readonly counts = inject(Waiting).counts;
  protected readonly settings = inject(DeviceSettings);
  protected readonly sync = inject(Sync);
  private readonly store = inject(DeviceStore);
  private readonly cards = inject(CardsOnDevice);
  private readonly words = inject(WordsOnDevice);
  private readonly desk = inject(Desk);
  private readonly wordDesk = inject(WordDesk);
  private readonly router = inject(Router);
  private readonly messages = inject(FailureMessages);

  protected readonly here = resource({
    loader: async () => ({
      cards: await this.cards.holding(),
      words: await this.words.holding(),
      rejected: await this.store.rejected(),
    }),
  });
  protected readonly rejected = computed(() => (this.here.hasValue() ? this.here.value().rejected : []));
  /** Nothing of it here waits, and what is new of the day is done. */
  protected readonly done = signal<ReadonlySet<Product>>(new Set());

  protected readonly holdings = computed(() => {
    if (!this.here.hasValue()) return [];
    const { cards, words } = this.here.value();
    const all = [
      cards && this.shown('thematic-cards', cards),
      words && words.all > 0 ? this.shown('learning-cards', words) : undefined,
    ];
    return all.filter((one) => one !== undefined);
  });
  protected readonly age = computed(() => {
    if (!this.here.hasValue()) return '';
    const { cards, words } = this.here.value();
    const [oldest] = [cards, words].flatMap((one) => one?.package ?? []).sort(byAge);
    if (!oldest) return '';
    const { packedAt, days } = oldest;
    const until = new Date(Date.parse(packedAt) + days * 86_400_000).toISOString();
    return this.t('offline.age', { when: this.formats.span(packedAt), until: this.formats.moment(until) });
  });
  protected readonly days = computed(() =>
    DAYS_ALONG.map((value) => ({ value, label: this.t('offline.days', { days: Number(value) }) })),
  );

  private readonly study = new Action();
  private readonly packing = new Action();
  protected readonly isBusy = computed(() => this.study.isBusy() || this.packing.isBusy());
  protected readonly failure = computed(() => this.study.failure() ?? this.packing.failure());
  constructor() {
    // Again after each change; what was here stays on the screen meanwhile.
    effect(() => {
      this.store.revision();
      untracked(() => this.here.reload());
    });
  }

  protected start(product: Product): Promise<void> {
    return this.study.run(async () => {
      await this.sync.freshen();
      const place = product === 'thematic-cards' ? await this.cardsPlace() : await this.wordsPlace();
      if (place) await this.router.navigate(place);
      else this.done.update((done) => new Set(done).add(product));
    });
  }

  protected takeAlong(days: DaysAlong): void {
    this.settings.takeAlong(days);
  }

  protected pack(): Promise<void> {
    return this.packing.run(() => this.sync.packNow());
  }

  /** What somebody did, and with which card. */
  protected what({ fact, headword }: QueuedFact): string {
    if (fact.fact === 'undo') return this.t('offline.undo', { word: headword });
    if (fact.fact === 'mark') return this.t('offline.mark', { word: headword });
    const { answer } = fact.body;
    return 'text' in answer
      ? this.t('offline.answer', { word: headword, text: answer.text })
      : this.t('offline.judged', { word: headword });
  }

  protected why({ code }: QueuedFact): string {
    return this.messages.of(new Problem(code ?? 'unknown', 422, ''));
  }

  protected retry(fact: QueuedFact): Promise<void> {
    return this.study.run(async () => {
      await this.store.retry(fact);
      await this.sync.run();
    });
  }

  protected discard(fact: QueuedFact): Promise<void> {
    return this.study.run(() => this.store.discard(fact));
  }

  private async cardsPlace(): Promise<string[] | undefined> {
    const { id, cards } = await this.desk.arrange(ON_DEVICE, { cards: CARDS_AT_ONCE, kind: undefined });
    return cards.length > 0 ? ['/cards', ON_DEVICE, 'sessions', id] : undefined;
  }

  private async wordsPlace(): Promise<string[] | undefined> {
    const { sessionId, words } = await this.wordDesk.arrangeHere();
    return words.length > 0 ? ['/dictionary', ON_DEVICE, 'sessions', sessionId] : undefined;
  }

  private shown(product: Product, { all, due, fresh }: Holding | WordHolding) {
    const isOfTopics = product === 'thematic-cards';
    const figures: Figure[] = [
      { label: this.t('offline.due'), value: this.formats.amount(due) },
      { label: this.t('offline.fresh'), value: this.formats.amount(fresh) },
      { label: this.t(isOfTopics ? 'offline.cards' : 'offline.words'), value: this.formats.amount(all) },
    ];
    return { product, title: this.t(isOfTopics ? 'topics.title' : 'dictionary.title'), figures };
  }
}

function byAge(one: { readonly packedAt: string }, other: { readonly packedAt: string }): number {
  return Date.parse(one.packedAt) - Date.parse(other.packedAt);
}

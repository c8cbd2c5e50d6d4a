import { Component, computed, effect, inject, resource, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Problem } from '@tall/api/http';

import { Connection } from '../../../core/offline/connection';
import { DAYS_ALONG, type DaysAlong, DeviceSettings } from '../../../core/offline/device-settings';
import { Waiting } from '../../../core/offline/waiting';
import { FailureMessages } from '../../../core/http/failure-message';
import { Formats } from '../../../core/i18n/formats';
import { Translator } from '../../../core/i18n/translator';
import { Action } from '../../../ui/action';
import { Choice } from '../../../ui/choice';
import { Failure } from '../../../ui/failure';
import { type Figure, Figures } from '../../../ui/figures';
import { Icon } from '../../../ui/icon';
import { Loaded } from '../../../ui/loaded';
import { Page } from '../../../ui/page';
import { Desk } from './desk';
import { Device, ON_DEVICE } from './device';
import type { QueuedFact } from './device-database';
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
  private readonly device = inject(Device);
  private readonly desk = inject(Desk);
  private readonly router = inject(Router);
  private readonly messages = inject(FailureMessages);

  protected readonly here = resource({
    loader: async () => ({ holding: await this.device.holding(), rejected: await this.device.rejected() }),
  });
  protected readonly holding = computed(() => (this.here.hasValue() ? this.here.value().holding : undefined));
  protected readonly rejected = computed(() => (this.here.hasValue() ? this.here.value().rejected : []));

  protected readonly figures = computed<Figure[]>(() => {
    const holding = this.holding();
    if (!holding) return [];
    return [
      { label: this.t('offline.due'), value: this.formats.amount(holding.due) },
      { label: this.t('offline.fresh'), value: this.formats.amount(holding.fresh) },
      { label: this.t('offline.cards'), value: this.formats.amount(holding.cards) },
    ];
  });
  protected readonly age = computed(() => {
    const holding = this.holding();
    if (!holding) return '';
    const { packedAt, days } = holding.package;
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
  /** Nothing here waits, and the new cards of the day are done. */
  protected readonly isDone = signal(false);

  constructor() {
    // Again after each change; what was here stays on the screen meanwhile.
    effect(() => {
      this.device.revision();
      untracked(() => this.here.reload());
    });
  }

  protected start(): Promise<void> {
    return this.study.run(async () => {
      const sitting = await this.desk.arrange(ON_DEVICE, { cards: CARDS_AT_ONCE, kind: undefined });
      if (sitting.cards.length === 0) this.isDone.set(true);
      else await this.router.navigate(['/cards', ON_DEVICE, 'sessions', sitting.id]);
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
      await this.device.retry(fact);
      await this.sync.run();
    });
  }

  protected discard(fact: QueuedFact): Promise<void> {
    return this.study.run(() => this.device.discard(fact));
  }
}

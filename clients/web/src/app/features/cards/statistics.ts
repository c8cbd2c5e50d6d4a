import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Columns, dayMark } from '../../ui/columns';
import { Figures } from '../../ui/figures';
import { HeatMap } from '../../ui/heat-map';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { type Share, Shares } from '../../ui/shares';
import { StatisticsApi } from './statistics-api';
import { trainingFound } from './training-found';

/** So many kinds of mistakes are worth looking at. */
const MOST_KINDS = 6;

/** How one learns, in pictures: days, what comes, what stays, topic by topic. */
@Component({
  selector: 'tall-statistics',
  imports: [Columns, Figures, HeatMap, Loaded, Page, RouterLink, Shares],
  templateUrl: './statistics.html',
})
export class Statistics {
  private readonly translator = inject(Translator);
  protected readonly t = this.translator.t;
  private readonly formats = inject(Formats);
  private readonly api = inject(StatisticsApi);

  protected readonly learning = resource({ loader: () => this.api.learning() });
  private readonly view = computed(() => (this.learning.hasValue() ? this.learning.value() : undefined));

  protected readonly figures = computed(() => {
    const { cards, lately } = this.view()?.statistics ?? {};
    if (!cards || !lately) return [];
    return [
      { label: this.t('topic.met'), value: this.formats.amount(cards.met) },
      { label: this.t('topic.learnt-name'), value: this.formats.amount(cards.learnt) },
      { label: this.t('topic.due-name'), value: this.formats.amount(cards.due) },
      { label: this.t('statistics.minutes'), value: this.formats.amount(Math.round(lately.minutes)) },
    ];
  });

  protected readonly days = computed(() =>
    (this.view()?.days ?? []).map(({ day, answers, minutes }) => ({
      day,
      amount: answers,
      name: this.formats.day(day),
      text: this.t('student.day', { answers, minutes: Math.round(minutes) }),
    })),
  );
  protected readonly total = computed(() => {
    const count = this.days().filter(({ amount }) => amount > 0).length;
    return this.t('statistics.active', { count });
  });

  protected readonly ahead = computed(() =>
    (this.view()?.ahead.days ?? []).map(({ day, cards, minutes }, index, { length }) => ({
      name: this.formats.day(day),
      mark: dayMark(this.formats.day(day), index, length),
      amount: cards,
      text: this.t('statistics.cards', { cards, minutes: Math.round(minutes) }),
    })),
  );

  /** What one remembers, beside what was predicted and what one aims at. */
  protected readonly memory = computed<Share[]>(() => {
    const memory = this.view()?.memory;
    if (!memory) return [];
    const share = (name: string, part: number | null | undefined) =>
      typeof part === 'number' ? [{ name, part, text: this.formats.share(part) }] : [];
    return [
      ...share(this.t('statistics.remembered'), memory.trueRetention),
      ...share(this.t('statistics.predicted'), memory.predictedRetention),
      ...share(this.t('statistics.aim'), memory.desiredRetention),
    ];
  });

  /** How well what one remembers is foretold, and whether that was learnt from one's own answers. */
  protected readonly foretold = computed(() => {
    const memory = this.view()?.memory;
    if (!memory) return [];
    const { key, triedAt, answers = 0, used = 0, unused = 0 } = trainingFound(memory);
    const training = this.t(key, {
      answers,
      used: this.loss(used),
      unused: this.loss(unused),
      day: triedAt ? this.formats.date(triedAt) : '',
    });
    const { logLoss } = memory;
    return typeof logLoss === 'number'
      ? [this.t('statistics.log-loss', { loss: this.loss(logLoss) }), training]
      : [training];
  });

  protected readonly topics = computed<Share[]>(() => {
    const { topics = [], statistics } = this.view() ?? {};
    const titles = new Map(topics.map((topic) => [topic.id, topic.title[this.translator.language()]]));
    return (statistics?.topics ?? [])
      .filter(({ progress, words }) => progress.met > 0 && words > 0)
      .map(({ topicId, matureWords, words, latelyRetained }) => ({
        name: titles.get(topicId) ?? this.t('topic.title'),
        part: matureWords / words,
        text: [
          this.t('statistics.firm', { firm: matureWords, words }),
          ...(typeof latelyRetained === 'number' ? [this.formats.share(latelyRetained)] : []),
        ].join(' · '),
      }));
  });

  protected readonly mistakes = computed<Share[]>(() => {
    const mistakes = Object.entries(this.view()?.statistics.lately.mistakes ?? {});
    const all = mistakes.reduce((sum, [, count]) => sum + count, 0);
    return mistakes
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST_KINDS)
      .map(([kind, count]) => ({
        name: this.t(this.translator.known(`mistake-kind.${kind}`) ?? 'mistake-kind.other'),
        part: count / all,
        text: `${this.formats.share(count / all)} · ${this.formats.amount(count)}`,
      }));
  });

  /** Log loss, by hundredths. */
  private loss(value: number): string {
    return this.formats.amount(Math.round(value * 100) / 100);
  }
}

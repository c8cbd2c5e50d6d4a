import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mondayOf, weekOf } from '@tall/api/words';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Columns, dayMark } from '../../ui/columns';
import { Figures } from '../../ui/figures';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { type Share, Shares } from '../../ui/shares';
import { Headword } from '../cards/headword';
import { endingOf, weeksUntil } from './week-numbers';
import { WEEKS_BACK, WordStatisticsApi } from './word-statistics-api';

/** So many hard words are worth looking at. */
const HARDEST = 10;

/** How one learns own words: how they stand, week by week, what comes, what stays, step by step, which are hard. */
@Component({
  selector: 'tall-word-statistics',
  imports: [Columns, Figures, Headword, Loaded, Page, RouterLink, Shares],
  templateUrl: './word-statistics.html',
  styles: `
    li {
      overflow-wrap: anywhere;
    }
  `,
})
export class WordStatistics {
  protected readonly t = inject(Translator).t;
  protected readonly formats = inject(Formats);
  private readonly api = inject(WordStatisticsApi);

  protected readonly learning = resource({ loader: () => this.api.learning() });
  private readonly view = computed(() => (this.learning.hasValue() ? this.learning.value() : undefined));

  protected readonly figures = computed(() => {
    const words = this.view()?.statistics.words;
    if (!words) return [];
    return (['waiting', 'learning', 'graduated', 'known', 'leeches'] as const).map((stage) => ({
      label: this.t(`word-statistics.${stage}`),
      value: this.formats.amount(words[stage]),
    }));
  });

  protected readonly columns = computed(() => {
    const known = this.view()?.statistics.weeks ?? [];
    return weeksUntil(weekOf(Date.now()), WEEKS_BACK, known).map(({ week, graduated, met }) => ({
      name: this.t('week.since', { day: this.formats.day(mondayOf(week)) }),
      mark: week.slice(-2),
      amount: graduated,
      text: this.t('word-statistics.learnt-of-met', { graduated, met }),
    }));
  });

  protected readonly ahead = computed(() =>
    (this.view()?.ahead.days ?? []).map(({ day, words, echoes, minutes }, index, { length }) => ({
      name: this.formats.day(day),
      mark: dayMark(this.formats.day(day), index, length),
      amount: words + echoes,
      text: this.t('word-statistics.day-ahead', { words: words + echoes, minutes: Math.round(minutes) }),
    })),
  );

  /** How often an answer was right at each step of a week, and of words that came back. */
  protected readonly cycles = computed<Share[]>(() =>
    (this.view()?.statistics.cycles ?? [])
      .filter(({ answers }) => answers > 0)
      .map(({ asked, answers, correct }) => ({
        name: this.t(`word-statistics.${asked}`),
        part: correct / answers,
        text: [this.formats.share(correct / answers), this.t('word-statistics.of-answers', { correct, answers })].join(
          ' · ',
        ),
      })),
  );

  /** How often an answer was right, and a word that came back was still known. */
  protected readonly accuracy = computed<Share[]>(() => {
    const { words, lately } = this.view()?.statistics ?? {};
    if (!words || !lately) return [];
    const share = (name: string, part: number | null | undefined) =>
      typeof part === 'number' ? [{ name, part, text: this.formats.share(part) }] : [];
    return [
      ...share(this.t('word-statistics.right'), words.answers > 0 ? words.correct / words.answers : undefined),
      ...share(this.t('word-statistics.still-known', { weeks: WEEKS_BACK }), lately.trueRetention),
    ];
  });

  protected readonly weeks = computed(() =>
    (this.view()?.weeks ?? []).map((week) => ({
      id: week.cohortId,
      name: this.t('week.since', { day: this.formats.date(week.beginsAt) }),
      text: endingOf(week)
        .map(({ key, values }) => this.t(key, values))
        .join(' · '),
    })),
  );

  protected readonly hard = computed(() => (this.view()?.statistics.hardWords ?? []).slice(0, HARDEST));
}

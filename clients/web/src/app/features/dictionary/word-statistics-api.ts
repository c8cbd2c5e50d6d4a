import { inject, Service } from '@angular/core';
import { answerOf, type Schemas } from '@tall/api/http';

import { API } from '../../core/http/api';
import type { WeekSummary } from './week-api';

type Cards = Schemas['learningCards'];
export type WeekNumbers = Cards['WeekStatisticsView'];

/** How a student learns their own words: as far back and ahead as the pictures go. */
export interface WordLearning {
  readonly statistics: Cards['WordStatisticsView'];
  readonly ahead: Cards['WordForecastView'];
  /** The latest first. */
  readonly weeks: readonly WeekSummary[];
}

export const WEEKS_BACK = 12;
export const DAYS_AHEAD = 30;

/** What is known of how own words are learnt. */
@Service()
export class WordStatisticsApi {
  private readonly api = inject(API);

  async learning(): Promise<WordLearning> {
    const ahead = { params: { query: { days: DAYS_AHEAD } } };
    const [statistics, forecast, { items: weeks }] = await Promise.all([
      answerOf(this.api.GET('/api/v2/learning-cards/statistics', { params: { query: { weeks: WEEKS_BACK } } })),
      answerOf(this.api.GET('/api/v2/learning-cards/statistics/forecast', ahead)),
      answerOf(this.api.GET('/api/v2/learning-cards/cohorts', { params: { query: { limit: WEEKS_BACK } } })),
    ]);
    return { statistics, ahead: forecast, weeks };
  }
}

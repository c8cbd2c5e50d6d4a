import { inject, Service } from '@angular/core';
import { answerOf, type Schemas } from '@tall/api/http';

import { API } from '../../core/http/api';
import { CardsApi, type TopicView } from './cards-api';

type Cards = Schemas['thematicCards'];
export type Day = Cards['DayView'];

/** How a student learns: as far back and ahead as the pictures go. */
export interface Learning {
  readonly statistics: Cards['StatisticsView'];
  readonly memory: Cards['MemoryView'];
  readonly ahead: Cards['ForecastView'];
  /** One a day, today the last; a day without an answer is a day of nothing. */
  readonly days: readonly Day[];
  readonly topics: readonly TopicView[];
}

const DAY_MS = 86_400_000;
export const DAYS_BACK = 182;
export const DAYS_AHEAD = 30;
/** What is remembered is judged by the answers of so many days. */
const DAYS_LATELY = 30;

/** What is known of a student's own learning. */
@Service()
export class StatisticsApi {
  private readonly api = inject(API);
  private readonly cards = inject(CardsApi);

  async learning(): Promise<Learning> {
    const lately = { params: { query: { days: DAYS_LATELY } } };
    const [statistics, memory, ahead, topics] = await Promise.all([
      answerOf(this.api.GET('/api/v2/thematic-cards/statistics', lately)),
      answerOf(this.api.GET('/api/v2/thematic-cards/statistics/memory', lately)),
      answerOf(this.api.GET('/api/v2/thematic-cards/statistics/forecast', { params: { query: { days: DAYS_AHEAD } } })),
      this.cards.topics(),
    ]);
    // Which day it is for the student, the server says.
    const today = ahead.days[0]?.day ?? isoDay(Date.now());
    return { statistics, memory, ahead, topics, days: await this.daysUntil(today) };
  }

  private async daysUntil(today: string): Promise<Day[]> {
    const all = daysEnding(today, DAYS_BACK);
    const query = { from: all[0] ?? today, to: today };
    const { days } = await answerOf(this.api.GET('/api/v2/thematic-cards/statistics/days', { params: { query } }));
    const known = new Map(days.map((day) => [day.day, day]));
    return all.map((day) => known.get(day) ?? { day, answers: 0, correct: 0, introduced: 0, minutes: 0 });
  }
}

/** So many ISO dates, the last of them `last`. */
export function daysEnding(last: string, count: number): string[] {
  const end = Date.parse(last);
  return Array.from({ length: count }, (_, index) => isoDay(end - (count - 1 - index) * DAY_MS));
}

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

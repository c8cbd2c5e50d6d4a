import { laterWeek } from '@tall/api/words';

import type { MessageKey } from '../../core/i18n/message-key';
import type { WeekSummary } from './week-api';
import type { WeekNumbers } from './word-statistics-api';

const NOTHING = { met: 0, graduated: 0, setAside: 0, echoesPassed: 0, echoesForgotten: 0 };

/** So many weeks in order, `present` the last; a week without words is a week of nothing. */
export function weeksUntil(present: string, count: number, known: readonly WeekNumbers[]): WeekNumbers[] {
  const byName = new Map(known.map((numbers) => [numbers.week, numbers]));
  return Array.from({ length: count }, (_, index) => {
    const week = laterWeek(present, index + 1 - count);
    return byName.get(week) ?? { ...NOTHING, week };
  });
}

export interface Said {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, number>>;
}

/** What came of a week, what is nothing left out. */
export function endingOf({ closed }: WeekSummary): Said[] {
  if (!closed) return [{ key: 'week.under-way', values: {} }];
  const { words, graduated, unfinished, setAside, echoesPassed, echoesForgotten } = closed;
  const echoes = echoesPassed + echoesForgotten;
  return [
    { key: 'week.ended', values: { graduated, words } },
    ...some(unfinished, { key: 'word-statistics.unfinished', values: { count: unfinished } }),
    ...some(setAside, { key: 'word-statistics.set-aside', values: { count: setAside } }),
    ...some(echoes, { key: 'word-statistics.echoes', values: { passed: echoesPassed, echoes } }),
  ];
}

function some(count: number, said: Said): Said[] {
  return count > 0 ? [said] : [];
}

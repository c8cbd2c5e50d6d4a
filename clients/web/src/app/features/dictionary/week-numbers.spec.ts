import type { WeekSummary } from './week-api';
import { endingOf, weeksUntil } from './week-numbers';

const closed = {
  closedAt: '2026-11-23T03:00:00.000Z',
  words: 18,
  met: 18,
  graduated: 12,
  unfinished: 5,
  setAside: 1,
  echoes: 7,
  echoesPassed: 5,
  echoesForgotten: 1,
};

describe('weeks', () => {
  it('are shown in a row, those without words too, over the end of a year', () => {
    const known = { week: '2026-W53', met: 9, graduated: 4, setAside: 0, echoesPassed: 0, echoesForgotten: 0 };
    const weeks = weeksUntil('2027-W02', 4, [known]);
    expect(weeks.map(({ week, graduated }) => [week, graduated])).toEqual([
      ['2026-W52', 0],
      ['2026-W53', 4],
      ['2027-W01', 0],
      ['2027-W02', 0],
    ]);
  });

  it('say how they ended, echoes as far as they were answered', () => {
    expect(endingOf({ closed } as WeekSummary)).toEqual([
      { key: 'week.ended', values: { graduated: 12, words: 18 } },
      { key: 'word-statistics.unfinished', values: { count: 5 } },
      { key: 'word-statistics.set-aside', values: { count: 1 } },
      { key: 'word-statistics.echoes', values: { passed: 5, echoes: 6 } },
    ]);
  });

  it('say nothing of what there was not', () => {
    const good = { ...closed, unfinished: 0, setAside: 0, echoesPassed: 0, echoesForgotten: 0 };
    expect(endingOf({ closed: good } as WeekSummary).map(({ key }) => key)).toEqual(['week.ended']);
    expect(endingOf({} as WeekSummary).map(({ key }) => key)).toEqual(['week.under-way']);
  });
});

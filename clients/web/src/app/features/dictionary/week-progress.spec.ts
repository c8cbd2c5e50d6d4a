import type { WeekWord } from './week-api';
import { progressOf } from './week-progress';

const word = (more: Partial<WeekWord>): WeekWord => ({
  wordId: 'w',
  headword: 'het brood',
  stage: 'learning',
  why: 'new',
  cyclesPassed: 0,
  ...more,
});

describe('a week', () => {
  it('counts rounds of words, not of echoes', () => {
    const words = [
      word({ cyclesPassed: 4, stage: 'graduated' }),
      word({ cyclesPassed: 1, dueOn: '2026-11-29' }),
      word({ askedToday: 'see', dueOn: '2026-11-29' }),
      word({ dueOn: '2026-11-30' }),
      word({ why: 'echo', cyclesPassed: 4, stage: 'graduated', askedToday: 'echo' }),
    ];
    expect(progressOf(words)).toEqual({
      words: 5,
      met: 2,
      learnt: 1,
      dueToday: 2,
      passed: 5,
      rounds: 16,
    });
  });

  it('may be empty', () => {
    expect(progressOf([]).rounds).toBe(0);
  });
});

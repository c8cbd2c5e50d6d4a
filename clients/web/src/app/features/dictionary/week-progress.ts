import type { Week } from './week-api';

/** Rounds of a word, of which the last has it learnt. */
export const CYCLES = 4;

export interface WeekProgress {
  readonly words: number;
  /** Of which something was asked. */
  readonly met: number;
  readonly learnt: number;
  readonly dueToday: number;
  /** Rounds that were passed, out of all that there are. */
  readonly passed: number;
  readonly rounds: number;
}

/** How far a week is on `today`, an ISO date. Echoes have their rounds behind them, and are not counted among them. */
export function progressOf({ words }: Pick<Week, 'words'>, today: string): WeekProgress {
  const inCycles = words.filter(({ why }) => why !== 'echo');
  return {
    words: words.length,
    met: inCycles.filter((word) => word.cyclesPassed > 0 || word.askedToday).length,
    learnt: inCycles.filter(({ cyclesPassed }) => cyclesPassed >= CYCLES).length,
    dueToday: words.filter(({ dueOn, askedToday }) => !askedToday && dueOn && dueOn <= today).length,
    passed: inCycles.reduce((sum, { cyclesPassed }) => sum + Math.min(cyclesPassed, CYCLES), 0),
    rounds: inCycles.length * CYCLES,
  };
}

import type { WeekWord } from './week-api';

/** Rounds of a word, of which the last has it learnt. */
export const CYCLES = 4;

export interface WeekProgress {
  readonly words: number;
  /** That have passed a round. */
  readonly met: number;
  readonly learnt: number;
  readonly dueToday: number;
  /** Rounds that were passed, out of all that there are. */
  readonly passed: number;
  readonly rounds: number;
}

/** How far a week is. Echoes have their rounds behind them, and are not counted among them. */
export function progressOf(words: readonly WeekWord[]): WeekProgress {
  const inCycles = words.filter(({ why }) => why !== 'echo');
  return {
    words: words.length,
    met: inCycles.filter(({ cyclesPassed }) => cyclesPassed > 0).length,
    learnt: inCycles.filter(({ cyclesPassed }) => cyclesPassed >= CYCLES).length,
    dueToday: words.filter(({ askedToday }) => askedToday).length,
    passed: inCycles.reduce((sum, { cyclesPassed }) => sum + Math.min(cyclesPassed, CYCLES), 0),
    rounds: inCycles.length * CYCLES,
  };
}

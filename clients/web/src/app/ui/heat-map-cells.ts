export interface Cell {
  /** An ISO date. */
  readonly day: string;
  readonly amount: number;
  /** The day in words. */
  readonly name: string;
  /** The amount in words. */
  readonly text: string;
}

export interface Placed extends Cell {
  /** The column, from 0. */
  readonly week: number;
  /** The row: Monday is 0. */
  readonly weekday: number;
  /** 0 for nothing, then 1 to 4, measured against the day with most. */
  readonly level: number;
}

const LEVELS = 4;

/** Days in their places: weeks side by side, which begin on Monday. */
export function weeksOf(days: readonly Cell[]): { readonly weeks: number; readonly items: readonly Placed[] } {
  const most = Math.max(1, ...days.map(({ amount }) => amount));
  const first = days[0] ? weekdayOf(days[0].day) : 0;
  const items = days.map((cell, index) => ({
    ...cell,
    week: Math.floor((first + index) / 7),
    weekday: (first + index) % 7,
    level: Math.ceil((cell.amount / most) * LEVELS),
  }));
  return { weeks: (items.at(-1)?.week ?? 0) + 1, items };
}

function weekdayOf(day: string): number {
  return (new Date(day).getUTCDay() + 6) % 7;
}

/** On which day a card returns: within what its memory allows, as the student's week has room. */

import { between, dayNumber, later } from './days';

/** The study days on which a card may return, ends included. */
export interface Window {
  readonly earliest: string;
  readonly latest: string;
}

/** How much of a usual day's work the student wants on each day of the week, in percent, Monday first. */
export type EasyDays = readonly number[];

/** Every day alike. */
export const EVEN_WEEK: EasyDays = [100, 100, 100, 100, 100, 100, 100];

/** Whether these are seven shares of 0 to 100 percent, not all of them 0. */
export function isWeek(shares: EasyDays): boolean {
  const fits = shares.every((share) => Number.isInteger(share) && share >= 0 && share <= 100);
  return shares.length === 7 && fits && shares.some((share) => share > 0);
}

/**
 * The day of a window that a fraction of 1 falls on, when each day is as wide as its share of the week. A window of days off
 * has nothing else to choose from: there each is as good.
 */
export function draw(week: EasyDays, window: Window, fraction: number): string {
  const length = between(window.earliest, window.latest) + 1;
  const shares = Array.from({ length }, (_, days) => share(week, later(window.earliest, days)));
  const isOff = shares.every((share) => share === 0);
  const widths = isOff ? shares.map(() => 1) : shares;
  const point = Math.floor(fraction * widths.reduce((sum, width) => sum + width, 0));
  let end = 0;
  const found = widths.findIndex((width) => {
    end += width;
    return point < end;
  });
  return found < 0 ? window.latest : later(window.earliest, found);
}

function share(week: EasyDays, day: string): number {
  // 1 January 1970 was a Thursday.
  return week[(((dayNumber(day) + 3) % 7) + 7) % 7] ?? 100;
}

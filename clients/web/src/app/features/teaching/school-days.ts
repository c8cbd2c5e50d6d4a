import type { Day, Due } from './teaching-api';

const DAY_MS = 86_400_000;
/** A school day ends at four in the morning. */
const NIGHT_MS = 4 * 3_600_000;
const AT_SCHOOL = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });

/** The school day of an instant, as an ISO date. */
export function schoolDay(now: number): string {
  return AT_SCHOOL.format(now - NIGHT_MS);
}

/** The last `count` days, today the last of them; a day without study is a day of nothing. */
export function lastDays(days: readonly Day[], count: number, now: number): Day[] {
  const known = new Map(days.map((day) => [day.day, day]));
  const today = Date.parse(schoolDay(now));
  return Array.from({ length: count }, (_, index) => {
    const day = isoDay(today - (count - 1 - index) * DAY_MS);
    return known.get(day) ?? { day, answers: 0, correct: 0, minutes: 0 };
  });
}

/** What is due today, and on each of the seven days after it. */
export function dueDays(due: Due, now: number): { readonly day: string; readonly cards: number }[] {
  const today = Date.parse(schoolDay(now));
  return [due.today, ...due.coming].map((cards, index) => ({ day: isoDay(today + index * DAY_MS), cards }));
}

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/**
 * Weeks of study: they begin on Monday at 04:00 in Amsterdam. A week is its name, `2026-W48`, which sorts as the weeks do; the
 * twin of `crates/scheduler/src/week.rs`.
 */

import { dayNumber, dayOf, dayStart, later, studyDay } from '../scheduler/days';

const SCHOOL = 'Europe/Amsterdam';
const DAYS = 7;
/** That of 31 December 9999. */
const LAST_MONDAY = '9999-12-27';

/** The week that an instant lies in. */
export function weekOf(at: number): string {
  return named(mondayBefore(studyDay(at, SCHOOL)));
}

/** The first day of a week. */
export function mondayOf(week: string): string {
  const [year = '', number = ''] = week.split('-W');
  // The fourth of January lies in the first week of its year.
  return later(mondayBefore(`${year}-01-04`), DAYS * (Number(number) - 1));
}

/** When a week begins. */
export function beginsAt(week: string): number {
  return dayStart(mondayOf(week), SCHOOL);
}

/** The week that is so many weeks later, or the last. */
export function laterWeek(week: string, weeks: number): string {
  const monday = later(mondayOf(week), DAYS * weeks);
  return named(monday < LAST_MONDAY ? monday : LAST_MONDAY);
}

function mondayBefore(day: string): string {
  const number = dayNumber(day);
  // 1 January 1970 was a Thursday.
  return dayOf(number - ((((number + 3) % DAYS) + DAYS) % DAYS));
}

/** A week belongs to the year that its Thursday lies in. */
function named(monday: string): string {
  const thursday = later(monday, 3);
  const year = thursday.slice(0, 4);
  const number = Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / DAYS) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

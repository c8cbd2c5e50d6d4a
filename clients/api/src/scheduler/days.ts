/**
 * The student's day: it ends at 04:00 on the wall clock, so that an evening that runs past midnight is one day.
 *
 * Instants are milliseconds since 1970, days are ISO dates (`2026-03-29`), zones IANA names. Zone rules are those of the
 * platform (`Intl`).
 */

const DAY_MS = 86_400_000;
const BOUNDARY_MS = 4 * 3_600_000;
const QUARTER_MS = 15 * 60_000;

/** The days that exist here, as in the server: years 1 to 9999. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) {
    return known;
  }
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

/** The wall clock at an instant, read as if it were UTC. */
function wallClock(at: number, zone: string): number {
  const parts = new Map(
    format(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const field = (name: Intl.DateTimeFormatPartTypes): number => Number(parts.get(name) ?? 0);
  const year = parts.get('era') === 'BC' ? 1 - field('year') : field('year');
  const wall = new Date(0);
  wall.setUTCFullYear(year, field('month') - 1, field('day'));
  wall.setUTCHours(field('hour'), field('minute'), field('second'));
  return wall.getTime() + (((at % 1000) + 1000) % 1000);
}

function offset(at: number, zone: string): number {
  return wallClock(at, zone) - at;
}

/** Days since 1970 of a date. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

/** The date so many days after 1970. */
export function dayOf(number: number): string {
  return new Date(Math.min(Math.max(number, FIRST_DAY), LAST_DAY) * DAY_MS).toISOString().slice(0, 10);
}

/** The day so many days later, or the last. */
export function later(day: string, days: number): string {
  return dayOf(dayNumber(day) + days);
}

/** Whole days from one to the other, 0 when the other lies before. */
export function between(day: string, other: string): number {
  return Math.max(0, dayNumber(other) - dayNumber(day));
}

/** The study day of an instant, in a zone. */
export function studyDay(at: number, zone: string): string {
  const noon = DAY_MS / 2;
  const inCalendar = Math.min(Math.max(at, FIRST_DAY * DAY_MS + noon), LAST_DAY * DAY_MS + noon);
  return dayOf(Math.floor((wallClock(inCalendar, zone) - BOUNDARY_MS) / DAY_MS));
}

/**
 * The first instant of a study day, in a zone: 04:00 of the wall clock; where clocks skip 04:00, the first time after it,
 * and where it comes twice, the first.
 */
export function dayStart(day: string, zone: string): number {
  const boundary = dayNumber(day) * DAY_MS + BOUNDARY_MS;
  // The longest gap there was is a whole day: Samoa had no 30 December 2011.
  for (let quarter = 0; quarter <= 4 * 25; quarter += 1) {
    const instant = firstInstant(boundary + quarter * QUARTER_MS, zone);
    if (instant !== undefined) {
      return instant;
    }
  }
  return boundary;
}

/** The first instant at which the wall clock shows this; none where it is skipped. */
function firstInstant(wall: number, zone: string): number | undefined {
  const offsets = [offset(wall - DAY_MS, zone), offset(wall + DAY_MS, zone)];
  const instants = offsets.map((offset) => wall - offset).filter((instant) => wallClock(instant, zone) === wall);
  return instants.length > 0 ? Math.min(...instants) : undefined;
}

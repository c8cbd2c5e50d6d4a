import { computed, inject, Service } from '@angular/core';

import { Translator } from './translator';

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['week', 7 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
];

/** Dates and numbers as the reader's language writes them. */
@Service()
export class Formats {
  private readonly language = inject(Translator).language;
  private readonly dates = computed(() => new Intl.DateTimeFormat(this.language(), { dateStyle: 'long' }));
  /** A day without an hour is read as midnight in UTC, and written so: it is the same day everywhere. */
  private readonly days = computed(
    () => new Intl.DateTimeFormat(this.language(), { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  );
  private readonly weekdays = computed(
    () => new Intl.DateTimeFormat(this.language(), { weekday: 'short', timeZone: 'UTC' }),
  );
  private readonly weekdayNames = computed(
    () => new Intl.DateTimeFormat(this.language(), { weekday: 'long', timeZone: 'UTC' }),
  );
  private readonly moments = computed(
    () => new Intl.DateTimeFormat(this.language(), { dateStyle: 'medium', timeStyle: 'short' }),
  );
  private readonly spans = computed(() => new Intl.RelativeTimeFormat(this.language(), { numeric: 'auto' }));
  private readonly shares = computed(() => new Intl.NumberFormat(this.language(), { style: 'percent' }));
  private readonly amounts = computed(() => new Intl.NumberFormat(this.language()));
  private readonly countries = computed(() => new Intl.DisplayNames(this.language(), { type: 'region' }));

  date(instant: string): string {
    return this.dates().format(new Date(instant));
  }

  /** An ISO date, short, of a day of this year: 28 Nov. */
  day(date: string): string {
    return this.days().format(new Date(date));
  }

  /** An ISO date, short: Sat. */
  weekday(date: string): string {
    return this.weekdays().format(new Date(date));
  }

  /** An ISO date, whole, as a line begins with it: Saturday. */
  weekdayName(date: string): string {
    const name = this.weekdayNames().format(new Date(date));
    return name.charAt(0).toLocaleUpperCase(this.language()) + name.slice(1);
  }

  moment(instant: string): string {
    return this.moments().format(new Date(instant));
  }

  /** How long ago, or how soon: in the largest unit of which there is one. */
  span(instant: string, now: number = Date.now()): string {
    const seconds = (new Date(instant).getTime() - now) / 1000;
    const [unit, length] = STEPS.find(([, step]) => Math.abs(seconds) >= step) ?? ['minute', 60];
    return this.spans().format(Math.trunc(seconds / length), unit);
  }

  /** Of a part between 0 and 1. */
  share(part: number): string {
    return this.shares().format(part);
  }

  amount(count: number): string {
    return this.amounts().format(count);
  }

  /** Of an ISO 3166 code; anything else is given back as it is. */
  country(code: string): string {
    return /^[A-Z]{2}$/.test(code) ? (this.countries().of(code) ?? code) : code;
  }
}

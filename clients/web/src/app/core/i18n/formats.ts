import { computed, inject, Service } from '@angular/core';

import type { Language } from '../preferences/preferences';
import { Translator } from './translator';

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['week', 7 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
];

/** English is written here as in Europe: 28 Nov 2026, 21:15. */
const LOCALES: Record<Language, string> = { nl: 'nl', en: 'en-GB', ru: 'ru' };

/** A date, a time or a span of which a line parts nothing but the hour from the day. */
function unbroken(text: string): string {
  return text.replace(/(?<!,) /g, '\u00A0');
}

/** Dates and numbers as the reader's language writes them. */
@Service()
export class Formats {
  private readonly language = inject(Translator).language;
  private readonly locale = computed(() => LOCALES[this.language()]);
  private readonly dates = computed(() => new Intl.DateTimeFormat(this.locale(), { dateStyle: 'long' }));
  /** A day without an hour is read as midnight in UTC, and written so: it is the same day everywhere. */
  private readonly days = computed(
    () => new Intl.DateTimeFormat(this.locale(), { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  );
  private readonly weekdays = computed(
    () => new Intl.DateTimeFormat(this.locale(), { weekday: 'short', timeZone: 'UTC' }),
  );
  private readonly weekdayNames = computed(
    () => new Intl.DateTimeFormat(this.locale(), { weekday: 'long', timeZone: 'UTC' }),
  );
  private readonly moments = computed(
    () => new Intl.DateTimeFormat(this.locale(), { dateStyle: 'medium', timeStyle: 'short' }),
  );
  private readonly spans = computed(() => new Intl.RelativeTimeFormat(this.locale(), { numeric: 'auto' }));
  private readonly shares = computed(() => new Intl.NumberFormat(this.locale(), { style: 'percent' }));
  private readonly amounts = computed(() => new Intl.NumberFormat(this.locale()));
  private readonly countries = computed(() => new Intl.DisplayNames(this.locale(), { type: 'region' }));

  date(instant: string): string {
    return unbroken(this.dates().format(new Date(instant)));
  }

  /** An ISO date, short, of a day of this year: 28 Nov. */
  day(date: string): string {
    return unbroken(this.days().format(new Date(date)));
  }

  /** An ISO date, short: Sat. */
  weekday(date: string): string {
    return this.weekdays().format(new Date(date));
  }

  /** An ISO date, whole, as a line begins with it: Saturday. */
  weekdayName(date: string): string {
    const name = this.weekdayNames().format(new Date(date));
    return name.charAt(0).toLocaleUpperCase(this.locale()) + name.slice(1);
  }

  moment(instant: string): string {
    return unbroken(this.moments().format(new Date(instant)));
  }

  /** How long ago, or how soon: in the largest unit of which there is one. */
  span(instant: string, now: number = Date.now()): string {
    const seconds = (new Date(instant).getTime() - now) / 1000;
    const [unit, length] = STEPS.find(([, step]) => Math.abs(seconds) >= step) ?? ['minute', 60];
    return unbroken(this.spans().format(Math.trunc(seconds / length), unit));
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

import { TestBed } from '@angular/core/testing';

import { Preferences } from '../preferences/preferences';
import { Formats } from './formats';
import { provideTranslations } from './provide-translations';
import { Translator } from './translator';

const NOW = Date.UTC(2026, 10, 28, 12);

describe('formats', () => {
  let formats: Formats;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTranslations()] });
    TestBed.inject(Preferences).useLanguage('en');
    await TestBed.inject(Translator).use('en');
    formats = TestBed.inject(Formats);
  });

  it.each([
    [20_000, 'this\u00A0minute'],
    [-90_000, '1\u00A0minute\u00A0ago'],
    [3 * 3_600_000, 'in\u00A03\u00A0hours'],
    [26 * 3_600_000, 'tomorrow'],
    [-9 * 86_400_000, 'last\u00A0week'],
    [40 * 86_400_000, 'next\u00A0month'],
  ])('say how far away an instant is: %i', (milliseconds, words) => {
    expect(formats.span(new Date(NOW + milliseconds).toISOString(), NOW)).toBe(words);
  });

  it('write a date as that day, also to the west of Greenwich', () => {
    vi.stubEnv('TZ', 'America/New_York');
    expect(new Date('2026-11-28').getDate(), 'midnight in UTC is the evening before there').toBe(27);
    expect(formats.day('2026-11-28')).toBe('28\u00A0Nov');
    expect(formats.weekday('2026-11-28')).toBe('Sat');
    vi.unstubAllEnvs();
  });

  it('write a date so that no line parts it, but for its hour', () => {
    const instant = new Date(2026, 10, 28, 21, 15).toISOString();
    expect(formats.date(instant)).toBe('28\u00A0November\u00A02026');
    expect(formats.moment(instant)).toBe('28\u00A0Nov\u00A02026, 21:15');
  });

  it('write numbers as the reader does', () => {
    expect(formats.share(0.874)).toBe('87%');
    expect(formats.amount(1234)).toBe('1,234');
  });

  it('name a country, and leave alone what is none', () => {
    expect(formats.country('NL')).toBe('Netherlands');
    expect(formats.country('192.0.2.0/24')).toBe('192.0.2.0/24');
  });
});

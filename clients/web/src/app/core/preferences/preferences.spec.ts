import { TestBed } from '@angular/core/testing';

import { preferredLanguage, Preferences } from './preferences';

describe('preferences', () => {
  it('begin with a language of the browser that we have', () => {
    expect(preferredLanguage(['de-DE', 'ru-RU', 'en'])).toBe('ru');
    expect(preferredLanguage(['en-GB'])).toBe('en');
    expect(preferredLanguage(['tr', 'ar'])).toBe('nl');
    expect(preferredLanguage([])).toBe('nl');
  });

  it('show at once and are kept', () => {
    const preferences = TestBed.inject(Preferences);
    preferences.useTheme('dark');
    preferences.useTextSize('large');
    TestBed.tick();
    expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', textSize: 'large' });
    expect(localStorage.getItem('tall.preferences')).toContain('"theme":"dark"');
  });

  it('pass over what was kept and makes no sense', () => {
    localStorage.setItem('tall.preferences', JSON.stringify({ state: { language: 'xx', theme: 1 }, version: 1 }));
    expect(TestBed.inject(Preferences).theme()).toBe('system');
    localStorage.setItem('tall.preferences', 'no json');
    expect(TestBed.inject(Preferences).textSize()).toBe('normal');
  });
});

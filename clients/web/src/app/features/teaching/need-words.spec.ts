import { TestBed } from '@angular/core/testing';

import { provideTranslations } from '../../core/i18n/provide-translations';
import { Translator } from '../../core/i18n/translator';
import { Preferences } from '../../core/preferences/preferences';
import { NeedWords } from './need-words';

describe('why somebody needs help', () => {
  let words: NeedWords;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTranslations()] });
    TestBed.inject(Preferences).useLanguage('en');
    const translator = TestBed.inject(Translator);
    await Promise.all([translator.use('en'), translator.include('teaching')]);
    words = TestBed.inject(NeedWords);
  });

  it('comes with the numbers that it rests on', () => {
    expect(words.of({ code: 'inactive', days: 9 })).toBe('No answer for 9\u00A0days');
    expect(words.of({ code: 'low-retention', answers: 120, retention: 0.724, desired: 0.9 })).toContain('72%');
    expect(words.of({ code: 'due-load', due: 210, usualDay: 40.5 })).toMatch(/210.*41/);
    expect(words.of({ code: 'leeches', leeches: 3 })).toContain('3');
    expect(words.of({ code: 'mistake-kind', kind: 'article', mistakes: 20, of: 40 })).toMatch(/20 of 40.*de or het/);
  });

  it('has a word for kinds of mistakes that this version does not know', () => {
    expect(words.kind('from-the-future')).toBe(words.kind('other'));
  });
});

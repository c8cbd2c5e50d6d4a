import { TestBed } from '@angular/core/testing';
import { Problem, Unreachable } from '@tall/api/http';

import { provideTranslations } from '../i18n/provide-translations';
import { Translator } from '../i18n/translator';
import { Preferences } from '../preferences/preferences';
import { FailureMessages } from './failure-message';

describe('messages of failures', () => {
  let messages: FailureMessages;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTranslations()] });
    TestBed.inject(Preferences).useLanguage('en');
    await TestBed.inject(Translator).use('en');
    messages = TestBed.inject(FailureMessages);
  });

  it('say what to do', () => {
    expect(messages.of(new Problem('bad-credentials', 401, 'x'))).toContain('not right');
    expect(messages.of(new Unreachable('x'))).toContain('network');
    expect(messages.of(new Problem('too-many-requests', 429, 'x', [], undefined, 5))).toContain('5\u00A0seconds');
  });

  it('quote the trace of what nobody can explain, and of nothing else', () => {
    const defect = new Problem('internal', 500, 'x', [], 'abc');
    expect(messages.of(defect)).toContain('our side');
    expect(messages.traceOf(defect)).toBe('abc');
    expect(messages.traceOf(new Problem('not-found', 404, 'x', [], 'abc'))).toBeUndefined();
  });

  it('fall back to what the server says of a field', () => {
    expect(messages.ofField({ pointer: '/email', code: 'invalid-email', message: 'x' })).toContain('email');
    expect(messages.ofField({ pointer: '/shoe', code: 'invalid-shoe', message: 'Too small.' })).toBe('Too small.');
  });
});

import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { connect } from '@tall/api/http';

import { refuses, says, Script } from '../../../testing/script';
import { API } from '../http/api';
import { provideTranslations } from '../i18n/provide-translations';
import { Translator } from '../i18n/translator';
import { Preferences } from '../preferences/preferences';
import { Session } from '../session/session';
import { Names } from './names';

const ANNA = { userId: 'user-anna', givenName: 'Anna', familyName: 'Sokolova' };

describe('names', () => {
  const script = new Script();
  const userId = signal<string | undefined>('teacher');
  let names: Names;

  beforeEach(async () => {
    script.asked.length = 0;
    userId.set('teacher');
    const api = connect({ origin: 'https://tall.test', send: script.send, language: () => 'en' });
    TestBed.configureTestingModule({
      providers: [provideTranslations(), { provide: API, useValue: api }, { provide: Session, useValue: { userId } }],
    });
    TestBed.inject(Preferences).useLanguage('en');
    await TestBed.inject(Translator).use('en');
    names = TestBed.inject(Names);
  });

  it('are asked for once, since every reading is noted', async () => {
    script.willSay(says({ items: [ANNA] }));
    await names.ask(['user-anna', 'user-anna', 'user-bare']);
    await names.ask(['user-anna', 'user-bare']);
    expect(script.asked).toHaveLength(1);
    expect(await script.asked[0]!.json()).toEqual({ userIds: ['user-anna', 'user-bare'] });
    expect(names.of('user-anna')).toBe('Anna Sokolova');
    expect(names.of('user-bare')).toContain('bare');
  });

  it('are asked for again after they could not be had', async () => {
    script.willSay(refuses(403, 'forbidden'), says({ items: [ANNA] }));
    await names.ask(['user-anna']);
    expect(names.of('user-anna')).not.toContain('Anna');
    await names.ask(['user-anna']);
    expect(names.of('user-anna')).toBe('Anna Sokolova');
  });

  it('are forgotten when somebody else logs in here', async () => {
    script.willSay(says({ items: [ANNA] }), says({ items: [] }));
    await names.ask(['user-anna']);
    userId.set('somebody-else');
    await names.ask(['user-anna']);
    expect(names.of('user-anna')).not.toContain('Anna');
  });
});

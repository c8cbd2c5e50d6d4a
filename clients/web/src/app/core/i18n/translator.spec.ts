import { TestBed } from '@angular/core/testing';

import { Preferences } from '../preferences/preferences';
import { provideTranslations } from './provide-translations';
import { Translator } from './translator';

describe('the translator', () => {
  let translator: Translator;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideTranslations()] });
    translator = TestBed.inject(Translator);
  });

  async function speak(language: 'nl' | 'en' | 'ru'): Promise<void> {
    TestBed.inject(Preferences).useLanguage(language);
    await translator.use(language);
  }

  it('says things in the language of the reader, from the moment that they choose it', async () => {
    await speak('nl');
    expect(translator.t('log-in.title')).toBe('Inloggen');
    await speak('ru');
    expect(translator.t('log-in.title')).toBe('Вход');
    expect(document.documentElement.lang).toBe('ru');
  });

  it('counts as the language does', async () => {
    await speak('ru');
    expect([1, 2, 5, 21].map((count) => translator.t('topic.words', { count }))).toEqual([
      '1\u00A0слово',
      '2\u00A0слова',
      '5\u00A0слов',
      '21\u00A0слово',
    ]);
    await speak('nl');
    expect(translator.t('topic.words', { count: 1 })).toBe('1\u00A0woord');
  });

  it('knows which texts there are', async () => {
    await speak('en');
    expect(translator.known('mistake.article')).toBe('mistake.article');
    expect(translator.known('mistake.invented')).toBeUndefined();
  });

  it('says what an area says once it is asked for, in every language from then on', async () => {
    await speak('en');
    expect(translator.known('sitting.progress')).toBeUndefined();
    await translator.include('cards');
    expect(translator.t('sitting.progress', { done: 2, all: 9 })).toMatch(/^2 of 9/);
    await speak('nl');
    expect(translator.t('sitting.progress', { done: 2, all: 9 })).toMatch(/^2 van (de )?9/);
  });

  it('shows the language that was asked for last, whichever came first', async () => {
    const preferences = TestBed.inject(Preferences);
    preferences.useLanguage('ru');
    const slow = translator.use('ru');
    preferences.useLanguage('en');
    await Promise.all([slow, translator.use('en')]);
    expect(translator.language()).toBe('en');
  });
});

import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { Preferences } from '../../core/preferences/preferences';
import { Session } from '../../core/session/session';
import { AnswerLanguage } from './answer-language';

describe('the language that a student answers from', () => {
  const language = signal('nl');
  const userId = signal<string | undefined>('a');

  const answerLanguage = () => {
    TestBed.configureTestingModule({
      providers: [
        { provide: Preferences, useValue: { language } },
        { provide: Session, useValue: { userId } },
      ],
    });
    return TestBed.inject(AnswerLanguage);
  };

  beforeEach(() => {
    localStorage.clear();
    language.set('nl');
    userId.set('a');
  });

  it('is that of the interface until one is chosen', () => {
    const answers = answerLanguage();
    expect(answers.now()).toBe('en');
    language.set('ru');
    expect(answers.now()).toBe('ru');
    answers.note(undefined);
    expect(answers.now()).toBe('ru');
  });

  it('is the chosen one, whatever the interface speaks, and stays over a reload', () => {
    answerLanguage().note('ru');
    TestBed.resetTestingModule();
    const answers = answerLanguage();
    expect(answers.now()).toBe('ru');
    answers.note('en');
    language.set('ru');
    expect(answers.now()).toBe('en');
  });

  it('is nobody else’s', () => {
    const answers = answerLanguage();
    answers.note('ru');
    userId.set('b');
    expect(answers.now()).toBe('en');
    userId.set(undefined);
    expect(answers.now()).toBe('en');
  });

  it('passes over what was kept and makes no sense', () => {
    localStorage.setItem(
      'tall.answer-language',
      JSON.stringify({ state: { userId: 'a', language: 'xx' }, version: 1 }),
    );
    expect(answerLanguage().now()).toBe('en');
  });
});

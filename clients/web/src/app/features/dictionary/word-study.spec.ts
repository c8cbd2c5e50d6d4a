import { TestBed } from '@angular/core/testing';
import { Problem } from '@tall/api/http';

import { WordDesk } from './offline/word-desk';
import type { GivenWord, SessionWord, WordOutcome, WordSession } from './week-api';
import { WordStudy } from './word-study';

const word = (wordId: string, more: Partial<SessionWord> = {}) =>
  ({
    word: { wordId },
    question: { asked: 'recall', prompt: '', expected: {} },
    answered: false,
    again: false,
    unmet: false,
    ...more,
  }) as SessionWord;
const view = (done: number, words: SessionWord[]): WordSession => ({ sessionId: 's', arrangedAt: '', done, words });
const right = { rating: 'good', correct: true, mistakes: [] as never[] } as unknown as WordOutcome;
const wrong = { rating: 'again', correct: false, again: 'recall' } as WordOutcome;

describe('studying own words', () => {
  const api = {
    session: vi.fn<() => Promise<WordSession>>(),
    answer: vi.fn<(given: GivenWord) => Promise<WordOutcome>>(),
  };
  let study: WordStudy;

  beforeEach(async () => {
    api.session.mockReset().mockResolvedValueOnce(view(1, [word('a', { answered: true }), word('b'), word('c')]));
    api.answer.mockReset().mockResolvedValue(right);
    TestBed.configureTestingModule({ providers: [WordStudy, { provide: WordDesk, useValue: api }] });
    study = TestBed.inject(WordStudy);
    await study.open({ sessionId: 's', isOnDevice: false });
  });

  const isAsked = () => study.word()?.word.wordId;

  it('goes on with the first word that was not answered', () => {
    expect(isAsked()).toBe('b');
    expect([study.done(), study.total()]).toEqual([1, 3]);
  });

  it('asks for what comes back when all were asked', async () => {
    api.answer.mockResolvedValueOnce(wrong);
    await study.answer({ way: 'typed', text: 'de broot' });
    await study.next();
    expect(study.done()).toBe(1);
    api.session.mockResolvedValueOnce(view(2, [word('b', { answered: true, again: true })]));
    await study.answer({ way: 'self-rated', rating: 'good' });
    expect(isAsked()).toBe('b');
    api.session.mockResolvedValueOnce(view(3, [word('b', { answered: true })]));
    await study.answer({ way: 'self-rated', rating: 'good' });
    expect(study.isFinished()).toBe(true);
    expect([...study.results()]).toEqual([
      ['b', 'wrong'],
      ['c', 'right'],
    ]);
  });

  it('shows a word before it is asked for the first time', async () => {
    api.session.mockResolvedValueOnce(view(0, [word('new', { unmet: true })]));
    await study.open({ sessionId: 's', isOnDevice: false });
    expect(study.step().name).toBe('meeting');
    study.met();
    expect(study.step().name).toBe('asking');
  });

  it('sends a lost answer again under the same id', async () => {
    api.answer.mockRejectedValueOnce(new Error('no connection'));
    await study.answer({ way: 'typed', text: 'het brood' });
    expect(study.step().name).toBe('failed');
    await study.sendAgain();
    expect(study.step().name).toBe('graded');
    expect(api.answer.mock.calls[1]).toEqual(api.answer.mock.calls[0]);
  });

  it('can be opened again when what comes back could not be had', async () => {
    await study.answer({ way: 'self-rated', rating: 'good' });
    api.session.mockRejectedValueOnce(new Error('no connection'));
    await study.answer({ way: 'self-rated', rating: 'good' });
    expect(study.failure()).toBeInstanceOf(Error);
    expect(study.isFinished()).toBe(false);
    api.session.mockResolvedValueOnce(view(3, []));
    await study.open({ sessionId: 's', isOnDevice: false });
    expect(study.isFinished()).toBe(true);
  });

  it('passes over a word that was removed meanwhile', async () => {
    api.answer.mockRejectedValueOnce(new Problem('not-found', 404, 'gone'));
    await study.answer({ way: 'typed', text: 'het brood' });
    expect(isAsked()).toBe('c');
    expect(study.results().size).toBe(0);
  });
});

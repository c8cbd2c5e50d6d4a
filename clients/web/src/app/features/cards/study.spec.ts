import { TestBed } from '@angular/core/testing';

import type { Given, Outcome, SessionCard, SessionView } from './cards-api';
import { Desk } from './offline/desk';
import { Study } from './study';

const cards = ['card-0', 'card-1'].map((cardId) => ({ cardId, kind: 'recall', answered: false })) as SessionCard[];
const view: SessionView = { id: 's', topicId: 't', arrangedAt: '', practice: false, answered: 0, cards };
const right = { rating: 'good', correct: true } as Outcome;

describe('studying', () => {
  const api = {
    session: vi.fn(() => Promise.resolve(view)),
    answer: vi.fn<(given: Given) => Promise<Outcome>>(() => Promise.resolve(right)),
    takeBack: vi.fn<(given: Given) => Promise<void>>(() => Promise.resolve()),
    mark: vi.fn(() => Promise.resolve()),
  };
  let study: Study;

  beforeEach(async () => {
    for (const call of Object.values(api)) call.mockClear();
    TestBed.configureTestingModule({ providers: [Study, { provide: Desk, useValue: api }] });
    study = TestBed.inject(Study);
    await study.open('t', 's');
  });

  const isAsked = () => study.card()?.cardId;

  it('asks the card of an answer again that is taken back', async () => {
    await study.answer({ way: 'typed', text: 'het brood' });
    study.next();
    expect(isAsked()).toBe('card-1');
    await study.takeBack();
    expect(isAsked()).toBe('card-0');
    expect(study.done()).toBe(0);
    expect(api.takeBack.mock.calls[0]?.[0].reviewId).toBe(api.answer.mock.calls[0]?.[0].reviewId);
    expect(study.canTakeBack()).toBe(false);
  });

  it('takes an answer back once, however often that is wished', async () => {
    await study.answer({ way: 'typed', text: 'het brood' });
    await Promise.all([study.takeBack(), study.takeBack()]);
    await study.takeBack();
    expect(api.takeBack).toHaveBeenCalledTimes(1);
  });

  it('takes an answer back whose verdict is still shown', async () => {
    await study.answer({ way: 'chosen', text: 'het brood' });
    expect(study.step().name).toBe('graded');
    await study.takeBack();
    expect(study.step().name).toBe('asking');
    expect(isAsked()).toBe('card-0');
  });

  it('keeps the answer when it cannot be taken back', async () => {
    await study.answer({ way: 'self-rated', rating: 'good' });
    api.takeBack.mockRejectedValueOnce(new Error('no connection'));
    await study.takeBack();
    expect(isAsked()).toBe('card-1');
    expect(study.failure()).toBeInstanceOf(Error);
    expect(study.canTakeBack()).toBe(true);
  });

  it('goes on with the next card when one is set aside', async () => {
    await study.setAside('buried');
    expect(api.mark).toHaveBeenCalledWith(cards[0], 'buried', false);
    expect(isAsked()).toBe('card-1');
    expect(study.done()).toBe(0);
  });
});

import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { OpenSittings, type Resumable } from '../../core/places/open-sittings';
import { Places } from '../../core/places/places';
import { Session } from '../../core/session/session';
import { CardSittings } from './card-sittings';
import { CardsApi, type SessionCard, type SessionView } from './cards-api';
import { answered, begin } from './sitting';

function view(answers: number, change: Partial<SessionView> = {}): SessionView {
  const cards = Array.from({ length: 3 }, (_, index) => ({
    cardId: `card-${String(index)}`,
    kind: 'recall',
    answered: index < answers,
  })) as SessionCard[];
  return { id: 's', topicId: 'food', arrangedAt: '', practice: false, answered: answers, cards, ...change };
}

describe('a sitting of cards', () => {
  const places = { note: vi.fn(() => Promise.resolve()) };
  const api = { session: vi.fn(() => Promise.resolve(view(1))) };
  let sittings: CardSittings;
  let open: OpenSittings;

  beforeEach(() => {
    localStorage.clear();
    places.note.mockClear();
    TestBed.configureTestingModule({
      providers: [
        { provide: Session, useValue: { userId: signal('anna'), wasLeft: signal(false) } },
        { provide: Places, useValue: places },
        { provide: CardsApi, useValue: api },
      ],
    });
    sittings = TestBed.inject(CardSittings);
    open = TestBed.inject(OpenSittings);
  });

  async function resumable(topicId: string): Promise<Resumable | undefined> {
    const found = TestBed.runInInjectionContext(() => sittings.resumable(() => topicId));
    TestBed.tick();
    await TestBed.inject(ApplicationRef).whenStable();
    return found();
  }

  it('is where its student is until its last card', () => {
    const last = begin(view(2));
    sittings.note(last);
    expect(places.note).toHaveBeenLastCalledWith('thematic-cards', '/cards/food/sessions/s');
    expect(open.about('thematic-cards', 'food')?.id).toBe('s');
    sittings.note(answered(last, { rating: 'good', correct: true }));
    expect(places.note).toHaveBeenLastCalledWith('thematic-cards', '/cards/food');
    expect(open.about('thematic-cards', 'food')).toBeUndefined();
  });

  it('goes on where the server has it, whatever was answered elsewhere', async () => {
    sittings.note(begin(view(0)));
    expect(await resumable('food')).toEqual({ path: '/cards/food/sessions/s', done: 1, total: 3 });
    expect(await resumable('house')).toBeUndefined();
  });

  it('is not offered once it was finished elsewhere', async () => {
    sittings.note(begin(view(1)));
    api.session.mockResolvedValueOnce(view(3));
    expect(await resumable('food')).toBeUndefined();
    expect(open.about('thematic-cards', 'food')).toBeUndefined();
  });

  it('is not offered while nobody answers, and stays', async () => {
    sittings.note(begin(view(1)));
    api.session.mockRejectedValueOnce(new Error('no connection'));
    expect(await resumable('food')).toBeUndefined();
    expect(open.about('thematic-cards', 'food')).toBeDefined();
  });

  it('over all topics leads back to all of them', () => {
    const last = begin(view(2, { topicId: null }));
    sittings.note(last);
    expect(places.note).toHaveBeenLastCalledWith('thematic-cards', '/cards/all/sessions/s');
    sittings.note(answered(last, { rating: 'good', correct: true }));
    expect(places.note).toHaveBeenLastCalledWith('thematic-cards', '/cards');
  });

  it('of practice, and of this device alone, is gone on with nowhere', () => {
    sittings.note(begin(view(1, { practice: true })));
    sittings.note(begin(view(1, { topicId: 'offline' })));
    expect(places.note).not.toHaveBeenCalled();
    expect(open.latest('thematic-cards')).toBeUndefined();
  });
});

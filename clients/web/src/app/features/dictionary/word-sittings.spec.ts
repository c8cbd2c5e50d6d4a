import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { OpenSittings } from '../../core/places/open-sittings';
import { Places } from '../../core/places/places';
import { Session } from '../../core/session/session';
import { type SessionWord, WeekApi, type WordSession } from './week-api';
import { WordSittings } from './word-sittings';

const word = (answered: boolean, again = false) => ({ answered, again }) as SessionWord;
const view = (words: SessionWord[]): WordSession => ({ sessionId: 's', arrangedAt: '', done: 4, words });

describe('a sitting of own words', () => {
  const places = { note: vi.fn(() => Promise.resolve()) };
  const api = { session: vi.fn<() => Promise<WordSession>>() };
  let sittings: WordSittings;

  beforeEach(() => {
    localStorage.clear();
    places.note.mockClear();
    TestBed.configureTestingModule({
      providers: [
        { provide: Session, useValue: { userId: signal('anna'), wasLeft: signal(false) } },
        { provide: Places, useValue: places },
        { provide: WeekApi, useValue: api },
      ],
    });
    sittings = TestBed.inject(WordSittings);
  });

  async function resumable() {
    const found = TestBed.runInInjectionContext(() => sittings.resumable());
    TestBed.tick();
    await TestBed.inject(ApplicationRef).whenStable();
    return found();
  }

  it('is where its student is until its last word', () => {
    sittings.note('s', false);
    expect(places.note).toHaveBeenLastCalledWith('learning-cards', '/dictionary/week/sessions/s');
    sittings.note('s', true);
    expect(places.note).toHaveBeenLastCalledWith('learning-cards', '/dictionary/week');
    expect(TestBed.inject(OpenSittings).latest('learning-cards')).toBeUndefined();
  });

  it('goes on where the server has it, with what comes back', async () => {
    api.session.mockResolvedValueOnce(view([word(true), word(true, true), word(false)]));
    sittings.note('s', false);
    expect(await resumable()).toEqual({ path: '/dictionary/week/sessions/s', done: 4, total: 6 });
  });

  it('is over when all of it was answered elsewhere', async () => {
    api.session.mockResolvedValueOnce(view([word(true)]));
    sittings.note('s', false);
    expect(await resumable()).toBeUndefined();
    expect(TestBed.inject(OpenSittings).latest('learning-cards')).toBeUndefined();
  });
});

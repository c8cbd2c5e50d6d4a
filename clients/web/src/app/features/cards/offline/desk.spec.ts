import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Problem, Unreachable } from '@tall/api/http';

import { Connection } from '../../../core/offline/connection';
import { Sync } from '../../offline/sync';
import { CardsApi, type Given, type Outcome } from '../cards-api';
import { CardsOnDevice } from './cards-on-device';
import { Desk } from './desk';

const given = { reviewId: 'r', card: { cardId: 'a' } } as Given;
const there = { rating: 'good' } as Outcome;
const here = { rating: 'hard' } as Outcome;

describe('where a student studies', () => {
  const isOnline = signal(true);
  const api = { answer: vi.fn<() => Promise<Outcome>>(), glossLanguage: () => 'en' as const };
  const device = { answer: vi.fn<() => Promise<Outcome | undefined>>(), note: vi.fn(() => Promise.resolve()) };
  const sync = { soon: vi.fn() };
  let desk: Desk;

  beforeEach(() => {
    isOnline.set(true);
    for (const call of [api.answer, device.answer, device.note, sync.soon]) call.mockReset();
    device.note.mockResolvedValue();
    api.answer.mockResolvedValue(there);
    device.answer.mockResolvedValue(here);
    TestBed.configureTestingModule({
      providers: [
        { provide: Connection, useValue: { isOnline } },
        { provide: CardsApi, useValue: api },
        { provide: CardsOnDevice, useValue: device },
        { provide: Sync, useValue: sync },
      ],
    });
    desk = TestBed.inject(Desk);
  });

  it('is the server while it answers; the device notes it', async () => {
    expect(await desk.answer(given, false)).toBe(there);
    expect(device.answer).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(device.note).toHaveBeenCalledWith(given, 'good'));
  });

  it('is the device when nobody answers, and it sends the same answer later', async () => {
    api.answer.mockRejectedValue(new Unreachable('no answer came'));
    expect(await desk.answer(given, false)).toBe(here);
    expect(device.answer).toHaveBeenCalledWith(given, 'en');
    expect(sync.soon).toHaveBeenCalledTimes(1);
  });

  it('does not wait for a server without a connection', async () => {
    isOnline.set(false);
    expect(await desk.answer(given, false)).toBe(here);
    expect(api.answer).not.toHaveBeenCalled();
  });

  it('says that nobody answers when the card is not here either', async () => {
    const failure = new Unreachable('no answer came');
    api.answer.mockRejectedValue(failure);
    device.answer.mockResolvedValue(undefined);
    await expect(desk.answer(given, false)).rejects.toBe(failure);
  });

  it('takes a no for a no', async () => {
    const no = new Problem('not-found', 404, '');
    api.answer.mockRejectedValue(no);
    await expect(desk.answer(given, false)).rejects.toBe(no);
    expect(device.answer).not.toHaveBeenCalled();
  });

  it('is the device for a sitting that was arranged there, with a connection too', async () => {
    expect(await desk.answer(given, true)).toBe(here);
    expect(api.answer).not.toHaveBeenCalled();
  });
});

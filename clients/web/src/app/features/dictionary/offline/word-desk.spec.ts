import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Problem, Unreachable } from '@tall/api/http';

import { Connection } from '../../../core/offline/connection';
import { Sync } from '../../offline/sync';
import { DictionaryApi } from '../dictionary-api';
import { type KeptWeek, type Week, WeekApi, type WordSession } from '../week-api';
import { WordDesk } from './word-desk';
import { WordsOnDevice } from './words-on-device';

const current = { week: '2026-W48' } as Week;
const kept: KeptWeek = { isKept: true, beginsAt: '', words: [] };
const session = (sessionId: string) => ({ sessionId, words: [{}] }) as WordSession;

describe('where a student studies own words', () => {
  const isOnline = signal(true);
  const api = { current: vi.fn<() => Promise<Week | null>>(), arrange: vi.fn<() => Promise<WordSession>>() };
  const device = {
    thisWeek: vi.fn<() => Promise<KeptWeek | undefined>>(),
    arrange: vi.fn<() => Promise<WordSession | undefined>>(),
  };
  let desk: WordDesk;

  beforeEach(() => {
    isOnline.set(true);
    api.current.mockReset().mockResolvedValue(current);
    api.arrange.mockReset().mockResolvedValue(session('there'));
    device.thisWeek.mockReset().mockResolvedValue(kept);
    device.arrange.mockReset().mockResolvedValue(session('here'));
    TestBed.configureTestingModule({
      providers: [
        { provide: Connection, useValue: { isOnline } },
        { provide: WeekApi, useValue: api },
        { provide: DictionaryApi, useValue: { glossLanguage: () => 'en' } },
        { provide: WordsOnDevice, useValue: device },
        { provide: Sync, useValue: { soon: vi.fn() } },
      ],
    });
    desk = TestBed.inject(WordDesk);
  });

  it('shows the week of the server while it answers', async () => {
    expect(await desk.week()).toBe(current);
    expect(await desk.arrange()).toEqual({ sessionId: 'there', isOnDevice: false, words: 1 });
    expect(device.thisWeek).not.toHaveBeenCalled();
  });

  it('shows the week that is kept, and arranges here, without a connection', async () => {
    isOnline.set(false);
    expect(await desk.week()).toBe(kept);
    expect(await desk.arrange()).toEqual({ sessionId: 'here', isOnDevice: true, words: 1 });
    expect(api.current).not.toHaveBeenCalled();
  });

  it('does so too when nobody answers', async () => {
    api.current.mockRejectedValue(new Unreachable('no answer came'));
    expect(await desk.week()).toBe(kept);
  });

  it('says that nobody answers where nothing is kept, and where nothing can be', async () => {
    const failure = new Unreachable('no answer came');
    api.current.mockRejectedValue(failure);
    device.thisWeek.mockResolvedValueOnce(undefined).mockRejectedValueOnce(new Error('no database'));
    await expect(desk.week()).rejects.toBe(failure);
    await expect(desk.week()).rejects.toBe(failure);
  });

  it('takes a no for a no', async () => {
    const no = new Problem('forbidden', 403, '');
    api.current.mockRejectedValue(no);
    await expect(desk.week()).rejects.toBe(no);
  });
});

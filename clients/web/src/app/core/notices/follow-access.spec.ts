import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { says, Script } from '../../../testing/script';
import { SEND } from '../http/open-api';
import { Session } from '../session/session';
import { followAccess } from './follow-access';
import { Notices } from './notices';

const product = (id: string) => ({ id, title: { nl: id, en: id, ru: id } });

describe('what somebody may open', () => {
  const userId = signal<string | undefined>('anna');
  let script: Script;

  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
    userId.set('anna');
    script = new Script();
    const session = {
      userId,
      isLoggedIn: () => userId() !== undefined,
      wasLeft: signal(false),
      token: () => Promise.resolve('token'),
    };
    TestBed.configureTestingModule({
      providers: [{ provide: SEND, useValue: script.send }, { provide: Session, useValue: session }, followAccess()],
    });
    TestBed.inject(Notices).mayOpen([product('cards')]);
  });
  afterEach(() => vi.useRealTimers());

  const comeBack = () => document.dispatchEvent(new Event('visibilitychange'));

  it('is asked again by whoever comes back after some minutes or stays, not sooner and by no page that is hidden', async () => {
    await vi.advanceTimersByTimeAsync(60_000);
    comeBack();
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await vi.advanceTimersByTimeAsync(4.1 * 60_000);
    expect(script.asked).toHaveLength(0);

    vi.restoreAllMocks();
    script.willSay(says({ items: [product('cards'), product('people')] }));
    comeBack();
    await vi.waitFor(() =>
      expect(
        TestBed.inject(Notices)
          .access()
          ?.come.map(({ id }) => id),
      ).toEqual(['people']),
    );
    comeBack();
    expect(script.asked).toHaveLength(1);

    script.willSay(says({ items: [product('people')] }));
    await vi.advanceTimersByTimeAsync(5.5 * 60_000);
    expect(script.asked).toHaveLength(2);
    expect(
      TestBed.inject(Notices)
        .access()
        ?.gone.map(({ id }) => id),
    ).toEqual(['cards']);
  });

  it('is told to nobody else, and asked for nobody', async () => {
    userId.set(undefined);
    await vi.advanceTimersByTimeAsync(20 * 60_000);
    comeBack();
    expect(script.asked).toHaveLength(0);
  });
});

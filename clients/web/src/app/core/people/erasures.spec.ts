import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { connect } from '@tall/api/http';

import { refuses, says, Script } from '../../../testing/script';
import { API } from '../http/api';
import { OPEN_API } from '../http/open-api';
import { Session } from '../session/session';
import { Erasures } from './erasures';

const ASKED = {
  erasureId: 'e',
  userId: 'u',
  requestedAt: '2026-11-28T20:15:00.000Z',
  deadlineAt: '2026-12-28T20:15:00.000Z',
  confirmations: [],
};
const CERTIFICATE = {
  erasureId: 'e',
  requestedAt: ASKED.requestedAt,
  erasedAt: '2026-11-28T20:16:00.000Z',
  confirmations: [],
};

describe('erasures', () => {
  const isLoggedIn = signal(true);
  let script: Script;
  let erasures: Erasures;

  beforeEach(() => {
    isLoggedIn.set(true);
    script = new Script();
    const api = connect({ origin: 'https://tall.test', send: script.send, language: () => 'en' });
    TestBed.configureTestingModule({
      providers: [
        { provide: API, useValue: api },
        { provide: OPEN_API, useValue: api },
        { provide: Session, useValue: { isLoggedIn } },
      ],
    });
    erasures = TestBed.inject(Erasures);
  });

  it('are asked for whom they are meant', async () => {
    script.willSay(says(ASKED, 202), says(ASKED, 202));
    await erasures.ask('e', 'u');
    await erasures.ask('e');
    expect(script.asked.map(({ url }) => new URL(url).pathname)).toEqual(Array(2).fill('/api/v2/pii/erasures'));
    expect(await script.asked[0]!.json()).toEqual({ erasureId: 'e', userId: 'u' });
    expect(await script.asked[1]!.json()).toEqual({ erasureId: 'e' });
  });

  it('show the certificate to whoever has the number', async () => {
    isLoggedIn.set(false);
    script.willSay(says(CERTIFICATE));
    expect(await erasures.find('e')).toEqual(CERTIFICATE);
  });

  it('show how they stand to whom the server tells it, and to others the certificate', async () => {
    script.willSay(says(ASKED), refuses(404, 'not-found'), says(CERTIFICATE));
    expect(await erasures.find('e')).toEqual(ASKED);
    expect(await erasures.find('e')).toEqual(CERTIFICATE);
  });

  it('are known to who asked from here, whose session is over', async () => {
    script.willSay(says(ASKED, 202), refuses(404, 'not-found'));
    await erasures.ask('e');
    isLoggedIn.set(false);
    expect(await erasures.find('e')).toEqual(ASKED);
  });

  it('are nothing to a stranger, nor under what is no number', async () => {
    isLoggedIn.set(false);
    script.willSay(refuses(404, 'not-found'), refuses(422, 'invalid-fields'));
    expect(await erasures.find('e')).toBeUndefined();
    expect(await erasures.find('nonsense')).toBeUndefined();
  });

  it('tell of a server that is away', async () => {
    script.willSay(refuses(503, 'unavailable'));
    await expect(erasures.find('e')).rejects.toThrow();
  });
});

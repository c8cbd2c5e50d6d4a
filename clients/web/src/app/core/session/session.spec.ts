import { TestBed } from '@angular/core/testing';
import { Unreachable } from '@tall/api/http';

import { refuses, says, Script } from '../../../testing/script';
import { SEND } from '../http/open-api';
import { ProofPrompt, type Prove } from './proof-prompt';
import { Session, type TokensView } from './session';

const NOW = Date.UTC(2026, 10, 28, 12);

function tokens(name: string): TokensView {
  return {
    accessToken: `access ${name}`,
    refreshToken: `refresh ${name}`,
    expiresIn: 900,
    refreshExpiresAt: '2026-12-05T12:00:00.000Z',
    sessionId: 's',
    tokenType: 'Bearer',
    user: { id: 'u', role: 'student' },
  };
}

/** What another tab has kept, as the storage event tells it. */
function anotherTabKeeps(state: unknown): void {
  if (state === undefined) localStorage.removeItem('tall.session');
  else localStorage.setItem('tall.session', JSON.stringify({ state, version: 1 }));
  dispatchEvent(new StorageEvent('storage', { key: 'tall.session', storageArea: localStorage }));
}

function kept(name: string) {
  return {
    tokens: {
      accessToken: `access ${name}`,
      accessEndsAt: NOW + 900_000,
      refreshToken: `refresh ${name}`,
      sessionId: 's',
      userId: 'u',
      role: 'student',
    },
  };
}

describe('a session', () => {
  let script: Script;
  let session: Session;
  const prompt = { ask: vi.fn<(prove: Prove) => ReturnType<ProofPrompt['ask']>>() };

  beforeEach(() => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
    script = new Script();
    prompt.ask.mockReset();
    TestBed.configureTestingModule({
      providers: [
        { provide: SEND, useValue: script.send },
        { provide: ProofPrompt, useValue: prompt },
      ],
    });
    session = TestBed.inject(Session);
  });

  afterEach(() => vi.useRealTimers());

  it('begins with the right password', async () => {
    script.willSay(says(tokens('one'), 201));
    expect(await session.logIn('anna@tall.example', 'correct horse')).toBeUndefined();
    expect(session.isLoggedIn()).toBe(true);
    expect(session.role()).toBe('student');
    expect(await session.token()).toBe('access one');
  });

  it('is told apart by its device, which stays the same', async () => {
    script.willSay(says(tokens('one'), 201), says(tokens('two'), 201));
    await session.logIn('a@b.example', 'correct horse');
    await session.logIn('a@b.example', 'correct horse');
    const bodies = (await Promise.all(script.asked.map((request) => request.json()))) as { device: { id: string } }[];
    expect(bodies[0]?.device.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(bodies[1]?.device.id).toBe(bodies[0]?.device.id);
  });

  it('waits for the second factor where there is one', async () => {
    const challenge = { challengeId: 'c', challengeToken: 't', expiresAt: '', methods: ['totp'] };
    script.willSay(says(challenge, 202));
    expect(await session.logIn('a@b.example', 'correct horse')).toEqual(challenge);
    expect(session.isLoggedIn()).toBe(false);
  });

  it('renews a token that is about to end before it is used', async () => {
    session.enter(tokens('one'));
    vi.setSystemTime(NOW + 880_000);
    script.willSay(says(tokens('two')));
    expect(await session.token()).toBe('access two');
    expect(await script.asked[0]?.json()).toMatchObject({ refreshToken: 'refresh one', deviceId: session.deviceId });
  });

  it('renews once for all who ask at once', async () => {
    session.enter(tokens('one'));
    script.willSay(says(tokens('two')));
    const renewed = await Promise.all([1, 2, 3].map(() => session.renewed('access one')));
    expect(renewed).toEqual(['access two', 'access two', 'access two']);
    expect(script.asked).toHaveLength(1);
  });

  it('takes what another tab has renewed', async () => {
    session.enter(tokens('one'));
    localStorage.setItem('tall.session', JSON.stringify({ state: kept('other'), version: 1 }));
    expect(await session.renewed('access one')).toBe('access other');
    expect(script.asked).toHaveLength(0);
  });

  it('is over when its refresh token is refused', async () => {
    session.enter(tokens('one'));
    script.willSay(refuses(401, 'invalid-token'));
    expect(await session.renewed('access one')).toBeUndefined();
    expect(session.isLoggedIn()).toBe(false);
  });

  it('goes on when the server is away for a moment', async () => {
    session.enter(tokens('one'));
    await expect(session.renewed('access one')).rejects.toBeInstanceOf(Unreachable);
    expect(session.isLoggedIn()).toBe(true);
  });

  it('begins and ends in every tab', () => {
    anotherTabKeeps(kept('other'));
    expect(session.userId()).toBe('u');
    anotherTabKeeps(undefined);
    expect(session.isLoggedIn()).toBe(false);
  });

  it('takes nothing for tokens that are none', () => {
    session.enter(tokens('one'));
    anotherTabKeeps({ tokens: { accessToken: 7 } });
    expect(session.isLoggedIn()).toBe(false);
  });

  it('ends here also where the server cannot be told', async () => {
    session.enter(tokens('one'));
    await session.logOut();
    expect(session.isLoggedIn()).toBe(false);
    expect(script.asked[0]?.headers.get('authorization')).toBe('Bearer access one');
  });

  it('keeps the token that a fresh proof gives', async () => {
    session.enter(tokens('one'));
    script.willSay(says({ accessToken: 'proven', tokenType: 'Bearer', expiresIn: 900, authenticatedAt: '' }));
    prompt.ask.mockImplementation((prove) => prove('password', 'correct horse'));
    expect(await session.provenAnew()).toBe('proven');
    expect(await session.token()).toBe('proven');
    expect(await script.asked[0]?.json()).toEqual({ method: 'password', proof: 'correct horse' });
  });

  it('stays as it is when nobody wants to prove anything', async () => {
    session.enter(tokens('one'));
    prompt.ask.mockResolvedValue(undefined);
    expect(await session.provenAnew()).toBeUndefined();
    expect(await session.token()).toBe('access one');
  });
});

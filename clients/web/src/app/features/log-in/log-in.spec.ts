import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { MockInstance } from 'vitest';

import { refuses, says, Server } from '../../../testing/script';
import { KEYS_FOR_TEXTS } from '../../../testing/words';
import { App } from '../../app';
import { SEND } from '../../core/http/open-api';
import { Session } from '../../core/session/session';
import { LogIn } from './log-in';

const LOG_IN = 'POST /api/v2/profile/sessions';
const ANSWER = 'POST /api/v2/profile/sessions/challenges/c/answers';
const CHALLENGE = {
  challengeId: 'c',
  challengeToken: 'secret',
  expiresAt: '2026-11-30T12:00:00.000Z',
  methods: ['totp', 'recovery-code'],
};
const TOKENS = {
  accessToken: 'access',
  refreshToken: 'refresh',
  expiresIn: 900,
  refreshExpiresAt: '2026-12-07T12:00:00.000Z',
  sessionId: 's',
  tokenType: 'Bearer',
  user: { id: 'u', role: 'student' },
};

describe('logging in', () => {
  let server: Server;
  let navigate: MockInstance<Router['navigateByUrl']>;

  beforeEach(() => {
    server = new Server().willSay('GET /api/v2/profile/identity-providers', says({ items: [] }));
    TestBed.configureTestingModule({
      providers: [KEYS_FOR_TEXTS, provideRouter([]), { provide: SEND, useValue: server.send }],
    });
    navigate = vi.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
  });

  async function open(next?: string) {
    const fixture = TestBed.createComponent(LogIn);
    fixture.componentRef.setInput('next', next);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    const type = (selector: string, text: string) => {
      const field = page.querySelector<HTMLInputElement>(selector)!;
      field.value = text;
      field.dispatchEvent(new Event('input'));
    };
    const send = () => page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    const logIn = (password = 'correct horse') => {
      type('input[type=email]', ' anna@tall.example ');
      type('input[type=password]', password);
      send();
    };
    const isAskedForCode = () =>
      vi.waitFor(() => expect(page.querySelector('tall-challenge-form form')).not.toBeNull());
    const failure = () => vi.waitFor(() => expect(page.querySelector('tall-failure')).not.toBeNull());
    return { page, type, send, logIn, isAskedForCode, failure };
  }

  it('leads to where somebody wanted to go', async () => {
    server.willSay(LOG_IN, says(TOKENS, 201));
    const { logIn } = await open('/cards/topic');
    logIn();
    await vi.waitFor(() => expect(navigate).toHaveBeenCalledWith('/cards/topic'));
    expect(await server.asked(LOG_IN)[0]!.json()).toMatchObject({
      email: 'anna@tall.example',
      password: 'correct horse',
    });
  });

  it('sends nothing that cannot be right', async () => {
    const { page, logIn } = await open();
    logIn('short');
    await vi.waitFor(() => expect(page.querySelector('[aria-invalid=true]')).not.toBeNull());
    expect(page.querySelector<HTMLInputElement>('[aria-invalid=true]')?.type).toBe('password');
    expect(server.asked(LOG_IN)).toEqual([]);
  });

  it('says that address or password is wrong, where to go if the address was not proved, and can be tried again', async () => {
    server.willSay(LOG_IN, refuses(401, 'bad-credentials'), says(TOKENS, 201));
    const { page, logIn, send, failure } = await open();
    logIn();
    await failure();
    expect(page.querySelector('tall-failure')?.textContent).toContain('problem.bad-credentials');
    expect(page.querySelector('a[href="/verify-email"]')).not.toBeNull();
    expect(page.querySelector<HTMLInputElement>('input[type=email]')?.value).toContain('anna@tall.example');
    send();
    await vi.waitFor(() => expect(navigate).toHaveBeenCalledWith('/'));
  });

  it('says how long to wait after too many attempts', async () => {
    const wait = refuses(429, 'too-many-requests');
    wait.headers.set('retry-after', '60');
    server.willSay(LOG_IN, wait);
    const { page, logIn, failure } = await open();
    logIn();
    await failure();
    expect(page.querySelector('tall-failure')?.textContent).toContain('problem.too-many-requests');
    expect(page.querySelector('a[href="/verify-email"]')).toBeNull();
    expect(TestBed.inject(Session).isLoggedIn()).toBe(false);
  });

  it('asks for the code of an app where there is one, once more when it was wrong', async () => {
    server.willSay(LOG_IN, says(CHALLENGE, 202)).willSay(ANSWER, refuses(422, 'proof-not-accepted'), says(TOKENS, 201));
    const { page, logIn, isAskedForCode, type, send, failure } = await open('/people');
    logIn();
    await isAskedForCode();
    expect(page.querySelector('input[type=password]')).toBeNull();
    await vi.waitFor(() => expect(document.activeElement).toBe(page.querySelector('input')));
    type('input', '111111');
    send();
    await failure();
    expect(page.querySelector('tall-failure')?.textContent).toContain('problem.proof-not-accepted');
    expect(navigate).not.toHaveBeenCalled();
    type('input', '222222');
    send();
    await vi.waitFor(() => expect(navigate).toHaveBeenCalledWith('/people'));
    const answers = await Promise.all(server.asked(ANSWER).map((request) => request.json()));
    expect(answers).toEqual([
      { challengeToken: 'secret', method: 'totp', code: '111111' },
      { challengeToken: 'secret', method: 'totp', code: '222222' },
    ]);
  });

  it('takes a recovery code instead, and begins anew when it took too long', async () => {
    server.willSay(LOG_IN, says(CHALLENGE, 202)).willSay(ANSWER, refuses(404, 'not-found'));
    const { page, logIn, isAskedForCode, type, send } = await open();
    logIn();
    await isAskedForCode();
    const press = (text: string) => {
      [...page.querySelectorAll('button')].find((one) => one.textContent.includes(text))!.click();
    };
    press('challenge.use-recovery-code');
    await vi.waitFor(() => expect(page.querySelector('label')?.textContent).toContain('challenge.recovery-code'));
    type('input', 'ABCD-EFGH');
    send();
    await vi.waitFor(() => expect(page.querySelector('[role=alert]')?.textContent).toContain('challenge.over'));
    expect(await server.asked(ANSWER)[0]!.json()).toMatchObject({ method: 'recovery-code', code: 'ABCD-EFGH' });
    press('challenge.start-again');
    await vi.waitFor(() => expect(page.querySelector('input[type=password]')).not.toBeNull());
  });
});

describe('logging in with a version that is too old', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('shows nothing but how to get a newer one, in the words of the server', async () => {
    const body = {
      type: 'urn:tall:problem:client-too-old',
      title: 'Too old',
      status: 426,
      detail: 'Vernieuw deze pagina.',
    };
    const server = new Server()
      .willSay('GET /api/v2/profile/identity-providers', says({ items: [] }))
      .willSay(
        LOG_IN,
        new Response(JSON.stringify(body), { status: 426, headers: { 'content-type': 'application/problem+json' } }),
      );
    vi.stubGlobal('fetch', server.send);
    TestBed.configureTestingModule({
      providers: [KEYS_FOR_TEXTS, provideRouter([{ path: 'log-in', component: LogIn }])],
    });
    const fixture = TestBed.createComponent(App);
    await TestBed.inject(Router).navigateByUrl('/log-in');
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    for (const [selector, text] of [
      ['input[type=email]', 'anna@tall.example'],
      ['input[type=password]', 'correct horse'],
    ] as const) {
      const field = page.querySelector<HTMLInputElement>(selector)!;
      field.value = text;
      field.dispatchEvent(new Event('input'));
    }
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await vi.waitFor(() => expect(page.querySelector('tall-update-required')).not.toBeNull());
    expect(page.textContent).toContain('Vernieuw deze pagina.');
    expect(page.querySelector('form')).toBeNull();
    expect(page.querySelector('tall-toolbar')).toBeNull();
    expect(server.asked(LOG_IN)[0]!.headers.get('x-client-version')).toMatch(/^web\/\d+\.\d+\.\d+$/);
  });
});

import type { Page, Route } from '@playwright/test';
import type { Schemas } from '@tall/api/http';

import { type Answers, answersFor, tokens } from './answers';

export interface Look {
  readonly language: 'nl' | 'en' | 'ru';
  readonly theme: 'light' | 'dark';
}

/** What an installation says of itself that has a place for metrics, and none for logs. */
const SITE = { links: { metrics: 'https://metrics.example/d/tall' } };

/** Answers every call of the page from what is given; what is not given is a defect of the test. */
export async function pretendFleet(
  page: Page,
  role: Schemas['profile']['RoleName'],
  more: Answers = {},
): Promise<void> {
  const answers = { ...answersFor(role), ...more };
  await page.route('**/api/v2/**', (route) => answer(route, answers));
  await page.route('**/site.json', (route) => route.fulfill({ json: SITE }));
}

/** As somebody who logged in before. */
export async function beLoggedIn(page: Page, role: Schemas['profile']['RoleName']): Promise<void> {
  const view = tokens(role);
  const kept = {
    accessToken: view.accessToken,
    accessEndsAt: Date.now() + 900_000,
    refreshToken: view.refreshToken,
    sessionId: view.sessionId,
    userId: view.user.id,
    role,
  };
  await keep(page, 'tall.session', { tokens: kept });
}

export async function lookLike(page: Page, { language, theme }: Look): Promise<void> {
  await keep(page, 'tall.preferences', { language, theme, textSize: 'normal' });
  // A picture shows where things come to rest.
  await page.emulateMedia({ reducedMotion: 'reduce' });
}

/** As somebody who was told less before, and learnt words that were corrected since. */
export async function haveNotices(page: Page): Promise<void> {
  const userId = tokens('student').user.id;
  await keep(page, 'tall.notices', {
    userId,
    products: [],
    corrected: ['het brood', 'ontbijten'],
    published: [
      {
        id: '0197a3c8-0000-7000-8000-0000000009a2',
        word: 'koelkast',
        affectsProgress: true,
        text: {
          nl: 'Het lidwoord is nu ‘de’.',
          en: 'Its article is “de” now.',
          ru: 'Теперь с артиклем «de».',
        },
      },
    ],
  });
}

async function keep(page: Page, name: string, state: unknown): Promise<void> {
  const value = JSON.stringify({ state, version: 1 });
  await page.addInitScript(
    ([key, text]) => {
      // Once: what the page keeps afterwards is its own.
      if (key && text && localStorage.getItem(key) === null) localStorage.setItem(key, text);
    },
    [name, value],
  );
}

async function answer(route: Route, answers: Answers): Promise<void> {
  const request = route.request();
  const said = saidTo(answers, request.method(), new URL(request.url()), request.postDataJSON());
  await route.fulfill(said);
}

/** An answer of the pretended fleet. */
export interface Said {
  readonly status: number;
  readonly contentType?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A stream on which nothing happens, and that ends. */
const NO_NOTICES: Said = {
  status: 200,
  contentType: 'text/event-stream',
  body: 'id: 0197a3c8-0000-7000-8000-0000000009a1\ndata: {"type":"listening"}\n\n',
};

export function saidTo(answers: Answers, method: string, { pathname, searchParams }: URL, sent: unknown): Said {
  const path = pathname.replace('/api/v2', '');
  if (path === '/lobby/notices/stream') return NO_NOTICES;
  const key = Object.keys(answers)
    .filter((pattern) => matches(pattern, `${method} ${path}`))
    .sort((a, b) => b.length - a.length)[0];
  if (key === undefined) throw new Error(`the test has no answer to ${method} ${path}`);
  const given = answers[key];
  const body: unknown = typeof given === 'function' ? given(sent, searchParams) : given;
  if (body instanceof Refusal) {
    const problem = { type: `urn:tall:problem:${body.code}`, title: body.code, status: body.status, detail: body.code };
    return { status: body.status, contentType: 'application/problem+json', body: JSON.stringify(problem) };
  }
  if (body === undefined) return { status: 204 };
  const status = isChallenge(body) ? 202 : 200;
  return { status, contentType: 'application/json', headers: { etag: '"1"' }, body: JSON.stringify(body) };
}

/** The server says no. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {}
}

function isChallenge(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'challengeId' in body;
}

function matches(pattern: string, asked: string): boolean {
  const expression = pattern.split('*').map((part) => part.replace(/[.?+]/g, '\\$&'));
  return new RegExp(`^${expression.join('[^/]+')}$`).test(asked);
}

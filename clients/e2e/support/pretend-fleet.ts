import type { Page, Route } from '@playwright/test';
import type { Schemas } from '@tall/api/http';

import { type Answers, answersFor, tokens } from './answers';

export interface Look {
  readonly language: 'nl' | 'en' | 'ru';
  readonly theme: 'light' | 'dark';
}

/** Answers every call of the page from what is given; what is not given is a defect of the test. */
export async function pretendFleet(
  page: Page,
  role: Schemas['profile']['RoleName'],
  more: Answers = {},
): Promise<void> {
  const answers = { ...answersFor(role), ...more };
  await page.route('**/api/v2/**', (route) => answer(route, answers));
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
  const { pathname, searchParams } = new URL(request.url());
  const path = pathname.replace('/api/v2', '');
  const key = Object.keys(answers)
    .filter((pattern) => matches(pattern, `${request.method()} ${path}`))
    .sort((a, b) => b.length - a.length)[0];
  if (key === undefined) throw new Error(`the test has no answer to ${request.method()} ${path}`);
  const given = answers[key];
  const body: unknown = typeof given === 'function' ? given(request.postDataJSON(), searchParams) : given;
  if (body instanceof Refusal) {
    const problem = { type: `urn:tall:problem:${body.code}`, title: body.code, status: body.status, detail: body.code };
    await route.fulfill({
      status: body.status,
      contentType: 'application/problem+json',
      body: JSON.stringify(problem),
    });
  } else if (body === undefined) {
    await route.fulfill({ status: 204 });
  } else {
    const status = isChallenge(body) ? 202 : 200;
    await route.fulfill({
      status,
      contentType: 'application/json',
      headers: { etag: '"1"' },
      body: JSON.stringify(body),
    });
  }
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

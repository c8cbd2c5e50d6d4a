import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { newId, type Schemas } from '@tall/api/http';
import { readFileSync } from 'node:fs';

import { codeNow, nextCode } from './authenticator';
import { CLIENT, logIn, newcomer, type Newcomer, registered } from './newcomer';

type Role = Schemas['profile']['RoleName'];
type Challenge = Schemas['profile']['ChallengeView'];
type Enrolment = Schemas['profile']['EnrolmentView'];
type Tokens = Schemas['profile']['TokensView'];

/** So many steps are waited for, when others use up the codes of one account. */
const CODES_TRIED = 4;

/** Somebody with what their authenticator app knows. */
export interface Administrator {
  readonly email: string;
  readonly password: string;
  readonly secret: string;
}

/** The headers of calls as somebody. */
export type Caller = Readonly<Record<string, string>>;

let technicalAdmin: Promise<Caller> | undefined;
let schoolAdmin: Promise<Caller> | undefined;

/** The technical admin of the stack, whom its seed enrolled. */
export function technicalAdministrator(): Administrator {
  return {
    email: given('TALL_TEST_TECHNICAL_ADMIN_EMAIL'),
    password: kept('TALL_TEST_TECHNICAL_ADMIN_PASSWORD_FILE'),
    secret: kept('TALL_TEST_TECHNICAL_ADMIN_TOTP_FILE'),
  };
}

/** Calls as the technical admin; logged in once, since a code holds once. */
export function asTechnicalAdmin(request: APIRequestContext): Promise<Caller> {
  technicalAdmin ??= administratorsCalls(request, technicalAdministrator());
  return technicalAdmin;
}

/** Calls as an administrator of the school, made for these journeys. */
export function asSchoolAdmin(request: APIRequestContext): Promise<Caller> {
  schoolAdmin ??= somebodyOf(request, 'educational-admin').then((person) => administratorsCalls(request, person));
  return schoolAdmin;
}

/** Somebody new of this role, who has not logged in yet. */
export async function somebodyOf(request: APIRequestContext, role: Role, name?: string): Promise<Newcomer> {
  const person = await registered(request, newcomer(name === undefined ? {} : { givenName: name }));
  if (role === 'student') return person;
  const headers = await asTechnicalAdmin(request);
  const path = `/api/v2/profile/users/${person.id}`;
  const account = await request.get(path, { headers });
  const tag = { 'if-match': account.headers()['etag'] ?? '' };
  const changed = await request.put(`${path}/role`, { headers: { ...headers, ...tag }, data: { role } });
  expect(changed.ok(), await changed.text()).toBe(true);
  return person;
}

/** Lets a teacher teach a student. */
export async function link(request: APIRequestContext, teacher: Newcomer, student: Newcomer): Promise<void> {
  const headers = await asSchoolAdmin(request);
  const linked = await request.put(`/api/v2/profile/teachers/${teacher.id}/students/${student.id}`, { headers });
  expect(linked.ok(), await linked.text()).toBe(true);
}

/** Logs an administrator in who has an app already. */
export async function logInWithCode(page: Page, person: Administrator): Promise<void> {
  await logIn(page, person);
  await expect(page.getByRole('heading', { level: 1, name: 'One more step' })).toBeVisible();
  for (let tried = 1; ; tried += 1) {
    await page.locator('input[inputmode=numeric]').fill(codeNow(person.secret));
    const answered = page.waitForResponse((response) => response.url().endsWith('/answers'));
    await page.getByRole('button', { name: 'Continue' }).click();
    if ((await answered).status() === 201) return;
    if (tried === CODES_TRIED)
      throw new Error('no code was accepted: too many use this account, or the app is another');
    await nextCode();
  }
}

/** The first log-in of an administrator: an app is told the secret that the page shows. */
export async function logInAndEnrol(page: Page, person: Newcomer): Promise<void> {
  await logIn(page, person);
  const secret = await page.locator('.secret').innerText();
  await page.locator('input[inputmode=numeric]').fill(codeNow(secret));
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Calls as somebody who logs in without a second step. */
export async function callsAs(request: APIRequestContext, { email, password }: Newcomer): Promise<Caller> {
  const body = { email, password, device: { id: newId() } };
  const answer = await request.post('/api/v2/profile/sessions', { headers: CLIENT, data: body });
  expect(answer.status(), await answer.text()).toBe(201);
  const { accessToken } = (await answer.json()) as Tokens;
  return { ...CLIENT, authorization: `Bearer ${accessToken}` };
}

async function administratorsCalls(
  request: APIRequestContext,
  { email, password, secret }: Newcomer | Administrator,
): Promise<Caller> {
  const body = { email, password, device: { id: newId() } };
  const asked = await request.post('/api/v2/profile/sessions', { headers: CLIENT, data: body });
  expect(asked.status(), await asked.text()).toBe(202);
  const { challengeId, challengeToken } = (await asked.json()) as Challenge;
  const path = `/api/v2/profile/sessions/challenges/${challengeId}`;
  const app = secret ?? (await enrolled(request, path, challengeToken));
  for (let tried = 1; ; tried += 1) {
    const data = { challengeToken, method: 'totp', code: codeNow(app) };
    const answer = await request.post(`${path}/answers`, { headers: CLIENT, data });
    if (answer.ok()) {
      const { accessToken } = (await answer.json()) as Tokens;
      return { ...CLIENT, authorization: `Bearer ${accessToken}` };
    }
    expect(answer.status(), await answer.text()).toBe(422);
    if (tried === CODES_TRIED)
      throw new Error('no code was accepted: too many use this account, or the app is another');
    await nextCode();
  }
}

async function enrolled(request: APIRequestContext, path: string, challengeToken: string): Promise<string> {
  const enrolment = await request.post(`${path}/totp-enrolments`, { headers: CLIENT, data: { challengeToken } });
  expect(enrolment.ok(), await enrolment.text()).toBe(true);
  return ((await enrolment.json()) as Enrolment).secret;
}

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is in .stack/test/env/tests.env`);
  return value;
}

function kept(name: string): string {
  return readFileSync(given(name), 'utf8').trim();
}

import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { newId } from '@tall/api/http';
import { randomUUID } from 'node:crypto';

import web from '../../web/package.json' with { type: 'json' };
import { mailedCode } from './mail';

/** The version that the page announces, and with it every call beside the page. */
export const CLIENT = { 'x-client-version': `web/${web.version}` };

/** A student whom nobody else meets: each journey has its own, so that one may be tried again beside another. */
export interface Newcomer {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Nobody new has an authenticator app. */
  readonly secret?: undefined;
}

export function newcomer(name: Partial<Pick<Newcomer, 'givenName' | 'familyName'>> = {}): Newcomer {
  const email = `${randomUUID()}@example.org`;
  const password = `drie losse woorden ${randomUUID()}`;
  return { id: newId(), email, password, givenName: 'Nina', familyName: 'Nieuw', ...name };
}

/** Registers somebody and proves the address, by the same calls as the page makes. */
export async function registered(request: APIRequestContext, person = newcomer()): Promise<Newcomer> {
  const { id: userId, email, password, givenName, familyName } = person;
  const account = { email, password, givenName, familyName, interfaceLanguage: 'en' };
  const made = await request.put(`/api/v2/profile/users/${userId}`, { headers: CLIENT, data: account });
  expect(made.ok(), await made.text()).toBe(true);
  const proof = { userId, code: await mailedCode(request, email) };
  const proved = await request.post('/api/v2/profile/email-confirmations', { headers: CLIENT, data: proof });
  expect(proved.ok(), await proved.text()).toBe(true);
  return person;
}

export async function logIn(page: Page, { email, password }: Pick<Newcomer, 'email' | 'password'>): Promise<void> {
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
}

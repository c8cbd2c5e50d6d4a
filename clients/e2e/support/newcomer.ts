import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { newId } from '@tall/api/http';
import { randomUUID } from 'node:crypto';

import web from '../../web/package.json' with { type: 'json' };
import { mailedCode } from './mail';

/** The version that the page announces, and with it every call beside the page. */
export const CLIENT = { 'x-client-version': `web/${web.version}` };

/** A student whom nobody else meets: each journey has its own, so that one may be tried again beside another. */
export interface Newcomer {
  readonly email: string;
  readonly password: string;
}

export function newcomer(): Newcomer {
  return { email: `${randomUUID()}@example.org`, password: `drie losse woorden ${randomUUID()}` };
}

/** Registers somebody and proves the address, by the same calls as the page makes. */
export async function registered(request: APIRequestContext): Promise<Newcomer> {
  const { email, password } = newcomer();
  const userId = newId();
  const account = { email, password, givenName: 'Nina', familyName: 'Nieuw', interfaceLanguage: 'en' };
  const made = await request.put(`/api/v2/profile/users/${userId}`, { headers: CLIENT, data: account });
  expect(made.ok(), await made.text()).toBe(true);
  const proof = { userId, code: await mailedCode(request, email) };
  const proved = await request.post('/api/v2/profile/email-confirmations', { headers: CLIENT, data: proof });
  expect(proved.ok(), await proved.text()).toBe(true);
  return { email, password };
}

export async function logIn(page: Page, { email, password }: Newcomer): Promise<void> {
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
}

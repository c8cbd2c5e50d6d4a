import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';

import { codeNow } from '../support/authenticator';
import { anotherDevice } from '../support/device';
import { expectErased } from '../support/erasures';
import { mailedCode } from '../support/mail';
import { logIn, type Newcomer, newcomer, registered } from '../support/newcomer';
import { lookLike } from '../support/pretend-fleet';

test.describe.configure({ timeout: 120_000 });

const GREETING = { level: 1, name: 'Hello, Nina' } as const;

test.beforeEach(async ({ page }) => {
  await lookLike(page, { language: 'en', theme: 'light' });
});

test('whoever forgot a password chooses another by mail, and is logged out everywhere', async ({
  page,
  browser,
  request,
}) => {
  const nina = await registered(request);
  const lost = await anotherDevice(browser);
  await lost.goto('/log-in');
  await logIn(lost, nina);
  await expect(lost.getByRole('heading', GREETING)).toBeVisible();

  const before = await mailedCode(request, nina.email);
  await page.goto('/log-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  // The page before has such a field as well.
  const send = page.getByRole('button', { name: 'Send me a code' });
  await expect(send).toBeVisible();
  await page.locator('input[type=email]').fill(nina.email);
  await send.click();
  let code = before;
  await expect(async () => {
    code = await mailedCode(request, nina.email);
    expect(code).not.toBe(before);
  }).toPass({ timeout: 20_000 });
  await page.locator('input[autocomplete=one-time-code]').fill(code);
  const password = `${nina.password} anders`;
  await page.locator('input[type=password]').fill(password);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page).toHaveURL(/\/log-in/);

  await logIn(page, nina);
  await expect(page.getByText('The email address or the password is not right.')).toBeVisible();
  await logIn(page, { ...nina, password });
  await expect(page.getByRole('heading', GREETING)).toBeVisible();
  await lost.goto('/account/profile');
  await expect(lost.getByText('You are logged out.')).toBeVisible();
  await lost.context().close();
});

test('a passkey is the second step, and with it gone the password is enough again', async ({ page, request }) => {
  const nina = await registered(request);
  const key = await securityKey(page);
  // A browser knows no passkeys of an address that is a number.
  const origin = new URL(process.env['TALL_ORIGIN'] ?? process.env['TALL_TEST_GATEWAY_URL'] ?? '');
  const named = (path: string) => `https://localhost:${origin.port}${path}`;
  await lookLike(page, { language: 'en', theme: 'light' });
  await page.goto(named('/log-in'));
  await logIn(page, nina);
  await expect(page.getByRole('heading', GREETING)).toBeVisible();

  await page.goto(named('/security/passkeys'));
  await page.getByLabel('Name', { exact: true }).fill('my key');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await proveIfAsked(page, nina);
  await expect(page.getByRole('listitem').filter({ hasText: 'my key' })).toBeVisible();

  await logOut(page, named('/account'));
  await logIn(page, nina);
  await expect(page.getByRole('heading', { level: 1, name: 'One more step' })).toBeVisible();
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByRole('heading', GREETING)).toBeVisible();

  await page.goto(named('/security/passkeys'));
  await page.getByRole('button', { name: 'Remove my key' }).click();
  await proveIfAsked(page, nina);
  await expect(page.getByText('my key')).toHaveCount(0);
  await logOut(page, named('/account'));
  await logIn(page, nina);
  await expect(page.getByRole('heading', GREETING)).toBeVisible();
  await key.detach();
});

test('an app is the second step, and who has lost it comes in by a recovery code', async ({ page, request }) => {
  const nina = await registered(request);
  await page.goto('/log-in');
  await logIn(page, nina);
  await expect(page.getByRole('heading', GREETING)).toBeVisible();
  await page.goto('/security/authenticator');
  await page.locator('main').getByRole('button').first().click();
  await proveIfAsked(page, nina);
  const secret = await page.locator('.secret').innerText();
  await page.locator('main input[inputmode=numeric]').fill(codeNow(secret));
  await page.locator('main form button[type=submit]').click();
  await expect(page.getByRole('button', { name: 'Remove', exact: true })).toBeVisible();
  await page.goto('/security/recovery-codes');
  await page.getByRole('button', { name: 'Make new codes' }).click();
  await proveIfAsked(page, nina);
  const recovery = await page.locator('.codes li').first().innerText();

  await logOut(page, '/account');
  await logIn(page, nina);
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(recovery);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', GREETING)).toBeVisible();
});

test('a device that is not at hand is logged out', async ({ page, browser, request }) => {
  const nina = await registered(request);
  const phone = await anotherDevice(browser);
  for (const device of [phone, page]) {
    await device.goto('/log-in');
    await logIn(device, nina);
    await expect(device.getByRole('heading', GREETING)).toBeVisible();
  }
  await page.goto('/security/sessions');
  await expect(page.locator('main li')).toHaveCount(2);
  await page.locator('main li').getByRole('button', { name: 'Log out' }).click();
  await expect(page.locator('main li')).toHaveCount(1);
  await expect(async () => {
    await phone.goto('/account/profile');
    await expect(phone).toHaveURL(/\/log-in/, { timeout: 2_000 });
  }).toPass({ timeout: 15_000 });
  await phone.context().close();
});

test('everything that the school keeps of somebody is taken away as one archive', async ({ page, request }) => {
  const nina = await registered(request, newcomer({ familyName: 'Nieuwenhuis' }));
  await page.goto('/log-in');
  await logIn(page, nina);
  await expect(page.getByRole('heading', GREETING)).toBeVisible();
  await page.goto('/exports');
  await page.getByRole('button', { name: 'Put my data together' }).click();
  await proveIfAsked(page, nina);
  const download = page.getByRole('button', { name: 'Download' });
  await expect(async () => {
    const again = page.getByRole('button', { name: 'Look again' });
    if (await again.isVisible()) await again.click();
    await expect(download).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  const saved = page.waitForEvent('download');
  await download.click();
  await proveIfAsked(page, nina);
  const archive = await readFile(await (await saved).path());
  expect(archive.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
  expect(archive.length).toBeGreaterThan(500);
});

test('whoever erases themselves keeps a page with their certificate, and nothing else', async ({ page, request }) => {
  const nina = await registered(request);
  await page.goto('/log-in');
  await logIn(page, nina);
  await expect(page.getByRole('heading', GREETING)).toBeVisible();
  await page.goto('/exports/erasure');
  await page.getByLabel('To be sure, type: erase').fill('erase');
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await proveIfAsked(page, nina);
  await expect(page).toHaveURL(/\/erasures\//);
  await expectErased(page);
  const certificate = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  expect(await readFile(await (await certificate).path(), 'utf8')).toContain(
    new URL(page.url()).pathname.split('/')[2],
  );

  await page.goto('/log-in');
  await logIn(page, nina);
  await expect(page.getByText('The email address or the password is not right.')).toBeVisible();
});

/** A key that the browser pretends to have in it, whose owner always agrees. */
async function securityKey(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
  } as const;
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return session;
}

/** What is sensitive asks for the password, unless it was given a moment ago. */
async function proveIfAsked(page: Page, { password }: Newcomer): Promise<void> {
  const dialog = page.locator('tall-proof-dialog');
  await dialog.waitFor({ timeout: 1_500 }).catch(() => undefined);
  if (!(await dialog.isVisible())) return;
  await dialog.locator('input[type=password]').fill(password);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog).toHaveCount(0);
}

async function logOut(page: Page, account: string): Promise<void> {
  await page.goto(account);
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(page).toHaveURL(/\/log-in/);
}

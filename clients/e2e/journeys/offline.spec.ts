import { type APIRequestContext, expect, type Page, test } from '@playwright/test';

import { beginSitting, promptOn, typeAnswer } from '../support/answering';
import { complaintsOf, CUT_OFF } from '../support/audit';
import { logIn, registered } from '../support/newcomer';
import { lookLike } from '../support/pretend-fleet';

const KEPT_HERE = 'No connection: your answers are kept here.';

test.beforeEach(async ({ page }) => {
  await lookLike(page, { language: 'en', theme: 'light' });
});

test('the client opens without a connection, on any of its pages', async ({ page, context }) => {
  const complaints = complaintsOf(page);
  await page.goto('/log-in');
  await installed(page);
  await context.setOffline(true);
  for (const path of ['/register', '/settings', '/']) {
    await page.goto(path);
    await expect(page.locator('h1')).toBeVisible();
  }
  expect(complaints.filter((text) => !CUT_OFF.test(text))).toEqual([]);
});

test('a student goes on studying without a connection, and everything is sent when it is back', async ({
  page,
  context,
  request,
}) => {
  const complaints = complaintsOf(page);
  await begin(page, request);
  await context.setOffline(true);

  // The page comes from the device, and so do the cards.
  await page.goto('/');
  await page.getByRole('link', { name: 'Study what you have with you' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText(KEPT_HERE)).toBeVisible();
  const first = await promptOn(page);
  await typeAnswer(page, 'zzzz', 'wrong');
  await page.getByRole('button', { name: 'Take the last answer back' }).click();
  await expect.poll(() => promptOn(page)).toBe(first);
  await judge(page);
  await judge(page);
  await page.getByText('Not this card').click();
  await page.getByRole('button', { name: 'Not today' }).click();
  await expect(page.getByText(/^2 \/ /)).toBeVisible();

  // The lid is closed and opened: what was answered is still there, in the sitting and among what waits.
  await page.reload();
  await expect(page.getByText(/^2 \/ /)).toBeVisible();
  await page.keyboard.press('Escape');
  // Wrong, taken back, twice judged, put off.
  await expect(page.getByText('5 answers are kept here.')).toBeVisible();
  await expect(page.getByRole('link', { name: '5 answers not sent yet' })).toBeVisible();
  await page.getByRole('link', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(page.getByText('5 answers are not sent yet.')).toBeVisible();

  const handedIn = page.waitForResponse((response) => response.url().endsWith('/thematic-cards/sync'));
  await context.setOffline(false);
  const { results } = (await (await handedIn).json()) as { results: { result: string }[] };
  expect(results.map(({ result }) => result)).toEqual(Array.from({ length: 5 }, () => 'applied'));
  await expect(page.getByRole('link', { name: /not sent yet/ })).toHaveCount(0);
  expect(complaints.filter((text) => !CUT_OFF.test(text))).toEqual([]);
});

test('a connection that is lost in the middle of a card loses no answer', async ({ page, context, request }) => {
  await begin(page, request);
  await page.goto('/');
  const expected = await beginSitting(page);
  const asked = await promptOn(page);
  await context.setOffline(true);
  await typeAnswer(page, expected.get(asked) ?? '', 'right');
  await expect(page.getByText(KEPT_HERE)).toBeVisible();
  const handedIn = page.waitForResponse((response) => response.url().endsWith('/thematic-cards/sync'));
  await context.setOffline(false);
  const { results } = (await (await handedIn).json()) as { results: { result: string }[] };
  expect(results).toMatchObject([{ result: 'applied' }]);
  await expect(page.getByText('1 / 10')).toBeVisible();
});

test('what was taken along is erased with the log-out', async ({ page, request }) => {
  await begin(page, request);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(page).toHaveURL(/\/log-in/);
  await expect.poll(() => kept(page)).toEqual([]);
});

/** A student who has logged in on a device that is ready to be cut off. */
async function begin(page: Page, request: APIRequestContext): Promise<void> {
  await page.goto('/log-in');
  await logIn(page, await registered(request));
  await expect(page.getByRole('heading', { level: 1, name: 'Hello, Nina' })).toBeVisible();
  await installed(page);
  await page.goto('/cards/offline');
  await expect(page.getByText('Cards with you')).toBeVisible();
  expect(await kept(page)).toHaveLength(1);
}

async function installed(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** Thinks of the answer, looks, and says that it went well. */
async function judge(page: Page): Promise<void> {
  const before = await page.locator('.numbers span[aria-hidden]').innerText();
  await page.locator('#answer').press('Enter');
  await page.locator('[data-rating=good]').click();
  await expect(page.locator('.numbers span[aria-hidden]')).not.toHaveText(before);
}

/** What the device keeps of students. */
function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    return names.filter((name) => name.startsWith('tall.offline.'));
  });
}

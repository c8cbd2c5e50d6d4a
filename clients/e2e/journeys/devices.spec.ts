import { expect, type Locator, type Page, test } from '@playwright/test';

import { beginSitting, promptOn, typeAnswer } from '../support/answering';
import { anotherDevice } from '../support/device';
import { logIn, newcomer, registered } from '../support/newcomer';
import { lookLike } from '../support/pretend-fleet';

test.describe.configure({ timeout: 90_000 });

test.beforeEach(async ({ page }) => {
  await lookLike(page, { language: 'en', theme: 'light' });
});

test('who logs out in one tab is logged out in the other', async ({ page, context, request }) => {
  const nina = await registered(request);
  const other = await context.newPage();
  await other.goto('/log-in');
  await page.goto('/log-in');
  await logIn(page, nina);
  await expect(page.getByRole('heading', { level: 1, name: 'Hello, Nina' })).toBeVisible();
  // A log-in reaches the other tab with the next that it opens.
  await other.goto('/cards');
  await expect(other.getByRole('heading', { level: 1, name: 'Topics' })).toBeVisible();

  await page.goto('/account');
  await page.getByRole('button', { name: 'Log out' }).click();

  await expect(page).toHaveURL(/\/log-in/);
  await expect(other).toHaveURL(/\/log-in/);
  await expect(other.getByText('You are logged out.')).toBeVisible();
});

test('two tabs renew a session once, and both go on', async ({ page, context, request }) => {
  await page.goto('/log-in');
  await logIn(page, await registered(request));
  await expect(page.getByRole('heading', { level: 1, name: 'Hello, Nina' })).toBeVisible();
  const other = await context.newPage();
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('tall.session') ?? '') as {
      state: { tokens: { accessEndsAt: number } };
    };
    kept.state.tokens.accessEndsAt = 0;
    localStorage.setItem('tall.session', JSON.stringify(kept));
  });
  let renewals = 0;
  context.on('request', (asked) => {
    if (asked.url().endsWith('/sessions/refreshes')) renewals += 1;
  });
  await Promise.all([page.goto('/dictionary'), other.goto('/cards')]);
  await expect(page.getByRole('heading', { level: 1, name: 'My words' })).toBeVisible();
  await expect(other.getByRole('heading', { level: 1, name: 'Topics' })).toBeVisible();
  await expect(page.locator('tall-skeleton')).toHaveCount(0);
  await expect(other.locator('tall-skeleton')).toHaveCount(0);
  expect(renewals).toBe(1);
});

test('where somebody else is logged in, nothing of the one before stays', async ({
  page,
  context,
  browser,
  request,
}) => {
  await page.goto('/log-in');
  await logIn(page, await registered(request));
  await expect(page.getByRole('heading', { level: 1, name: 'Hello, Nina' })).toBeVisible();
  await page.goto('/dictionary');
  await expect(page.getByRole('heading', { level: 1, name: 'My words' })).toBeVisible();
  const other = await context.newPage();
  await other.goto('/settings');

  // As if this tab had slept while the other went from one to the next.
  const device = await anotherDevice(browser);
  await device.goto('/log-in');
  await logIn(device, await registered(request, newcomer({ givenName: 'Boris' })));
  await expect(device.getByRole('heading', { level: 1, name: 'Hello, Boris' })).toBeVisible();
  const session = await device.evaluate(() => localStorage.getItem('tall.session'));
  await other.evaluate((text) => {
    localStorage.setItem('tall.session', text ?? '');
  }, session);

  await expect(page.getByRole('heading', { level: 1, name: 'Hello, Boris' })).toBeVisible();
  await device.context().close();
});

test('answers on two devices count together', async ({ page, browser, request }) => {
  const nina = await registered(request);
  const phone = await anotherDevice(browser);
  await page.goto('/log-in');
  await logIn(page, nina);
  await phone.goto('/log-in');
  await logIn(phone, nina);

  await answerOne(page);
  await answerOne(phone);

  for (const device of [page, phone]) {
    await device.goto('/cards');
    await device.locator('.topics a', { hasText: 'Food and drink' }).click();
    await expect(standing(device, 'Cards seen')).toHaveText('2');
  }
  await phone.context().close();
});

/** A card that the other device has not answered: what was met is not new there. */
async function answerOne(page: Page): Promise<void> {
  const expected = await beginSitting(page);
  await typeAnswer(page, expected.get(await promptOn(page))?.split(';')[0] ?? '', 'right');
  await expect(page.getByText('1 / 10')).toBeVisible();
}

function standing(page: Page, name: string): Locator {
  return page.locator('dl div', { has: page.getByText(name, { exact: true }) }).locator('dd');
}

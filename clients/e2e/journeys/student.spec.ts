import { expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';

import { mailedCode } from '../support/mail';
import { lookLike } from '../support/pretend-fleet';

const ANSWERS = 10;

test('somebody new registers, answers ten cards, and logs out', async ({ page, request }) => {
  const email = `${randomUUID()}@example.org`;
  await lookLike(page, { language: 'en', theme: 'light' });

  await page.goto('/register');
  await page.getByLabel('First name').fill('Nina');
  await page.getByLabel('Last name').fill('Nieuw');
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(`drie losse woorden ${randomUUID()}`);
  await page.getByRole('button', { name: 'Make the account' }).click();

  await page.getByLabel('Code from the mail').fill(await mailedCode(request, email));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hello, Nina' })).toBeVisible();

  await page.locator('a[href="/cards"]').click();
  // One with enough words: others leave topics of a word or two.
  await page.locator('.topics a', { hasText: 'Food and drink' }).click();
  await page.getByRole('button', { name: 'Start' }).click();

  for (let index = 0; index < ANSWERS; index += 1) {
    const field = page.locator('#answer');
    await expect(field).toBeFocused();
    // One in two is wrong; the others are looked at and judged.
    if (index % 2 === 0) {
      await field.fill('zzzz');
      await field.press('Enter');
      await expect(page.locator('tall-verdict')).toHaveClass(/wrong/);
      await page.getByRole('button', { name: 'Next' }).press('Enter');
    } else {
      await field.press('Enter');
      await expect(page.locator('[data-rating=good]')).toBeFocused();
      await page.keyboard.press('3');
    }
    await expect(page.locator('tall-verdict, [data-rating=good]')).toHaveCount(0);
  }

  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
  await page.goto('/account');
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(page).toHaveURL(/\/log-in/);
  expect(await page.evaluate(() => localStorage.getItem('tall.session') ?? '')).not.toContain('accessToken');
});

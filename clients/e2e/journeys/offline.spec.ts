import { expect, test } from '@playwright/test';

import { complaintsOf } from '../support/audit';

test('the client opens without a connection, on any of its pages', async ({ page, context }) => {
  const complaints = complaintsOf(page);
  await page.goto('/log-in');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  for (const path of ['/register', '/settings', '/']) {
    await page.goto(path);
    await expect(page.locator('h1')).toBeVisible();
  }
  expect(complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});

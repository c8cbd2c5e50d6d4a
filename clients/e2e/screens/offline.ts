import type { Page } from '@playwright/test';

import type { Screen } from './screen';

const path = '/cards/offline';
const role = 'student';

/** Begins a sitting with cards on the device, or with own words. */
async function sitDown(page: Page, section: 0 | 1 = 0): Promise<void> {
  await page.locator('.kept .button.filled').nth(section).click();
  await page.locator('#answer').waitFor();
}

/** Answers its first card, and goes back to see what waits. */
async function answer(page: Page): Promise<void> {
  await page.locator('#answer').fill('het brood');
  await page.keyboard.press('Enter');
  await page.locator('tall-verdict').waitFor();
  await page.locator('header a').click();
  await page.locator('.waiting').waitFor();
}

export const OFFLINE: readonly Screen[] = [
  { name: 'offline', path, role, act: (page) => page.locator('.kept').nth(1).waitFor() },
  {
    name: 'offline-card',
    path,
    endsAt: '/cards/offline/sessions/*',
    role,
    isCutOff: true,
    act: async (page) => {
      await sitDown(page);
      await page.context().setOffline(true);
      await page.locator('[role=status]').waitFor();
    },
  },
  {
    name: 'offline-unsent',
    path,
    role,
    isCutOff: true,
    act: async (page) => {
      await sitDown(page);
      await page.context().setOffline(true);
      await answer(page);
      await page.locator('.unsent').waitFor();
    },
  },
  {
    name: 'offline-word',
    path,
    endsAt: '/dictionary/offline/sessions/*',
    role,
    isCutOff: true,
    act: async (page) => {
      await sitDown(page, 1);
      await page.context().setOffline(true);
      await page.locator('[role=status]').waitFor();
    },
  },
  {
    name: 'offline-word-verdict',
    path,
    role,
    isCutOff: true,
    act: async (page) => {
      await sitDown(page, 1);
      await page.context().setOffline(true);
      await page.locator('#answer').fill('de brood');
      await page.keyboard.press('Enter');
      await page.locator('tall-word-verdict').waitFor();
    },
  },
  {
    name: 'offline-rejected',
    path,
    role,
    act: async (page) => {
      await sitDown(page);
      await answer(page);
      await page.locator('h3').waitFor();
    },
  },
  {
    name: 'log-out-asked',
    // Fetched while it can be.
    path: '/account',
    role,
    isCutOff: true,
    act: async (page) => {
      for (const link of ['/', '/cards', '/cards/offline']) await page.locator(`a[href="${link}"]`).first().click();
      await sitDown(page);
      await page.context().setOffline(true);
      await answer(page);
      await page.locator('a[href="/account"]').click();
      await page.locator('main p button').click();
      await page.locator('[role=alert]').waitFor();
    },
  },
];

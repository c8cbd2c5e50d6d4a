import type { Page } from '@playwright/test';

/** Chooses a file of text, and waits until it was looked at. */
export const chooseFile = (name: string, text: string) => async (page: Page) => {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') });
  await page.locator('main h2').first().waitFor();
};

/** Chooses a table of words, and waits until its preview is there. */
export const chooseWords = async (page: Page) => {
  await page.locator('input[type=file]').setInputFiles({
    name: 'words.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('dutch;meaning\nbrood;bread', 'utf8'),
  });
  await page.locator('main h2').nth(3).waitFor();
};

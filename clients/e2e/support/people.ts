import type { Page } from '@playwright/test';

/** A file of people to invite. */
export async function choosePeople(page: Page, csv: string): Promise<void> {
  const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv, 'utf8') };
  await page.locator('input[type=file]').setInputFiles(file);
}

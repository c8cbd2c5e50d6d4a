import type { Browser, Page } from '@playwright/test';

import { lookLike } from './pretend-fleet';

/** A browser that shares nothing with others. */
export async function anotherDevice(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await lookLike(page, { language: 'en', theme: 'light' });
  return page;
}

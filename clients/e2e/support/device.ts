import type { Browser, BrowserContextOptions, Page } from '@playwright/test';

import { lookLike } from './pretend-fleet';

/** A browser that shares nothing with others. */
export async function anotherDevice(browser: Browser, more: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(more);
  const page = await context.newPage();
  await lookLike(page, { language: 'en', theme: 'light' });
  return page;
}

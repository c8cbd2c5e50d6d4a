import { expect, type Page } from '@playwright/test';

/** What would run, or at least ask for something, wherever a text is taken for HTML. */
export const SCRIPT = "<img src=/injected onerror=alert('injected')>";

/** Everything by which a page shows that a text of somebody became more than text. */
export function injectionsOn(page: Page): string[] {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/injected') seen.push('a request');
  });
  return seen;
}

/** It is there to be read, and nothing was made of it. */
export async function expectText(page: Page): Promise<void> {
  await expect(page.getByText(SCRIPT).first()).toBeVisible();
  await expectNoElement(page);
}

export async function expectNoElement(page: Page): Promise<void> {
  expect(await page.locator('img[src*=injected], [onerror]').count()).toBe(0);
}

import { expect, type Page } from '@playwright/test';

/**
 * What would run, or at least ask for something, wherever a text is taken for HTML. Short enough for a tag, and without
 * `/` and `;`, which part the meanings of a word.
 */
export const SCRIPT = '<img src=injected onerror=alert(1)>';

/** Everything by which a page shows that a text of somebody became more than text. */
export function injectionsOn(page: Page): string[] {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { protocol, origin, pathname } = new URL(request.url());
    const isElsewhere = protocol.startsWith('http') && origin !== new URL(page.url()).origin;
    const isFirst = request.isNavigationRequest();
    if (pathname.endsWith('/injected') || (isElsewhere && !isFirst)) seen.push(`a request: ${request.url()}`);
  });
  page.on('console', (message) => {
    if (/content security policy|trustedhtml/i.test(message.text())) seen.push(`a report: ${message.text()}`);
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

/** Into every field of the form in which one can write, but for those with other text; then sent. */
export async function fillEverything(page: Page, button: string, others: Readonly<Record<string, string>> = {}) {
  const form = page.locator('main form').filter({ has: page.getByRole('button', { name: button, exact: true }) });
  const fields = form.locator('input:not([type=radio], [type=checkbox], [type=date], [type=file]), textarea');
  await fields.first().waitFor();
  for (const field of await fields.all()) await field.fill(SCRIPT);
  for (const [label, text] of Object.entries(others)) await form.getByLabel(label, { exact: true }).first().fill(text);
  await form.getByRole('button', { name: button, exact: true }).click();
}

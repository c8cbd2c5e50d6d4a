import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Nothing that axe finds, against WCAG 2.2 AA and good practice. */
export async function expectAccessible(page: Page): Promise<void> {
  // Legacy: without a page of its own for what frames bring together; ours has none.
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).setLegacyMode().analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  expect(told).toEqual([]);
}

/** Nothing is wider than the screen, once what follows its width has come to rest. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await expect.poll(excess, { message: 'the page is wider than the screen', timeout: 1_000 }).toBeLessThanOrEqual(0);
}

/** What Playwright itself says where screens are shown without the service worker. */
const OF_THE_TEST = 'Service Worker registration blocked by Playwright';

/** What the browser says of each request that found nobody, where that is what is tried. */
export const CUT_OFF = /ERR_INTERNET_DISCONNECTED/;

/** What it says of each answer that is a refusal, where that is what is tried. */
export const REFUSED = /responded with a status of (404|422|503)/;

/** Everything that the browser complains of, our content security policy included. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && message.text() !== OF_THE_TEST)
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

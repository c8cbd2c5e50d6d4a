import { expect, type Page } from '@playwright/test';
import type { Schemas } from '@tall/api/http';

type Session = Schemas['thematicCards']['SessionView'];

/** A word long enough for one wrong letter to leave it what it is. */
const LONG_WORD = /[a-z]{5,}/;

/** Starts a sitting of ten in a topic; gives what is right on each card, by what the card shows. */
export async function beginSitting(page: Page): Promise<Map<string, string>> {
  await page.locator('a[href="/cards"]').click();
  // One with enough words: others leave topics of a word or two.
  await page.locator('.topics a', { hasText: 'Food and drink' }).click();
  await page.getByText('How many, and which way round').click();
  await page.getByRole('radio', { name: '10' }).check({ force: true });
  const arranged = page.waitForResponse((response) => /\/topics\/[^/]+\/sessions\//.test(response.url()));
  await page.getByRole('button', { name: 'Start' }).click();
  const { cards } = (await (await arranged).json()) as Session;
  expect(cards).toHaveLength(10);
  return new Map(cards.map(({ prompt, expected }) => [prompt, expected]));
}

/** What the card on the screen shows. */
export async function promptOn(page: Page): Promise<string> {
  const words = await page.locator('.prompt span').allInnerTexts();
  return (words.length > 0 ? words : [await page.locator('.prompt').innerText()]).join(' ').trim();
}

/** Right but for one letter; undefined where no word is long enough for that. */
export function withSlip(expected: string): string | undefined {
  const [first = ''] = expected.split(';');
  return LONG_WORD.test(first) ? first.replace(LONG_WORD, (word) => word.slice(0, 2) + word.slice(3)) : undefined;
}

export async function typeAnswer(page: Page, text: string, verdict: 'right' | 'almost' | 'wrong'): Promise<void> {
  const field = page.locator('#answer');
  await expect(field).toBeFocused();
  await field.fill(text);
  await field.press('Enter');
  await expect(page.locator('tall-verdict')).toHaveClass(verdict);
  await expect(page.getByRole('button', { name: 'Next' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('tall-verdict')).toHaveCount(0);
}

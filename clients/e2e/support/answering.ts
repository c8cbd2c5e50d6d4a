import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { newId, type Schemas } from '@tall/api/http';

import type { Caller } from './staff';

type Cards = Schemas['thematicCards'];
type Session = Cards['SessionView'];

const CARDS = '/api/v2/thematic-cards';
const TWO_DAYS_MS = 2 * 86_400_000;

/** The article of a noun. */
const WITH_ARTICLE = /^(de|het)\b/;

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

/** Answers so many new cards as of two days ago, in as many topics as that takes: they are due since. */
export async function answeredBefore(request: APIRequestContext, headers: Caller, count: number): Promise<void> {
  const topics = await request.get(`${CARDS}/topics?limit=50`, { headers });
  const { items } = (await topics.json()) as Cards['Page_TopicView'];
  let left = count;
  // Others leave topics of a word or two.
  for (const { id } of items) {
    const path = `${CARDS}/topics/${id}/sessions/${newId()}`;
    const arranged = await request.put(path, { headers, data: { cards: left } });
    const { cards } = (await arranged.json()) as Session;
    for (const card of cards) await answerBefore(request, headers, card);
    left -= cards.length;
    if (left === 0) return;
  }
  throw new Error(`no topics have ${String(count)} cards`);
}

async function answerBefore(
  request: APIRequestContext,
  headers: Caller,
  { cardId, wordId, kind }: Session['cards'][number],
): Promise<void> {
  const answeredAt = new Date(Date.now() - TWO_DAYS_MS).toISOString();
  const data = { wordId, kind, answer: { way: 'self-rated', rating: 'good' }, answeredAt, practice: false };
  const given = await request.put(`${CARDS}/cards/${cardId}/reviews/${newId()}`, { headers, data });
  expect(given.ok(), await given.text()).toBe(true);
}

/** Writes so many nouns with the wrong article, the same ones again where a topic has fewer. */
export async function mistakeArticles(request: APIRequestContext, headers: Caller, count: number): Promise<void> {
  const topics = await request.get(`${CARDS}/topics?limit=50`, { headers });
  const { items } = (await topics.json()) as Cards['Page_TopicView'];
  const topic = items.find(({ slug }) => slug === 'eten-en-drinken');
  const path = `${CARDS}/topics/${topic?.id ?? ''}/sessions/${newId()}`;
  const arranged = await request.put(path, { headers, data: { cards: 20, kind: 'recall' } });
  expect(arranged.ok(), await arranged.text()).toBe(true);
  const { cards } = (await arranged.json()) as Session;
  const nouns = cards.filter(({ expected }) => WITH_ARTICLE.test(expected));
  expect(nouns.length).toBeGreaterThan(0);
  for (let given = 0; given < count; given += 1) {
    const { cardId, wordId, kind, expected } = nouns[given % nouns.length]!;
    const text = expected.split(';')[0]!.replace(WITH_ARTICLE, (article) => (article === 'de' ? 'het' : 'de'));
    const data = {
      wordId,
      kind,
      answer: { way: 'typed', text },
      answeredAt: new Date().toISOString(),
      practice: false,
    };
    const answer = await request.put(`${CARDS}/cards/${cardId}/reviews/${newId()}`, { headers, data });
    expect(answer.ok(), await answer.text()).toBe(true);
  }
}

/** Looks at what is right, and says that it was known well. */
export async function knowIt(page: Page): Promise<void> {
  await page.locator('#answer').press('Enter');
  await expect(page.locator('[data-rating=good]')).toBeFocused();
  await page.keyboard.press('3');
}

/** What the card on the screen shows. */
export async function promptOn(page: Page): Promise<string> {
  const words = await page.locator('.prompt span:not(.space)').allInnerTexts();
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

import { expect, type Page, test } from '@playwright/test';

import { answeredBefore, beginSitting, knowIt, promptOn, typeAnswer, withSlip } from '../support/answering';
import { complaintsOf } from '../support/audit';
import { anotherDevice } from '../support/device';
import { press, tabTo } from '../support/keyboard';
import { mailedCode } from '../support/mail';
import { CLIENT, logIn, newcomer, registered } from '../support/newcomer';
import { lookLike } from '../support/pretend-fleet';
import { callsAs } from '../support/staff';

const LOBBY = { level: 1, name: 'Hello, Nina' } as const;

test.beforeEach(async ({ page }) => {
  await lookLike(page, { language: 'en', theme: 'light' });
});

test('somebody new registers, learns ten words, and logs out', async ({ page, request }) => {
  const complaints = complaintsOf(page);
  const { email, password } = newcomer();

  await page.goto('/register');
  await page.getByLabel('First name').fill('Nina');
  await page.getByLabel('Last name').fill('Nieuw');
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.getByLabel('Code from the mail').fill(await mailedCode(request, email));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('heading', LOBBY)).toBeVisible();

  const expected = await beginSitting(page);
  const seen = new Set<string>();
  const counts = { right: 0, almost: 0, wrong: 0 };
  while ((await page.locator('tall-summary').count()) === 0) {
    const prompt = await promptOn(page);
    const right = expected.get(prompt) ?? '';
    expect(right, `what is right on "${prompt}"`).not.toBe('');
    const slip = counts.almost < 2 ? withSlip(right) : undefined;
    if (seen.has(prompt)) {
      // It went wrong before, so it is asked once more.
      await typeAnswer(page, right.split(';')[0] ?? '', 'right');
      continue;
    }
    seen.add(prompt);
    if (counts.wrong < 2) {
      counts.wrong += 1;
      await typeAnswer(page, 'zzzz', 'wrong');
    } else if (slip) {
      counts.almost += 1;
      await typeAnswer(page, slip, 'almost');
    } else {
      counts.right += 1;
      await typeAnswer(page, right.split(';')[0] ?? '', 'right');
    }
  }
  expect(seen.size).toBe(10);
  expect(counts.almost, 'a word of the topic is long enough for a slip').toBeGreaterThan(0);
  for (const [result, count] of Object.entries(counts)) {
    await expect(page.locator(`tall-summary .${result} dd`)).toHaveText(String(count));
  }

  await page.goto('/account');
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(page).toHaveURL(/\/log-in/);
  expect(await page.evaluate(() => localStorage.getItem('tall.session') ?? '')).not.toContain('accessToken');
  expect(complaints).toEqual([]);
});

test('whose session ended elsewhere logs in again and goes on with the same card', async ({ page, request }) => {
  const nina = await registered(request);
  await page.goto('/log-in');
  await logIn(page, nina);
  await beginSitting(page);
  await expect(page.locator('#answer')).toBeFocused();
  const sitting = page.url();
  await knowIt(page);
  await expect(page.getByText('1 / 10')).toBeVisible();
  const asked = await promptOn(page);

  await endSession(page);
  await knowIt(page);
  await expect(page.getByText('You are logged out.')).toBeVisible();

  await logIn(page, nina);
  await expect(page).toHaveURL(sitting);
  await expect(page.getByText('1 / 10')).toBeVisible();
  expect(await promptOn(page)).toBe(asked);
});

test('all that is due is studied at once, whatever its topic', async ({ page, request }) => {
  const nina = await registered(request);
  await answeredBefore(request, await callsAs(request, nina), 4);
  await page.goto('/log-in');
  await logIn(page, nina);
  await page.getByRole('button', { name: 'Study what is due (4)' }).click();
  await expect(page).toHaveURL(/\/cards\/all\/sessions\//);
  for (let done = 0; done < 4; done += 1) {
    await expect(page.getByText(`${String(done)} / 4`)).toBeVisible();
    await knowIt(page);
  }
  await expect(page.locator('tall-summary .right dd')).toHaveText('4');

  await page.getByRole('link', { name: 'Topics' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Topics' })).toBeVisible();
  await expect(page.locator('.topics a').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Study what is due' })).toHaveCount(0);
});

test('a sitting that is paused goes on with the same card, here and on another device', async ({
  page,
  browser,
  request,
}) => {
  const nina = await registered(request);
  await page.goto('/log-in');
  await logIn(page, nina);
  await beginSitting(page);
  await expect(page.getByText('0 / 10')).toBeVisible();
  const sitting = page.url();
  await knowIt(page);
  await expect(page.getByText('1 / 10')).toBeVisible();
  const asked = await promptOn(page);
  await page.keyboard.press('Escape');
  const goOn = page.getByRole('link', { name: 'Go on (1 of 10)' });
  await expect(goOn).toBeVisible();

  const phone = await anotherDevice(browser);
  await phone.goto('/log-in');
  await logIn(phone, nina);
  await phone.getByRole('link', { name: 'Continue where you were' }).click();
  await expect(phone).toHaveURL(sitting);
  await expect(phone.getByText('1 / 10')).toBeVisible();
  expect(await promptOn(phone)).toBe(asked);
  await knowIt(phone);
  await expect(phone.getByText('2 / 10')).toBeVisible();
  const next = await promptOn(phone);
  await phone.context().close();

  await goOn.click();
  await expect(page.getByText('2 / 10')).toBeVisible();
  expect(await promptOn(page)).toBe(next);
});

test('an answer is taken back, one is chosen, one card waits until tomorrow and one for good', async ({
  page,
  request,
}) => {
  await page.goto('/log-in');
  await logIn(page, await registered(request));
  const expected = await beginSitting(page);
  const first = await promptOn(page);
  await typeAnswer(page, 'zzzz', 'wrong');
  await expect(page.getByText('1 / 10')).toBeVisible();
  await page.getByRole('button', { name: 'Take the last answer back' }).click();
  await expect(page.getByText('0 / 10')).toBeVisible();
  expect(await promptOn(page)).toBe(first);

  await page.getByRole('button', { name: 'Choose instead' }).click();
  await expect(page.locator('.choices button').first()).toBeFocused();
  await page.locator('.choices button', { hasText: expected.get(first) ?? '' }).click();
  await expect(page.locator('tall-verdict')).toHaveClass('right');
  await page.keyboard.press('Enter');

  for (const [wish, name] of [['Not today', 'off'] as const, ['Never again', 'for good'] as const]) {
    const put = await promptOn(page);
    await page.getByText('Not this card').click();
    await page.getByRole('button', { name: wish }).click();
    await expect(async () => {
      expect(await promptOn(page), name).not.toBe(put);
    }).toPass();
    if (wish === 'Not today') continue;
    await page.goto('/cards/set-aside');
    await expect(page.locator('li')).toHaveCount(1);
    await expect(page.locator('li strong')).toHaveText(put);
    await page.getByRole('button', { name: 'Bring back' }).click();
    await expect(page.getByText('Nothing is set aside')).toBeVisible();
  }
});

test('a file that was taken in is taken back after the page was closed', async ({ page, request }) => {
  const complaints = complaintsOf(page);
  await page.goto('/log-in');
  await logIn(page, await registered(request));
  await page.locator('a[href="/dictionary"]').click();
  await page.goto('/dictionary/files');
  const table = Buffer.from('nl\ten\nde bakker\tbaker\nhet brood\tbread\n');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'w.tsv', mimeType: 'text/tab-separated-values', buffer: table });
  await page.getByRole('button', { name: 'Add the words' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await page.goto('/dictionary');
  await expect(page.getByRole('link', { name: 'de bakker' })).toBeVisible();

  await page.goto('/dictionary/files');
  await page.getByText('Added earlier').click();
  await expect(page.getByText('2 words added')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone (2 words)')).toBeVisible();
  await page.goto('/dictionary');
  await expect(page.getByRole('heading', { level: 1, name: 'My words' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'de bakker' })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('all of it goes by keyboard alone', async ({ page, request }) => {
  const { email, password } = await registered(request);
  await page.goto('/log-in');
  await tabTo(page, page.locator('input[type=email]'));
  await page.keyboard.type(email);
  await tabTo(page, page.locator('input[type=password]'));
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', LOBBY)).toBeVisible();

  await press(page, page.locator('a[href="/cards"]'));
  await press(page, page.locator('.topics a', { hasText: 'Food and drink' }));
  await press(page, page.getByRole('button', { name: 'Start' }));
  await typeAnswer(page, 'zzzz', 'wrong');
  await expect(page.locator('#answer')).toBeFocused();
  // Nothing typed is a wish to see; how well it was known is a figure.
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-rating=good]')).toBeFocused();
  await page.keyboard.press('4');
  await expect(page.getByText('2 / 20')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();

  await press(page, page.locator('nav a[href="/account"]'));
  await press(page, page.getByRole('button', { name: 'Log out' }));
  await expect(page).toHaveURL(/\/log-in/);
});

/** Ends the session on the server, as from another device, and lets the token run out that this page still has. */
async function endSession(page: Page): Promise<void> {
  const ended = await page.evaluate(async (client) => {
    const kept = JSON.parse(localStorage.getItem('tall.session') ?? '{}') as {
      state: { tokens: { accessToken: string; accessEndsAt: number } };
    };
    const { tokens } = kept.state;
    const headers = { authorization: `Bearer ${tokens.accessToken}`, ...client };
    const answer = await fetch('/api/v2/profile/sessions/current', { method: 'DELETE', headers });
    tokens.accessEndsAt = 0;
    const newValue = JSON.stringify(kept);
    localStorage.setItem('tall.session', newValue);
    dispatchEvent(new StorageEvent('storage', { key: 'tall.session', newValue, storageArea: localStorage }));
    return answer.ok;
  }, CLIENT);
  expect(ended).toBe(true);
}

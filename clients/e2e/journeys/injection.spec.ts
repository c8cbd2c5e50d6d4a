import { expect, type Page, test } from '@playwright/test';
import { newId } from '@tall/api/http';

import { beginSitting } from '../support/answering';
import { openTopic, takeAll } from '../support/content';
import { anotherDevice } from '../support/device';
import { mailedCode } from '../support/mail';
import { logIn, newcomer } from '../support/newcomer';
import { choosePeople } from '../support/people';
import { lookLike } from '../support/pretend-fleet';
import { expectNoElement, expectText, fillEverything, injectionsOn, SCRIPT } from '../support/script';
import { callsAs, link, logInAndEnrol, somebodyOf } from '../support/staff';
import { topicFile } from '../support/topic-file';

test.describe.configure({ timeout: 240_000 });

test.beforeEach(async ({ page }) => {
  await lookLike(page, { language: 'en', theme: 'light' });
});

test('what a student types stays text', async ({ page, request }) => {
  const injections = injectionsOn(page);
  const { email, password } = newcomer();
  await test.step('as their name', async () => {
    await page.goto('/register');
    await page.getByLabel('First name').fill(SCRIPT);
    await page.getByLabel('Last name').fill(SCRIPT);
    await page.locator('input[type=email]').fill(email);
    await page.locator('input[type=password]').fill(password);
    await page.getByRole('button', { name: 'Make the account' }).click();
    await page.getByLabel('Code from the mail').fill(await mailedCode(request, email));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expectGreeted(page);
  });

  await test.step('in their profile', async () => {
    await page.goto('/account/profile');
    await fillEverything(page, 'Save');
    await expect(page.locator('.error').first()).toBeVisible();
    await expectNoElement(page);
    await fillEverything(page, 'Save', { 'Phone number': '+31612345678', Postcode: '1011 AB', Country: 'NL' });
    await expect(page.getByText('Saved.')).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('Street and number')).toHaveValue(SCRIPT);
    await expectNoElement(page);
  });

  await test.step('in a word of their own', async () => {
    await page.goto('/dictionary/new');
    await page.locator('#sought').fill(SCRIPT);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Fill it in myself' }).click();
    await page.getByRole('combobox', { name: 'Part of speech' }).selectOption({ label: 'verb' });
    await fillEverything(page, 'Add to my words');
    await expect(page.getByRole('heading', { level: 1, name: SCRIPT })).toBeVisible();
    await expectText(page);
    for (const place of ['/dictionary', `/dictionary?tag=${encodeURIComponent(SCRIPT)}`, '/dictionary/week/queue']) {
      await page.goto(place);
      await expectText(page);
    }
  });

  await test.step('as the name of a list', async () => {
    await page.goto('/dictionary/lists');
    await fillEverything(page, 'Make a list');
    await page.getByRole('link', { name: SCRIPT }).click();
    await expect(page.getByRole('heading', { level: 1, name: SCRIPT })).toBeVisible();
    await page.getByText('Change the list').click();
    await fillEverything(page, 'Rename');
    await page.goto('/dictionary');
    await page.locator('main').getByRole('link', { name: SCRIPT }).first().click();
    await page.locator('tall-word-lists button').click();
    await expect(page.locator('tall-word-lists [aria-pressed=true]')).toContainText(SCRIPT);
    await expectText(page);
  });

  await test.step('in a sentence of a word, and as its new meaning', async () => {
    await page.getByRole('button', { name: 'Add a sentence' }).click();
    await fillEverything(page, 'Save');
    await expect(page.locator('tall-sentence', { hasText: SCRIPT }).first()).toBeVisible();
    await page.getByRole('link', { name: 'Edit the word' }).click();
    await fillEverything(page, 'Save');
    await expect(page.getByRole('heading', { level: 1, name: SCRIPT })).toBeVisible();
    await expectText(page);
  });

  await test.step('in a file of words', async () => {
    await page.goto('/dictionary/files');
    const table = `nl\ten\tsentence\n${SCRIPT}2\t${SCRIPT}\t${SCRIPT}\n`;
    const file = { name: 'words.tsv', mimeType: 'text/tab-separated-values', buffer: Buffer.from(table) };
    await page.locator('input[type=file]').setInputFiles(file);
    await expect(page.getByRole('heading', { name: 'What is added' })).toBeVisible();
    await expectText(page);
    await page.getByRole('button', { name: 'Add the words' }).click();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    await page.goto('/dictionary');
    await expect(page.getByRole('link', { name: `${SCRIPT}2` }).first()).toBeVisible();
    await expectNoElement(page);
  });

  await test.step('as an answer', async () => {
    await page.goto('/');
    await beginSitting(page);
    await page.locator('#answer').fill(SCRIPT);
    await page.locator('#answer').press('Enter');
    await expect(page.locator('tall-verdict')).toContainText('injected');
    await expectNoElement(page);
  });

  await test.step('in what this device keeps to be told', async () => {
    await page.evaluate((text) => {
      const { state } = JSON.parse(localStorage.getItem('tall.session') ?? '') as {
        state: { tokens: { userId: string } };
      };
      const product = { id: 'cards', title: { nl: text, en: text, ru: text } };
      const kept = { userId: state.tokens.userId, access: { come: [product], gone: [product] }, corrected: [text] };
      localStorage.setItem('tall.notices', JSON.stringify({ state: kept, version: 1 }));
    }, SCRIPT);
    await page.goto('/settings');
    await expect(page.locator('tall-notice-strips p')).toHaveCount(2);
    for (const strip of await page.locator('tall-notice-strips p').all()) await expect(strip).toContainText(SCRIPT);
    await expectNoElement(page);
  });
  expect(injections).toEqual([]);
});

test('what a teacher shares stays text', async ({ page, request }) => {
  const injections = injectionsOn(page);
  const teacher = await somebodyOf(request, 'teacher', SCRIPT);
  const student = await somebodyOf(request, 'student');
  await link(request, teacher, student);
  const headers = await callsAs(request, teacher);
  const words = [{ lemma: SCRIPT, glosses: { en: SCRIPT }, note: SCRIPT }];
  const path = `/api/v2/learning-cards/shared-lists/${newId()}`;
  const shared = await request.put(path, { headers, data: { name: SCRIPT, words } });
  expect(shared.ok(), await shared.text()).toBe(true);

  await page.goto('/log-in');
  await logIn(page, student);
  await expect(page.getByRole('heading', { level: 1, name: 'Hello, Nina' })).toBeVisible();
  await expect(async () => {
    await page.goto('/dictionary/lists');
    await page.getByRole('button', { name: 'Copy' }).click({ timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
  await expect(page.locator('main [role=status]')).toContainText(SCRIPT);
  await expectText(page);
  await page.getByRole('link', { name: SCRIPT }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: SCRIPT })).toBeVisible();
  await page.locator('main li a').first().click();
  await expectText(page);
  expect(injections).toEqual([]);
});

test('what the school types stays text, for itself and for students', async ({ page, browser, request }) => {
  const injections = injectionsOn(page);
  const student = await somebodyOf(request, 'student', SCRIPT);
  await page.goto('/log-in');
  await logInAndEnrol(page, await somebodyOf(request, 'educational-admin', SCRIPT));
  await expectGreeted(page);

  await test.step('in a file of people', async () => {
    await page.goto(`/people/${student.id}`);
    await expectText(page);
    await page.goto('/people/invitations');
    await choosePeople(page, `email,givenName,familyName,role,language,${SCRIPT}\r\n${SCRIPT},a,b,${SCRIPT},nl,\r\n`);
    await expect(page.getByRole('heading', { name: 'This is not right yet' })).toBeVisible();
    await expectNoElement(page);
  });

  const topic = topicFile({ article: 'het', before: SCRIPT });
  await test.step('in a file of content', async () => {
    await page.goto('/content/import');
    await page.locator('input[type=file]').setInputFiles(topic.file);
    await expectText(page);
    for (const summary of await page.locator('summary').all()) await summary.click();
    await expectNoElement(page);
    await page.getByRole('button', { name: /^Keep 2 changes/ }).click();
    await expect(page.getByText('Imported, as drafts.')).toBeVisible();
    await openTopic(page, topic.title);
    await expectText(page);
  });

  await test.step('in the words of a topic', async () => {
    await page.getByRole('link', { name: 'Name and description' }).click();
    const { title } = topic;
    await fillEverything(page, 'Save', { Dutch: title, English: title, Russian: title, Place: '99' });
    await expect(page.getByText('Saved.')).toBeVisible();
    await expectNoElement(page);
  });

  await test.step('in a word, and in what is said of it', async () => {
    await openTopic(page, topic.title);
    await page.getByRole('link', { name: /brood/ }).click();
    await fillEverything(page, 'Save');
    await expect(page.getByText('Saved.')).toBeVisible();
    await expectText(page);
    const steps = page.getByRole('region', { name: 'Status' });
    await steps.getByRole('button', { name: 'Submit' }).click();
    await steps.getByRole('button', { name: 'Give back' }).click();
    await steps.getByLabel('What should be different?').fill(SCRIPT);
    await steps.getByRole('button', { name: 'Give back' }).click();
    await expect(steps.getByRole('button', { name: 'Submit' })).toBeVisible();
    await expectText(page);
  });

  await test.step('as a student reads it', async () => {
    await openTopic(page, topic.title);
    await page.getByRole('combobox', { name: 'Step' }).selectOption({ label: 'Submit, approve and publish' });
    for (const language of ['Dutch', 'English', 'Russian']) {
      await page.getByLabel(`Notice, ${language}`).fill(SCRIPT);
    }
    await takeAll(page, 'Submit, approve and publish');
    await page.getByRole('link', { name: 'Versions' }).click();
    await expectText(page);
    const desk = await anotherDevice(browser);
    const there = injectionsOn(desk);
    await desk.goto('/log-in');
    await logIn(desk, student);
    await expectGreeted(desk);
    await expect(async () => {
      await desk.goto('/cards');
      await desk.locator('.topics a', { hasText: topic.title }).first().click({ timeout: 4_000 });
      await desk.getByRole('button', { name: 'Start' }).click({ timeout: 4_000 });
      await desk.locator('#answer').press('Enter', { timeout: 4_000 });
    }).toPass({ timeout: 30_000 });
    await expectText(desk);
    await desk.context().close();
    expect(there).toEqual([]);
  });
  await openTopic(page, topic.title);
  await takeAll(page, 'Archive everything');
  expect(injections).toEqual([]);
});

async function expectGreeted(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: `Hello, ${SCRIPT}` })).toBeVisible();
  await expectNoElement(page);
}

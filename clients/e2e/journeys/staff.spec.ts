import { type APIRequestContext, type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { beginSitting, mistakeArticles, promptOn, typeAnswer } from '../support/answering';
import { complaintsOf } from '../support/audit';
import { openTopic, takeAll } from '../support/content';
import { anotherDevice } from '../support/device';
import { expectErased } from '../support/erasures';
import { press } from '../support/keyboard';
import { mailedCode } from '../support/mail';
import { logIn, newcomer, registered } from '../support/newcomer';
import { lookLike } from '../support/pretend-fleet';
import { expectText, injectionsOn, SCRIPT } from '../support/script';
import {
  asTechnicalAdmin,
  type Caller,
  callsAs,
  link,
  logInAndEnrol,
  logInWithCode,
  somebodyOf,
  technicalAdministrator,
} from '../support/staff';
import { choosePeople } from '../support/people';
import { topicFile } from '../support/topic-file';

const ANSWERS = 3;
/** From so many on, within a month, a kind of mistake stands out. */
const MISTAKES = 32;
/** Until what one service says has reached the others, on a machine that is busy with something else. */
const SOON = { timeout: 20_000 };

// Several people, each with a registration and a mail, and codes that hold once.
test.describe.configure({ timeout: 120_000 });

test.beforeEach(async ({ page }) => {
  await lookLike(page, { language: 'en', theme: 'light' });
});

/** What is said of what somebody may not know of, as of what is not there. */
const GONE = 'This is not here, or no longer';

test('a teacher sees what a student answered, and whose answers they are', async ({ page, browser, request }) => {
  const complaints = complaintsOf(page);
  const teacher = await somebodyOf(request, 'teacher', 'Tessa');
  const student = await somebodyOf(request, 'student', 'Sven');
  await link(request, teacher, student);
  const desk = await anotherDevice(browser);
  await desk.goto('/log-in');
  await logIn(desk, student);
  const expected = await beginSitting(desk);
  for (let given = 0; given < ANSWERS; given += 1) {
    const right = expected.get(await promptOn(desk))?.split(';')[0] ?? '';
    await (given === 0 ? typeAnswer(desk, 'zzzz', 'wrong') : typeAnswer(desk, right, 'right'));
  }
  await desk.context().close();

  await page.goto('/log-in');
  await logIn(page, teacher);
  // By keyboard alone.
  await press(page, page.locator('a[href="/progress"]'));
  await expect(page.getByRole('heading', { level: 1, name: 'My students' })).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(figure(page, 'Answers in 7 days')).toHaveText(String(ANSWERS), { timeout: 2_000 });
  }).toPass(SOON);
  const download = page.waitForEvent('download');
  await press(page, page.getByRole('button', { name: 'As a table (CSV)' }));
  expect(await readFile(await (await download).path(), 'utf8')).toContain(`Sven Nieuw,${student.id},`);
  // The tabulator begins at the top again.
  await page.reload();
  await press(page, page.getByRole('link', { name: 'All students' }));
  await press(page, page.getByRole('link', { name: 'Sven Nieuw' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Sven Nieuw' })).toBeVisible();
  await expect(figure(page, 'Answers in all')).toContainText(`${String(ANSWERS)} `);
  await expect(figure(page, 'Answers in all')).toContainText('2 right');

  // Whose teacher they are not, they do not see.
  const stranger = await registered(request);
  await page.goto(`/progress/students/${stranger.id}`);
  await expect(page.getByRole('heading', { name: GONE })).toBeVisible();
  await page.goto('/content');
  await expect(page.getByRole('heading', { level: 1, name: 'This page is for others' })).toBeVisible();
  await expect(page.getByText('Your role is “teacher”')).toBeVisible();
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
});

test('an editor corrects an article in a new version, and a student learns the right one', async ({
  page,
  browser,
  request,
}) => {
  const complaints = complaintsOf(page);
  const topic = topicFile({ article: 'de' });
  await page.goto('/log-in');
  await logInAndEnrol(page, await somebodyOf(request, 'educational-admin', 'Eva'));
  await page.locator('a[href="/content"]').click();
  await page.getByRole('link', { name: 'Import files' }).click();
  await page.locator('input[type=file]').setInputFiles(topic.file);
  await page.getByRole('button', { name: /^Keep 2 changes/ }).click();
  await expect(page.getByText('Imported, as drafts.')).toBeVisible();
  await openTopic(page, topic.title);
  await takeAll(page, 'Submit, approve and publish');

  const desk = await anotherDevice(browser);
  const student = await somebodyOf(request, 'student');
  await desk.goto('/log-in');
  await logIn(desk, student);
  await expect(desk.getByRole('heading', { level: 1, name: `Hello, ${student.givenName}` })).toBeVisible();
  await expectHeadword(desk, topic.title, 'de brood');

  await page.getByRole('link', { name: /brood/ }).click();
  await page.getByRole('radio', { name: 'het', exact: true }).check({ force: true });
  await expect(page.locator('tall-word-preview tall-headword').first()).toHaveText(/het\s*brood/);
  await page.getByRole('link', { name: 'Versions' }).click();
  await expect(page.getByRole('heading', { name: 'Leave without saving?' })).toBeVisible();
  await page.getByRole('button', { name: 'Stay here' }).click();
  await expect(page.getByRole('radio', { name: 'het', exact: true })).toBeChecked();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await test.step('of which the student is told at once, unless they are in the middle of a sitting', async () => {
    await desk.goto('/');
    await expect(desk.getByRole('heading', { level: 1, name: `Hello, ${student.givenName}` })).toBeVisible();
    const told = desk.getByRole('status').filter({ hasText: 'It is “het brood” after all.' });
    await expect(told).toBeHidden();
    await publish(page, 'It is “het brood” after all.');
    await expect(told).toContainText('may count differently now');
    await told.getByRole('button', { name: 'Got it' }).click();
    await expect(told).toBeHidden();
  });

  await page.getByRole('link', { name: 'Versions' }).click();
  await expect(page.getByText('Version 2', { exact: true }).first()).toBeVisible();
  await page.getByRole('combobox', { name: 'Before' }).selectOption({ label: 'Version 1' });
  await expect(page.locator('tall-changes del')).toContainText('de');
  await expect(page.locator('tall-changes ins')).toContainText('het');
  await expectHeadword(desk, topic.title, 'het brood');

  await test.step('and takes it back, to the version before', async () => {
    await page.getByRole('button', { name: 'Bring back version 1' }).click();
    await expect(page.getByText('Version 1 is back, as a draft.')).toBeVisible();
    await expect(page.getByRole('radio', { name: 'de', exact: true })).toBeChecked();
    await publish(page);
    await page.getByRole('link', { name: 'Versions' }).click();
    await expect(page.getByText('Version 3', { exact: true }).first()).toBeVisible();
    await expectHeadword(desk, topic.title, 'de brood');
  });
  await desk.context().close();

  await openTopic(page, topic.title);
  await takeAll(page, 'Archive everything');
  expect(complaints).toEqual([]);
});

test('the school gives a student a teacher, who sees them until the link ends', async ({ page, browser, request }) => {
  const complaints = complaintsOf(page);
  const teacher = await somebodyOf(request, 'teacher', `Tine-${randomUUID().slice(0, 8)}`);
  const student = await somebodyOf(request, 'student', 'Stijn');
  await page.goto('/log-in');
  await logInAndEnrol(page, await somebodyOf(request, 'educational-admin', 'Eva'));
  await expect(page.getByRole('heading', { level: 1, name: 'Hello, Eva' })).toBeVisible();
  await page.goto(`/people/${student.id}`);
  const teachers = page.getByRole('region', { name: 'Teachers' });
  await expect(teachers.getByRole('button', { name: 'Link', exact: true })).toBeDisabled();
  await teachers.getByLabel('Another teacher').selectOption({ label: `${teacher.givenName} Nieuw` });
  await teachers.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(teachers.getByRole('link', { name: `${teacher.givenName} Nieuw` })).toBeVisible();

  const desk = await anotherDevice(browser);
  await desk.goto('/log-in');
  await logIn(desk, teacher);
  await expect(desk.getByRole('heading', { level: 1, name: `Hello, ${teacher.givenName}` })).toBeVisible();
  await expect(async () => {
    await desk.goto('/progress/students');
    await expect(desk.getByRole('link', { name: 'Stijn Nieuw' })).toBeVisible({ timeout: 3_000 });
  }).toPass(SOON);

  await test.step('and enters what a parent agreed to on paper, and a note', async () => {
    const agreements = page.getByRole('region', { name: 'Agreements' });
    await agreements.getByRole('button', { name: 'See how it stands' }).click();
    await agreements
      .getByRole('button', { name: /^Enter agreement/ })
      .first()
      .click();
    await expect(agreements.getByText('Agrees', { exact: true }).first()).toBeVisible();
    const details = page.getByRole('region', { name: 'Personal details' });
    await details.getByRole('button', { name: 'Read it' }).click();
    await details.getByLabel('The school’s note').fill('Komt met de bus van half negen.');
    await details.getByRole('button', { name: 'Save' }).click();
    await expect(details.getByText('Saved.')).toBeVisible();
  });

  await teachers.getByRole('button', { name: `Unlink ${teacher.givenName} Nieuw` }).click();
  await expect(teachers.getByText('Nobody yet.')).toBeVisible();
  await expect(async () => {
    await desk.goto(`/progress/students/${student.id}`);
    await expect(desk.getByRole('heading', { name: GONE })).toBeVisible({ timeout: 3_000 });
  }).toPass(SOON);
  await desk.context().close();
  expect(complaints).toEqual([]);
});

test('a teacher sees first whom to help, and why', async ({ page, request }) => {
  const complaints = complaintsOf(page);
  const teacher = await somebodyOf(request, 'teacher', 'Tom');
  const student = await somebodyOf(request, 'student', 'Lotte');
  await link(request, teacher, student);
  await link(request, teacher, await somebodyOf(request, 'student', 'Milan'));
  await mistakeArticles(request, await callsAs(request, student), MISTAKES);

  await page.goto('/log-in');
  await logIn(page, teacher);
  await page.locator('a[href="/progress"]').click();
  await expect(page.getByRole('heading', { level: 1, name: 'My students' })).toBeVisible();
  const urgent = page.getByRole('region', { name: 'Whom to help first' }).getByRole('listitem');
  await expect(async () => {
    await page.reload();
    await expect(urgent.filter({ hasText: 'Lotte' })).toContainText(
      `${String(MISTAKES)} of ${String(MISTAKES)} mistakes are of one kind: de or het`,
      { timeout: 2_000 },
    );
  }).toPass(SOON);
  await expect(urgent.filter({ hasText: 'Milan' })).toHaveCount(0);
  await page.getByRole('link', { name: 'One kind of mistake 1' }).click();
  await expect(page.getByRole('link', { name: 'Lotte Nieuw' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Milan Nieuw' })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('words that a teacher shares are taken over by their student', async ({ page, browser, request }) => {
  const complaints = complaintsOf(page);
  const teacher = await somebodyOf(request, 'teacher', 'Thijs');
  const student = await somebodyOf(request, 'student', 'Sara');
  await link(request, teacher, student);
  await page.goto('/log-in');
  await logIn(page, teacher);
  await page.locator('a[href="/progress"]').click();
  await page.getByRole('link', { name: 'Word lists' }).click();
  await page.getByRole('link', { name: 'Make a list' }).first().click();
  await page.getByLabel('Name of the list').fill('Les 1');
  await page.getByLabel('Words, one per line').fill('de bakker');
  await page.getByRole('button', { name: 'Share with my students' }).click();
  await expect(page.getByText('Line 1 has no word or no meaning')).toBeVisible();
  await page.getByLabel('Words, one per line').fill('de bakker = baker\nhet brood = bread; loaf = хлеб');
  await page.getByRole('button', { name: 'Share with my students' }).click();
  await expect(page.getByRole('link', { name: 'Les 1' })).toBeVisible();

  const desk = await anotherDevice(browser);
  await desk.goto('/log-in');
  await logIn(desk, student);
  await desk.locator('a[href="/dictionary"]').click();
  await expect(async () => {
    await desk.goto('/dictionary/lists');
    await desk.getByRole('button', { name: /Copy.*Les 1/ }).click({ timeout: 2_000 });
  }).toPass(SOON);
  await expect(desk.getByText('List “Les 1”: 2 new words')).toBeVisible();
  await desk.goto('/dictionary');
  await expect(desk.getByRole('link', { name: 'de bakker' })).toBeVisible();
  await expect(desk.getByRole('link', { name: 'het brood' })).toBeVisible();
  await desk.context().close();
  expect(complaints).toEqual([]);
});

test('the school invites people by a file, after it has seen whom', async ({ page, browser, request }) => {
  const complaints = complaintsOf(page);
  const [teacher, student] = [`${randomUUID()}@example.org`, `${randomUUID()}@example.org`];
  const heading = 'email,givenName,familyName,role,language,teacher\r\n';
  const rows = `${teacher},Tom,Toets,teacher,nl,\r\n${student},Sara,Strik,student,en,${teacher}\r\n`;
  await page.goto('/log-in');
  await logInAndEnrol(page, await somebodyOf(request, 'educational-admin', 'Eva'));
  await page.locator('a[href="/people"]').click();
  await page.getByRole('link', { name: 'Invite people' }).click();

  await choosePeople(page, `${heading}${teacher},Tom,Toets,boss,nl,\r\n`);
  await expect(page.getByRole('heading', { name: 'This is not right yet' })).toBeVisible();
  await expect(page.getByText('Line 2')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Invite / })).toHaveCount(0);

  await choosePeople(page, heading + rows);
  await expect(page.getByText('student: 1, teacher: 1')).toBeVisible();
  await page.getByRole('button', { name: 'Invite 2 people' }).click();
  await expect(page.getByText('2 people are invited, by mail.')).toBeVisible();

  await test.step('and one without a file', async () => {
    const one = page.locator('tall-invite-one');
    await one.getByLabel('Email address', { exact: true }).fill(`${randomUUID()}@example.org`);
    await one.getByLabel('First name').fill('Olga "Ola"');
    await one.getByLabel('Last name').fill('de Wit, geboren Smit');
    await one.getByLabel('Teacher’s email address').fill(teacher);
    await one.getByRole('button', { name: 'See who that is' }).click();
    await expect(page.getByText('student: 1')).toBeVisible();
    await page.getByRole('button', { name: 'Invite 1 person' }).click();
    await expect(page.getByText('1 person is invited, by mail.')).toBeVisible();
    await expect(one.getByLabel('First name')).toHaveValue('');
  });

  const desk = await anotherDevice(browser);
  await acceptInvitation(desk, student, await mailedCode(request, student));
  await expect(desk.getByRole('heading', { level: 1, name: 'Hello, Sara' })).toBeVisible();
  await desk.context().close();
  await expect(async () => {
    await page.goto('/people');
    await page.getByLabel('Find by email address').fill(student);
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sara Strik' })).toBeVisible({ timeout: 3_000 });
  }).toPass(SOON);
  await expect(page.getByRole('link', { name: 'Tom Toets' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a technical admin ends sessions, suspends and lets in again', async ({ page, browser, request }) => {
  const complaints = complaintsOf(page);
  const student = await somebodyOf(request, 'student', 'Sofie');
  const desk = await anotherDevice(browser);
  await desk.goto('/log-in');
  await logIn(desk, student);
  await expect(desk.getByRole('heading', { level: 1, name: 'Hello, Sofie' })).toBeVisible();

  await page.goto('/log-in');
  await logInWithCode(page, technicalAdministrator());
  await page.locator('a[href="/people"]').click();
  await page.getByLabel('Find by email address').fill(`nobody-${student.email}`);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await expect(page.getByText('Nobody has this address.')).toBeVisible();
  await page.getByLabel('Find by email address').fill(student.email);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sofie Nieuw' })).toBeVisible();

  await page.getByRole('button', { name: 'Log out everywhere' }).click();
  await expect(page.getByText('Logged in nowhere.')).toBeVisible();
  await expectLoggedOut(desk);

  await page.getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByText('Suspended: cannot log in')).toBeVisible();
  await logIn(desk, student);
  await expect(desk.locator('tall-failure')).toBeVisible();
  await expect(desk).toHaveURL(/\/log-in/);

  await page.getByRole('button', { name: 'Let in again' }).click();
  await expect(page.getByText('Can log in.')).toBeVisible();
  await desk.getByRole('button', { name: 'Log in', exact: true }).click();
  // Back where the session ended.
  await expect(desk).toHaveURL(/\/cards$/);
  await desk.context().close();

  await page.goto('/operations/actions');
  await expect(page.getByRole('link', { name: 'Sofie Nieuw' }).first()).toBeVisible();
  await page.goto(`/operations/security?userId=${student.id}`);
  await expect(page.getByText('Session ended: by an administrator').first()).toBeVisible();
  await page.getByRole('combobox', { name: 'What' }).selectOption({ label: 'New device' });
  await expect(page).toHaveURL(/kind=new-device-seen/);
  await page.goto('/operations/keys');
  await expect(page.getByRole('heading', { name: 'profile/signing' })).toBeVisible();
  expect(complaints).toEqual([]);

  await test.step('and erases them, with a certificate', async () => {
    await page.goto(`/people/${student.id}`);
    await page.getByRole('button', { name: 'Erase this person' }).click();
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByRole('link', { name: 'How it stands, and the certificate' }).click();
    await expectErased(page);
    await page.goto('/people');
    await page.getByLabel('Find by email address').fill(student.email);
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await expect(page.getByText('Nobody has this address.')).toBeVisible();
  });

  await test.step('and says which clients may call, and takes it back', async () => {
    await page.goto('/operations/clients');
    await saysWhichMayCall(page, browser, request);
  });
});

/** Of the client that these journeys use: nobody has one that is older. */
async function saysWhichMayCall(page: Page, browser: Browser, request: APIRequestContext): Promise<void> {
  const headers = await asTechnicalAdmin(request);
  const form = page.getByRole('form', { name: 'Web' });
  const [oldest, newest, words] = ['Oldest version allowed', 'Newest', /too old, English/].map((name) =>
    form.getByLabel(name),
  ) as [Locator, Locator, Locator];
  await expect(oldest).not.toHaveValue('');
  const before = await Promise.all([oldest, newest, words].map((field) => field.inputValue()));
  const save = () => form.getByRole('button', { name: 'Save' }).click();
  const saved = form.getByText('Saved. It takes effect within two seconds.');
  try {
    await oldest.fill('one');
    await save();
    await expect(form.locator('.error')).toBeVisible();
    await oldest.fill('0.1.0');
    await newest.fill('0.1.0');
    await words.fill(SCRIPT);
    await save();
    await expect(saved).toBeVisible();
    await expect.poll(() => statusFor(request, headers, 'web/0.0.9')).toBe(426);
    expect(await statusFor(request, headers, 'web/0.1.0')).toBe(200);
    await tellsOldClientWhatToDo(browser);
  } finally {
    for (const [place, field] of [oldest, newest, words].entries()) await field.fill(before[place] ?? '');
    await save();
    await expect.poll(() => statusFor(request, headers, 'web/0.0.9')).toBe(200);
  }
}

/** The page of a version that may call no more; the words are the administrator's, as text. */
async function tellsOldClientWhatToDo(browser: Browser): Promise<void> {
  // What goes through a service worker, Playwright does not rewrite.
  const desk = await anotherDevice(browser, { serviceWorkers: 'block' });
  const injections = injectionsOn(desk);
  await desk.route('**/api/**', (route) =>
    route.continue({ headers: { ...route.request().headers(), 'x-client-version': 'web/0.0.9' } }),
  );
  await desk.goto('/log-in');
  await expect(desk.getByRole('heading', { name: 'A new version is needed' })).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Update' })).toBeVisible();
  await expectText(desk);
  expect(injections).toEqual([]);
  await desk.context().close();
}

async function statusFor(request: APIRequestContext, headers: Caller, client: string): Promise<number> {
  const asked = { headers: { ...headers, 'x-client-version': client } };
  return (await request.get('/api/v2/profile/me', asked)).status();
}

/** Whatever is asked for next, the page says that the session is over. */
async function expectLoggedOut(page: Page): Promise<void> {
  await page.locator('a[href="/cards"]').click();
  await expect(page.getByText('You are logged out.')).toBeVisible();
}

/** A number with its name. */
function figure(page: Page, name: string): Locator {
  return page.locator('tall-figures div', { has: page.getByText(name, { exact: true }) }).locator('dd');
}

async function acceptInvitation(page: Page, email: string, code: string): Promise<void> {
  const { password } = newcomer();
  await page.goto('/invitation');
  await page.locator('input[type=email]').fill(email);
  await page.getByLabel('Code from the mail').fill(code);
  await page.locator('input[type=password]').fill(password);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page).toHaveURL(/\/log-in/);
  await logIn(page, { email, password });
}

/** The draft on the screen, through to the students; with a word to them, where what they learnt may count differently. */
async function publish(page: Page, notice?: string): Promise<void> {
  const steps = page.getByRole('region', { name: 'Status' });
  await steps.getByRole('button', { name: 'Submit' }).click();
  await steps.getByRole('button', { name: 'Approve' }).click();
  await steps.getByRole('button', { name: 'Publish' }).click();
  if (notice !== undefined) {
    await steps.getByRole('radio', { name: 'Yes' }).check({ force: true });
    for (const language of ['Dutch', 'English', 'Russian']) await steps.getByLabel(`Notice, ${language}`).fill(notice);
  }
  await steps.getByRole('button', { name: 'Publish' }).click();
  await expect(steps.getByText('Students see this.')).toBeVisible();
}

/** What a student learns as the word of a topic, once the topic is as it was published last. */
async function expectHeadword(page: Page, title: string, headword: string): Promise<void> {
  await expect(async () => {
    await page.goto('/cards');
    await page.locator('.topics a', { hasText: title }).click({ timeout: 4_000 });
    await page.getByRole('button', { name: 'Start' }).click({ timeout: 4_000 });
    await page.locator('#answer').press('Enter', { timeout: 4_000 });
    const shown = page.locator('tall-headword').filter({ hasText: 'brood' }).first();
    const text = (await shown.innerText({ timeout: 4_000 })).replace(/\s+/g, ' ').trim();
    expect(text).toBe(headword);
  }).toPass({ timeout: 30_000 });
}

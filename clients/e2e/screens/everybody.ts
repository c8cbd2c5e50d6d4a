import type { Page } from '@playwright/test';

import { PLACES } from '../support/answers';
import { PEOPLE_PLACES } from '../support/people-answers';
import type { Screen } from './screen';

const typeAnswer = (text: string) => async (page: Page) => {
  await page.locator('#answer').fill(text);
  await page.keyboard.press('Enter');
  await page.getByRole('status').first().waitFor();
};

const pauseSitting = async (page: Page) => {
  await page.locator('#answer').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('main a[href*="/sessions/"]').waitFor();
};

/** The screens before a log-in, those of everybody, and the cards by topic. */
export const EVERYBODY: readonly Screen[] = [
  { name: 'log-in', path: '/log-in' },
  {
    name: 'log-in-faults',
    path: '/log-in',
    act: async (page) => {
      await page.locator('button[type=submit]').click();
    },
  },
  {
    name: 'challenge',
    path: '/log-in',
    act: async (page) => {
      await page.locator('input[type=email]').fill('admin@tall.example');
      await page.locator('input[type=password]').fill('correct horse battery');
      await page.keyboard.press('Enter');
      await page.locator('input[inputmode=numeric]').waitFor();
    },
  },
  { name: 'school-refused', path: '/log-in/school' },
  { name: 'register', path: '/register' },
  { name: 'reset-password', path: '/reset-password' },
  { name: 'verify-email', path: '/verify-email#user=u&code=ABCD-EFGH' },
  { name: 'invitation', path: '/invitation#user=u&code=ABCD-EFGH' },
  { name: 'terms', path: '/terms' },
  { name: 'settings', path: '/settings' },
  { name: 'settings-student', path: '/settings', role: 'student' },
  { name: 'credits', path: '/credits' },
  { name: 'lost', path: '/nowhere' },
  { name: 'lobby-student', path: '/', role: 'student' },
  {
    name: 'lobby-notices',
    path: '/',
    role: 'student',
    hasNotices: true,
    act: (page) => page.locator('tall-notice-strips button').nth(2).waitFor(),
  },
  { name: 'lobby-admin', path: '/', role: 'educational-admin' },
  { name: 'not-allowed', path: '/not-allowed', role: 'teacher' },
  { name: 'account', path: '/account', role: 'student' },
  { name: 'profile', path: '/account/profile', role: 'student' },
  { name: 'security', path: '/security', role: 'student' },
  { name: 'password', path: '/security/password', role: 'student' },
  { name: 'email', path: '/security/email', role: 'student' },
  {
    name: 'authenticator',
    path: '/security/authenticator',
    role: 'student',
    act: async (page) => {
      await page.locator('button.outlined').first().click();
      await page.locator('img').waitFor();
    },
  },
  { name: 'passkeys', path: '/security/passkeys', role: 'student' },
  {
    name: 'recovery-codes',
    path: '/security/recovery-codes',
    role: 'student',
    act: async (page) => {
      await page.locator('main button').click();
      await page.locator('.codes').waitFor();
    },
  },
  { name: 'schools', path: '/security/schools', role: 'student' },
  { name: 'sessions', path: '/security/sessions', role: 'student' },
  { name: 'own-data', path: '/exports', role: 'student' },
  { name: 'accesses', path: '/exports/accesses', role: 'student' },
  { name: 'agreements', path: '/exports/agreements', role: 'student' },
  { name: 'erasure', path: '/exports/erasure', role: 'student' },
  {
    name: 'erasure-asked',
    path: '/exports/erasure',
    role: 'student',
    act: async (page) => {
      const language = (await page.locator('html').getAttribute('lang')) ?? '';
      await page.locator('main input').fill({ en: 'erase', nl: 'wissen', ru: 'удалить' }[language] ?? '');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/erasures/*');
      // The session is over, and the screen stays.
      await page.locator('a[href="/account"]').waitFor({ state: 'detached' });
      await page.locator('tall-erasure-standing dl').waitFor();
    },
  },
  { name: 'erasure-certificate', path: PEOPLE_PLACES.erased },
  { name: 'erasure-under-way', path: PEOPLE_PLACES.erasing, role: 'technical-admin' },
  { name: 'topics', path: '/cards', role: 'student' },
  {
    name: 'topics-paused',
    path: '/cards',
    role: 'student',
    act: async (page) => {
      await page.locator('summary').click();
      await page.locator('tall-study-due button').click();
      await pauseSitting(page);
    },
  },
  { name: 'topic', path: PLACES.topic, role: 'student' },
  { name: 'topic-paused', path: PLACES.sitting, role: 'student', endsAt: PLACES.topic, act: pauseSitting },
  { name: 'card', path: PLACES.sitting, role: 'student' },
  {
    name: 'card-settings',
    path: '/cards/settings',
    role: 'student',
    act: (page) => page.locator('summary').click(),
  },
  {
    name: 'card-settings-faults',
    path: '/cards/settings',
    role: 'student',
    act: async (page) => {
      for (const field of await page.locator('input[inputmode=numeric]').all()) await field.fill('300');
      for (const day of await page.locator('select').all()) await day.selectOption('0');
      await page.locator('summary').click();
      for (const topic of await page.locator('input[type=checkbox]').all()) await topic.uncheck();
      await page.locator('button[type=submit]').click();
      await page.locator('[role=alert]').nth(1).waitFor();
    },
  },
  {
    name: 'card-settings-saved',
    path: '/cards/settings',
    role: 'student',
    act: async (page) => {
      await page.locator('input[type=date]').fill('');
      await page.locator('tall-select-field + tall-select-field select').nth(5).selectOption('50');
      await page.locator('button[type=submit]').click();
      await page.locator('main [role=status]').waitFor();
    },
  },
  { name: 'statistics', path: '/cards/statistics', role: 'student' },
  { name: 'set-aside', path: '/cards/set-aside', role: 'student' },
  {
    name: 'card-choices',
    path: PLACES.sitting,
    role: 'student',
    act: async (page) => {
      await page.locator('.actions + p button').click();
      await page.locator('.choices button').first().waitFor();
    },
  },
  {
    name: 'card-revealed',
    path: PLACES.sitting,
    role: 'student',
    act: async (page) => {
      await page.locator('#answer').press('Enter');
      await page.locator('[data-rating=good]').waitFor();
    },
  },
  { name: 'verdict-right', path: PLACES.sitting, role: 'student', act: typeAnswer('het brood') },
  { name: 'verdict-almost', path: PLACES.sitting, role: 'student', act: typeAnswer('de brood') },
  { name: 'verdict-wrong', path: PLACES.sitting, role: 'student', act: typeAnswer('de boterham') },
  {
    name: 'summary',
    path: PLACES.sitting,
    role: 'student',
    act: async (page) => {
      for (const key of ['3', '2', '4']) {
        await page.locator('#answer').press('Enter');
        await page.locator('[data-rating=good]').waitFor();
        await page.keyboard.press(key);
      }
      await page.locator('dl').waitFor();
    },
  },
];

import { expect, type Page, test } from '@playwright/test';

import { PLACES } from '../support/answers';
import { complaintsOf, CUT_OFF, expectAccessible, expectNoSidewaysScroll } from '../support/audit';
import { beLoggedIn, haveNotices, type Look, lookLike, pretendFleet } from '../support/pretend-fleet';
import { DICTIONARY } from './dictionary';
import { OFFLINE } from './offline';
import type { Screen } from './screen';
import { STAFF } from './staff';

const typeAnswer = (text: string) => async (page: Page) => {
  await page.locator('#answer').fill(text);
  await page.keyboard.press('Enter');
  await page.getByRole('status').first().waitFor();
};

const SCREENS: readonly Screen[] = [
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
  { name: 'register', path: '/register' },
  { name: 'reset-password', path: '/reset-password' },
  { name: 'verify-email', path: '/verify-email#user=u&code=ABCD-EFGH' },
  { name: 'invitation', path: '/invitation#user=u&code=ABCD-EFGH' },
  { name: 'settings', path: '/settings' },
  { name: 'lost', path: '/nowhere' },
  { name: 'lobby-student', path: '/', role: 'student' },
  {
    name: 'lobby-notices',
    path: '/',
    role: 'student',
    hasNotices: true,
    act: (page) => page.locator('tall-notice-strips button').nth(1).waitFor(),
  },
  { name: 'lobby-admin', path: '/', role: 'educational-admin' },
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
  { name: 'topics', path: '/cards', role: 'student' },
  { name: 'topic', path: PLACES.topic, role: 'student' },
  { name: 'card', path: PLACES.sitting, role: 'student' },
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

/** Each language, each width and each theme once with another; with `TALL_EVERY_LOOK` all widths in all languages. */
const SOME: readonly (Look & { readonly width: number })[] = [
  { width: 360, language: 'ru', theme: 'light' },
  { width: 800, language: 'en', theme: 'dark' },
  { width: 1400, language: 'nl', theme: 'light' },
];
const EVERY = [360, 800, 1400].flatMap((width) =>
  (['nl', 'en', 'ru'] as const).map((language) => ({ width, language, theme: 'light' as const })),
);
const LOOKS = process.env['TALL_EVERY_LOOK'] ? EVERY : SOME;

for (const look of LOOKS) {
  test.describe(`${String(look.width)} px, ${look.language}, ${look.theme}`, () => {
    test.use({ viewport: { width: look.width, height: 800 } });
    for (const screen of [...SCREENS, ...OFFLINE, ...DICTIONARY, ...STAFF]) {
      test(screen.name, async ({ page }) => {
        const complaints = complaintsOf(page);
        await pretendFleet(page, screen.role ?? 'student');
        await lookLike(page, look);
        if (screen.role) await beLoggedIn(page, screen.role);
        if (screen.hasNotices) await haveNotices(page);
        await page.goto(screen.path);
        await page.locator('h1').first().waitFor({ state: 'attached' });
        await page.waitForLoadState('networkidle');
        await screen.act?.(page);
        await expect(page.locator('tall-skeleton')).toHaveCount(0);
        await page.screenshot({
          path: `shots/${screen.name}-${String(look.width)}-${look.language}-${look.theme}.png`,
          fullPage: true,
          animations: 'disabled',
        });
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
        expect(complaints.filter((text) => !(screen.isCutOff && CUT_OFF.test(text)))).toEqual([]);
      });
    }
  });
}

import { expect, test } from '@playwright/test';

import { complaintsOf, CUT_OFF, expectAccessible, expectNoSidewaysScroll, REFUSED } from '../support/audit';
import { beLoggedIn, haveNotices, type Look, lookLike, pretendFleet } from '../support/pretend-fleet';
import { SCREENS } from './all';

/** The narrowest screen that must do. */
const NARROWEST = 320;
/** Each language, each width and each theme once with another. */
const SOME: readonly (Look & { readonly width: number })[] = [
  { width: 360, language: 'ru', theme: 'light' },
  { width: 800, language: 'en', theme: 'dark' },
  { width: 1400, language: 'nl', theme: 'light' },
];
const EVERY = [360, 800, 1400].flatMap((width) =>
  (['nl', 'en', 'ru'] as const).map((language) => ({ width, language, theme: 'light' as const })),
);
/** `one`: the narrowest of some; `every`: all widths in all languages. */
const LOOKS = { one: SOME.slice(0, 1), every: EVERY }[process.env['TALL_LOOKS'] ?? ''] ?? SOME;

for (const look of LOOKS) {
  test.describe(`${String(look.width)} px, ${look.language}, ${look.theme}`, () => {
    test.use({ viewport: { width: look.width, height: 800 } });
    for (const screen of SCREENS) {
      test(screen.name, async ({ page }) => {
        const complaints = complaintsOf(page);
        await pretendFleet(page, screen.role ?? 'student', screen.answers);
        await lookLike(page, look);
        if (screen.role) await beLoggedIn(page, screen.role);
        if (screen.hasNotices) await haveNotices(page);
        await page.goto(screen.path);
        await page.locator('h1').first().waitFor({ state: 'attached' });
        await page.waitForLoadState('networkidle');
        await screen.act?.(page);
        if (screen.endsAt) await page.waitForURL(screen.endsAt);
        await expect(page.locator('tall-skeleton')).toHaveCount(0);
        await page.screenshot({
          path: `shots/${screen.name}-${String(look.width)}-${look.language}-${look.theme}.png`,
          fullPage: true,
          animations: 'disabled',
        });
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
        if (look.width === 360) {
          await page.setViewportSize({ width: NARROWEST, height: 800 });
          await expectNoSidewaysScroll(page);
        }
        const isExpected = (text: string) =>
          (screen.isCutOff && CUT_OFF.test(text)) || (screen.answers && REFUSED.test(text));
        expect(complaints.filter((text) => !isExpected(text))).toEqual([]);
      });
    }
  });
}

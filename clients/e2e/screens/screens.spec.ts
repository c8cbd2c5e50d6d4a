import { expect, test } from '@playwright/test';

import { complaintsOf, CUT_OFF, expectAccessible, expectNoSidewaysScroll, REFUSED } from '../support/audit';
import { beLoggedIn, haveNotices, type Look, lookLike, pretendFleet } from '../support/pretend-fleet';
import { SCREENS } from './all';

/** The narrowest screen that must do. */
const NARROWEST = 320;
const HEIGHT = 800;
const WIDTHS = [360, 800, 1400];

interface Looks extends Look {
  readonly widths: readonly number[];
}
/** Each width in another language. */
const SOME: readonly Looks[] = [
  { language: 'ru', theme: 'light', widths: [360] },
  { language: 'en', theme: 'dark', widths: [800] },
  { language: 'nl', theme: 'light', widths: [1400] },
];
/** All widths in all languages. */
const EVERY = SOME.map((look) => ({ ...look, widths: WIDTHS }));
const LOOKS = { one: SOME.slice(0, 1), every: EVERY }[process.env['TALL_LOOKS'] ?? ''] ?? SOME;

for (const look of LOOKS) {
  test.describe(`${look.widths.join(', ')} px, ${look.language}, ${look.theme}`, () => {
    test.use({ viewport: { width: look.widths[0] ?? NARROWEST, height: HEIGHT } });
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
        for (const width of look.widths) {
          await page.setViewportSize({ width, height: HEIGHT });
          const path = `shots/${screen.name}-${String(width)}-${look.language}.png`;
          await page.screenshot({ path, fullPage: true, animations: 'disabled' });
          await expectNoSidewaysScroll(page);
          await expectAccessible(page);
        }
        if (look.widths.includes(360)) {
          await page.setViewportSize({ width: NARROWEST, height: HEIGHT });
          await expectNoSidewaysScroll(page);
        }
        const isExpected = (text: string) =>
          (screen.isCutOff && CUT_OFF.test(text)) || (screen.answers && REFUSED.test(text));
        expect(complaints.filter((text) => !isExpected(text))).toEqual([]);
      });
    }
  });
}

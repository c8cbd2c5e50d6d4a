import { expect, type Locator, type Page, test } from '@playwright/test';

import { complaintsOf } from '../support/audit';
import { beLoggedIn, lookLike, pretendFleet } from '../support/pretend-fleet';

test.use({ viewport: { width: 360, height: 800 } });

/** Where it stands before anything is left: a hand does not follow what moves away from under it. */
async function pressWhereItWas(page: Page, button: Locator): Promise<void> {
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  if (!box) throw new Error('it is not to be seen');
  // Near its upper edge, which is the first to be gone.
  await page.mouse.click(box.x + box.width / 2, box.y + 3, { delay: 80 });
}

test('what is pressed after something wrong was typed stays under the finger', async ({ page }) => {
  const complaints = complaintsOf(page);
  await pretendFleet(page, 'student');
  await lookLike(page, { language: 'ru', theme: 'light' });
  for (const path of ['/log-in', '/register']) {
    await page.goto(path);
    await page.locator('input[type=email]').fill('nobody');
    await pressWhereItWas(page, page.locator('button[type=submit]'));
    // The form was sent: fields that nobody was in say what is wrong, too.
    await expect(page.locator('.error')).not.toHaveCount(0);
    await expect(page.locator('input[type=password]')).toHaveAttribute('aria-invalid', 'true');
  }
  expect(complaints).toEqual([]);
});

test('a field of the profile that is wrong is shown and gone to when its form is sent', async ({ page }) => {
  await pretendFleet(page, 'student');
  await lookLike(page, { language: 'ru', theme: 'light' });
  await beLoggedIn(page, 'student');
  await page.goto('/account/profile');
  await page.locator('input').first().fill('');
  await page.locator('form button[type=submit]').first().click();
  await expect(page.locator('input').first()).toBeFocused();
  await expect(page.locator('.error').first()).toBeVisible();
});

test('nothing that all objects share is left to be reached by a name', async ({ page }) => {
  await pretendFleet(page, 'student');
  await page.goto('/log-in');
  await page.locator('h1').waitFor();
  expect(await page.evaluate(() => ['__proto__' in {}, Object.isExtensible(Object.prototype)])).toEqual([false, false]);
});

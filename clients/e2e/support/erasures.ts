import { expect, type Page } from '@playwright/test';

/** Stays on the page of an erasure until every service has confirmed it. */
export async function expectErased(page: Page): Promise<void> {
  await expect(async () => {
    const again = page.getByRole('button', { name: 'Look again' });
    if (await again.isVisible()) await again.click();
    await expect(page.getByText('Everything is erased.')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
}

import { expect, type Page } from '@playwright/test';

export async function openTopic(page: Page, title: string): Promise<void> {
  await page.goto('/content');
  const topic = page.getByRole('link', { name: title });
  const more = page.getByRole('button', { name: 'Show more' });
  await expect(topic.or(more).first()).toBeVisible();
  while ((await topic.count()) === 0) await more.click();
  await topic.click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** A step for a topic and its words. */
export async function takeAll(page: Page, step: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Step' }).selectOption({ label: step });
  const panel = page.locator('tall-topic-steps');
  await panel.locator('button[type=submit]').click();
  await expect(panel.locator('[role=status]')).not.toBeEmpty();
}

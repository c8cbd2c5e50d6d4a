import type { Page } from '@playwright/test';

import { EDITOR_PLACES } from '../support/editor-answers';
import { STAFF_PLACES } from '../support/staff-answers';
import type { Screen } from './screen';

const chooseFile = (name: string, text: string) => async (page: Page) => {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') });
  await page.locator('main h2').first().waitFor();
};

/** The screens of those who teach, write and run. */
export const STAFF: readonly Screen[] = [
  { name: 'class', path: '/progress', role: 'teacher' },
  { name: 'students', path: '/progress/students', role: 'teacher' },
  { name: 'students-inactive', path: '/progress/students?need=inactive&sort=-due', role: 'teacher' },
  { name: 'student', path: STAFF_PLACES.student, role: 'teacher' },
  { name: 'content', path: '/content', role: 'educational-admin' },
  { name: 'content-words', path: '/content?kind=word&status=draft', role: 'educational-admin' },
  { name: 'content-topic', path: EDITOR_PLACES.topic, role: 'educational-admin' },
  { name: 'content-topic-text', path: `${EDITOR_PLACES.topic}/text`, role: 'educational-admin' },
  { name: 'content-word', path: EDITOR_PLACES.word, role: 'educational-admin' },
  {
    name: 'content-word-review',
    path: EDITOR_PLACES.verb,
    role: 'educational-admin',
    act: async (page) => {
      await page.locator('tall-item-steps button').nth(1).click();
      await page.locator('tall-item-steps textarea').waitFor();
    },
  },
  {
    name: 'content-word-faults',
    path: `${EDITOR_PLACES.topic}/words/new`,
    role: 'educational-admin',
    act: async (page) => {
      await page.locator('button[type=submit]').first().click();
      await page.locator('[aria-invalid=true]').first().waitFor();
    },
  },
  { name: 'content-versions', path: EDITOR_PLACES.versions, role: 'educational-admin' },
  {
    name: 'content-import',
    path: '/content/import',
    role: 'educational-admin',
    act: chooseFile('eten-en-drinken.a1.toml', 'format = 1'),
  },
  {
    name: 'content-import-faults',
    path: '/content/import',
    role: 'educational-admin',
    act: chooseFile('werk.a2.toml', ''),
  },
];

import type { Page } from '@playwright/test';
import type { Schemas } from '@tall/api/http';

import { DICTIONARY_PLACES } from '../support/dictionary-answers';
import { Refusal } from '../support/pretend-fleet';
import { chooseFile, chooseWords } from './choose-file';
import type { Screen } from './screen';

/** Of whom nothing is kept yet, and whom nobody knows. */
const NEWCOMER = '/people/0197a3c8-0000-7000-8000-000000000505';
const NOBODY = '/people/0197a3c8-0000-7000-8000-000000000599';

const notFound = new Refusal(404, 'not-found');
const unavailable = new Refusal(503, 'unavailable');

const consented: Schemas['pii']['StandingView'] = {
  isMinor: true,
  standing: 'complete',
  documents: [
    { document: 'terms-of-use', currentVersion: '2026-11-01', agreedByGuardian: '2026-11-01' },
    {
      document: 'privacy-statement',
      currentVersion: '2026-11-01',
      agreedByPerson: '2026-11-01',
      agreedByGuardian: '2026-11-01',
    },
  ],
};
const awaited: Schemas['pii']['StandingView'] = {
  ...consented,
  standing: 'awaiting-guardian',
  documents: consented.documents.map(({ document, currentVersion }) => ({ document, currentVersion })),
};

const importFile = (name: string, text: string) => async (page: Page) => {
  await chooseFile(name, text)(page);
  await page.locator('main .button.filled').last().click();
  await page.locator('tall-failure').waitFor();
};

/** What somebody sees when the school says no, knows nothing of it, or waits for somebody else. */
export const REFUSED: readonly Screen[] = [
  {
    name: 'person-unknown',
    path: NOBODY,
    role: 'educational-admin',
    answers: { 'GET /profile/users/*': notFound },
  },
  {
    name: 'person-nothing-kept',
    path: NEWCOMER,
    role: 'educational-admin',
    answers: { 'GET /pii/people/*': notFound, 'GET /pii/people/*/standing': notFound },
    act: async (page) => {
      await page.locator('tall-consent-panel button').click();
      await page.locator('tall-consent-panel tall-unknown-person').waitFor();
      await page.locator('tall-personal-data-panel button').click();
      await page.locator('tall-personal-data-panel tall-unknown-person').waitFor();
    },
  },
  {
    name: 'person-consent-given',
    path: NEWCOMER,
    role: 'educational-admin',
    answers: { 'GET /pii/people/*/standing': consented },
    act: async (page) => {
      await page.locator('tall-consent-panel button').click();
      await page.locator('tall-consent-panel li').first().waitFor();
    },
  },
  {
    name: 'agreements-guardian',
    path: '/exports/agreements',
    role: 'student',
    answers: { 'GET /pii/people/*/standing': awaited },
  },
  {
    name: 'content-import-refused',
    path: '/content/import',
    role: 'educational-admin',
    answers: { 'PUT /admin/imports/*': unavailable },
    act: importFile('eten-en-drinken.a1.toml', 'format = 1'),
  },
  {
    name: 'invitations-refused',
    path: '/people/invitations',
    role: 'educational-admin',
    answers: { 'PUT /profile/user-imports/*': unavailable },
    act: importFile('people.csv', 'email\nanna@tall.example'),
  },
  {
    name: 'word-files-refused',
    path: '/dictionary/files',
    role: 'student',
    answers: { 'PUT /learning-cards/imports/*': unavailable },
    act: async (page) => {
      await chooseWords(page);
      await page.locator('main section .button.filled').last().click();
      await page.locator('tall-failure').waitFor();
    },
  },
  {
    name: 'own-word-unknown',
    path: DICTIONARY_PLACES.word,
    role: 'student',
    answers: { 'GET /learning-cards/words/*': notFound },
  },
  {
    name: 'lobby-unavailable',
    path: '/',
    role: 'student',
    answers: { 'GET /lobby/products': unavailable },
    act: (page) => page.locator('tall-failure').waitFor(),
  },
];

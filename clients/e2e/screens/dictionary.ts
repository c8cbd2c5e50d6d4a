import type { Page } from '@playwright/test';

import { DICTIONARY_PLACES } from '../support/dictionary-answers';
import { chooseWords } from './choose-file';
import type { Screen } from './screen';

const lookUp = async (page: Page) => {
  await page.locator('#sought').fill('banken');
  await page.keyboard.press('Enter');
  await page.locator('.candidate').first().waitFor();
};
const takeFirst = async (page: Page) => {
  await lookUp(page);
  await page.locator('.candidate button').first().click();
  await page.locator('tall-word-fields').waitFor();
};

/** A student's own words. */
export const DICTIONARY: readonly Screen[] = [
  { name: 'dictionary', path: '/dictionary', role: 'student' },
  { name: 'dictionary-tag', path: '/dictionary?stage=learning&tag=eten', role: 'student' },
  { name: 'dictionary-none', path: '/dictionary?q=zzz', role: 'student' },
  { name: 'dictionary-removed', path: '/dictionary/removed', role: 'student' },
  {
    name: 'dictionary-lists',
    path: '/dictionary/lists',
    role: 'student',
    act: async (page) => {
      await page.locator('main section button').nth(1).click();
      await page.locator('main [role=status]').waitFor();
    },
  },
  {
    name: 'dictionary-list',
    path: DICTIONARY_PLACES.list,
    role: 'student',
    act: (page) => page.locator('main summary').click(),
  },
  { name: 'own-word', path: DICTIONARY_PLACES.word, role: 'student' },
  { name: 'own-word-leech', path: DICTIONARY_PLACES.leech, role: 'student' },
  {
    name: 'own-word-gone',
    path: DICTIONARY_PLACES.word,
    role: 'student',
    act: async (page) => {
      await page.locator('tall-own-word section button').first().click();
      await page.locator('tall-own-word [role=status]').waitFor();
    },
  },
  { name: 'own-word-text', path: DICTIONARY_PLACES.edit, role: 'student' },
  { name: 'new-word', path: '/dictionary/new', role: 'student', act: lookUp },
  { name: 'new-word-fields', path: '/dictionary/new', role: 'student', act: takeFirst },
  {
    name: 'new-word-sentence',
    path: '/dictionary/new?text=Zij%20zit%20met%20haar%20vriend%20op%20een%20bank%20in%20het%20park.',
    role: 'student',
    act: async (page) => {
      await page.locator('.words button').nth(7).click();
      await page.locator('.candidate').first().waitFor();
    },
  },
  {
    name: 'new-word-same',
    path: '/dictionary/new',
    role: 'student',
    act: async (page) => {
      await takeFirst(page);
      await page.locator('form:not(.look) button[type=submit]').click();
      await page.locator('tall-new-word [role=status] li').waitFor();
    },
  },
  {
    name: 'queue',
    path: '/dictionary/week/queue',
    role: 'student',
    act: async (page) => {
      await page.locator('li button:enabled').first().click();
      await page.locator('tall-queue [role=status]:not(:empty)').waitFor();
    },
  },
  {
    name: 'week-settings',
    path: '/dictionary/week/settings',
    role: 'student',
    act: async (page) => {
      await page.locator('input[inputmode=numeric]').fill('0');
      await page.locator('button[type=submit]').click();
      await page.locator('.error').waitFor();
    },
  },
  {
    name: 'week',
    path: '/dictionary/week',
    role: 'student',
    act: async (page) => {
      await page.locator('summary').click();
      await page.locator('details li').first().waitFor();
    },
  },
  {
    name: 'week-offline',
    path: '/cards/offline',
    role: 'student',
    isCutOff: true,
    act: async (page) => {
      await page.locator('.kept').nth(1).waitFor();
      await page.goto('/dictionary/week');
      await page.locator('.start').waitFor();
      await page.context().setOffline(true);
      await page.locator('tall-week [role=status]').waitFor();
    },
  },
  {
    name: 'week-paused',
    path: DICTIONARY_PLACES.sitting,
    role: 'student',
    endsAt: '/dictionary/week',
    act: async (page) => {
      await page.locator('#answer').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('a.start').waitFor();
    },
  },
  { name: 'own-word-question', path: DICTIONARY_PLACES.sitting, role: 'student' },
  { name: 'own-word-meeting', path: DICTIONARY_PLACES.meeting, role: 'student' },
  { name: 'own-word-gap', path: DICTIONARY_PLACES.gap, role: 'student' },
  { name: 'own-word-finished', path: DICTIONARY_PLACES.finished, role: 'student' },
  {
    name: 'own-word-revealed',
    path: DICTIONARY_PLACES.sitting,
    role: 'student',
    act: async (page) => {
      await page.locator('#answer').press('Enter');
      await page.locator('[data-rating=good]').waitFor();
    },
  },
  {
    name: 'own-word-verdict',
    path: DICTIONARY_PLACES.sitting,
    role: 'student',
    act: async (page) => {
      await page.locator('#answer').fill('de brood');
      await page.locator('#answer-plural').fill('brooden');
      await page.keyboard.press('Enter');
      await page.locator('tall-word-verdict').waitFor();
    },
  },
  { name: 'word-statistics', path: '/dictionary/statistics', role: 'student' },
  { name: 'merge', path: DICTIONARY_PLACES.merge, role: 'student' },
  { name: 'merge-sure', path: DICTIONARY_PLACES.mergeWith, role: 'student' },
  {
    name: 'word-files',
    path: '/dictionary/files',
    role: 'student',
    act: async (page) => {
      await chooseWords(page);
      await page.locator('summary').click();
      await page.locator('details li').first().waitFor();
    },
  },
  {
    name: 'word-files-undone',
    path: '/dictionary/files',
    role: 'student',
    act: async (page) => {
      await chooseWords(page);
      await page.locator('.button.filled').click();
      await page
        .locator('section button', { has: page.locator('tall-icon') })
        .first()
        .click();
      await page.locator('[role=status] p').nth(3).waitFor();
    },
  },
];

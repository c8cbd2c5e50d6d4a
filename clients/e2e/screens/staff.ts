import { EDITOR_PLACES } from '../support/editor-answers';
import { PEOPLE_PLACES } from '../support/people-answers';
import { STAFF_PLACES } from '../support/staff-answers';
import { chooseFile } from './choose-file';
import type { Screen } from './screen';

/** The screens of those who teach, write and run. */
export const STAFF: readonly Screen[] = [
  { name: 'class', path: '/progress', role: 'teacher' },
  { name: 'students', path: '/progress/students', role: 'teacher' },
  { name: 'students-inactive', path: '/progress/students?need=inactive&sort=-due', role: 'teacher' },
  { name: 'student', path: STAFF_PLACES.student, role: 'teacher' },
  { name: 'shared-lists', path: '/progress/lists', role: 'teacher' },
  {
    name: 'shared-list',
    path: STAFF_PLACES.sharedList,
    role: 'teacher',
    act: async (page) => {
      await page.locator('section button').click();
      await page.locator('.final').waitFor();
    },
  },
  {
    name: 'shared-list-faults',
    path: '/progress/lists/new',
    role: 'teacher',
    act: async (page) => {
      await page.locator('tall-text-field input').fill('Les 5');
      await page.locator('input[value=some]').check({ force: true });
      await page.locator('input[type=checkbox]').first().waitFor();
      await page.locator('textarea').fill('het brood = bread\nhet ei');
      // What is wrong with a field is told when it is left, and moves the button.
      await page.locator('form').evaluate((form: HTMLFormElement) => form.requestSubmit());
      await page.locator('.error').nth(1).waitFor();
    },
  },
  { name: 'content', path: '/content', role: 'educational-admin' },
  { name: 'content-words', path: '/content?kind=word', role: 'educational-admin' },
  { name: 'content-new', path: '/content/new', role: 'educational-admin' },
  { name: 'content-topic', path: EDITOR_PLACES.topic, role: 'educational-admin' },
  { name: 'content-topic-text', path: `${EDITOR_PLACES.topic}/text`, role: 'educational-admin' },
  { name: 'content-word', path: EDITOR_PLACES.word, role: 'educational-admin' },
  {
    name: 'content-word-saved',
    path: EDITOR_PLACES.word,
    role: 'educational-admin',
    act: async (page) => {
      await page.locator('tall-text-field input').first().fill('broodje');
      await page.locator('form button[type=submit]').click();
      // What is saved can be submitted.
      await page.locator('tall-item-steps button:enabled').nth(1).waitFor();
      await page.locator('form [role=status]').waitFor();
    },
  },
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
  {
    name: 'content-word-leave',
    path: EDITOR_PLACES.word,
    role: 'educational-admin',
    act: async (page) => {
      await page.locator('tall-text-field input').first().fill('broodje');
      await page.locator('tall-page a').first().click();
      await page.locator('tall-leave-dialog').waitFor();
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
  { name: 'people', path: '/people', role: 'educational-admin' },
  {
    name: 'people-unknown',
    path: '/people?role=student&links=unlinked',
    role: 'educational-admin',
    act: async (page) => {
      await page.locator('input[type=email]').fill('nobody@tall.example');
      await page.keyboard.press('Enter');
      await page.locator('tall-find-person [role=status]:not(:empty)').waitFor();
    },
  },
  { name: 'people-technical', path: '/people', role: 'technical-admin' },
  { name: 'person-student', path: PEOPLE_PLACES.student, role: 'educational-admin' },
  {
    name: 'person-consent',
    path: PEOPLE_PLACES.student,
    role: 'educational-admin',
    act: async (page) => {
      await page.locator('tall-consent-panel button').click();
      await page.locator('tall-consent-panel li').first().waitFor();
      await page.locator('tall-personal-data-panel button').click();
      await page.locator('tall-personal-data-panel textarea').waitFor();
    },
  },
  {
    name: 'person-contact',
    path: PEOPLE_PLACES.student,
    role: 'educational-admin',
    act: async (page) => {
      await page.locator('tall-personal-data-panel label').last().click();
      await page.locator('tall-personal-data-panel button').click();
      await page.locator('tall-personal-data-panel dd').first().waitFor();
    },
  },
  { name: 'person-teacher', path: PEOPLE_PLACES.teacher, role: 'educational-admin' },
  {
    name: 'person-technical',
    path: PEOPLE_PLACES.student,
    role: 'technical-admin',
    act: async (page) => {
      await page.locator('tall-erasure-panel button').click();
      await page.locator('tall-erasure-panel .final').waitFor();
    },
  },
  {
    name: 'person-erased',
    path: PEOPLE_PLACES.student,
    role: 'technical-admin',
    act: async (page) => {
      await page.locator('tall-erasure-panel button').click();
      await page.locator('tall-erasure-panel .final').click();
      await page.locator('tall-erasure-panel a').waitFor();
    },
  },
  {
    name: 'invitations',
    path: '/people/invitations',
    role: 'educational-admin',
    act: chooseFile('people.csv', 'email\nanna@tall.example\nchen@tall.example\nbram@tall.example'),
  },
  {
    name: 'invitations-faults',
    path: '/people/invitations',
    role: 'educational-admin',
    act: chooseFile('people.csv', 'email\nanna'),
  },
  {
    name: 'invitations-one',
    path: '/people/invitations',
    role: 'educational-admin',
    act: async (page) => {
      for (const [place, text] of ['anna@tall.example', 'Anna', 'de Wit'].entries()) {
        await page.locator('tall-invite-one input').nth(place).fill(text);
      }
      await page.locator('tall-invite-one button').click();
      await page.locator('section h2').first().waitFor();
    },
  },
  { name: 'clients', path: '/operations/clients', role: 'technical-admin' },
  { name: 'security-events', path: '/operations/security?kind=mfa-changed', role: 'technical-admin' },
  { name: 'security-events-person', path: PEOPLE_PLACES.security, role: 'technical-admin' },
  { name: 'fleet', path: '/operations/fleet', role: 'technical-admin' },
  { name: 'keys', path: '/operations/keys', role: 'technical-admin' },
  { name: 'actions', path: '/operations/actions', role: 'technical-admin' },
];

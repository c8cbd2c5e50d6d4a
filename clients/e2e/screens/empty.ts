import { DICTIONARY_PLACES } from '../support/dictionary-answers';
import { EDITOR_PLACES } from '../support/editor-answers';
import { emptyAnswers } from '../support/empty-answers';
import { PEOPLE_PLACES } from '../support/people-answers';
import { aClass, STAFF_PLACES } from '../support/staff-answers';
import type { Screen } from './screen';

const answers = emptyAnswers;
/** All study, remember and keep up. */
const well = {
  active: 5,
  needHelp: 0,
  needs: [],
  trueRetention: 0.92,
  due: { today: 96, coming: [60, 80, 40, 65, 70, 0, 45] },
};

/** What somebody sees where nothing is there yet, and what they can do about it. */
export const EMPTY: readonly Screen[] = [
  { name: 'lobby-empty', path: '/', role: 'student', answers },
  { name: 'passkeys-empty', path: '/security/passkeys', role: 'student', answers },
  { name: 'schools-empty', path: '/security/schools', role: 'student', answers },
  { name: 'accesses-empty', path: '/exports/accesses', role: 'student', answers },
  { name: 'topics-empty', path: '/cards', role: 'student', answers },
  { name: 'set-aside-empty', path: '/cards/set-aside', role: 'student', answers },
  { name: 'statistics-empty', path: '/cards/statistics', role: 'student', answers },
  { name: 'dictionary-empty', path: '/dictionary', role: 'student', answers },
  { name: 'dictionary-removed-empty', path: '/dictionary/removed', role: 'student', answers },
  { name: 'dictionary-lists-empty', path: '/dictionary/lists', role: 'student', answers },
  { name: 'dictionary-list-empty', path: DICTIONARY_PLACES.list, role: 'student', answers },
  { name: 'queue-empty', path: '/dictionary/week/queue', role: 'student', answers },
  { name: 'week-empty', path: '/dictionary/week', role: 'student', answers },
  { name: 'word-statistics-empty', path: '/dictionary/statistics', role: 'student', answers },
  { name: 'class-empty', path: '/progress', role: 'teacher', answers },
  {
    name: 'class-well',
    path: '/progress',
    role: 'teacher',
    answers: { 'GET /cron-utility/students': { items: [] }, 'GET /cron-utility/class': { ...aClass, ...well } },
  },
  { name: 'students-empty', path: '/progress/students', role: 'teacher', answers },
  { name: 'student-new', path: STAFF_PLACES.student, role: 'teacher', answers },
  { name: 'shared-lists-empty', path: '/progress/lists', role: 'teacher', answers },
  { name: 'content-empty', path: '/content', role: 'educational-admin', answers },
  { name: 'content-topic-empty', path: EDITOR_PLACES.topic, role: 'educational-admin', answers },
  { name: 'content-versions-empty', path: EDITOR_PLACES.versions, role: 'educational-admin', answers },
  { name: 'people-empty', path: '/people?role=teacher', role: 'educational-admin', answers },
  { name: 'person-alone', path: PEOPLE_PLACES.student, role: 'educational-admin', answers },
  { name: 'person-nowhere', path: PEOPLE_PLACES.student, role: 'technical-admin', answers },
  { name: 'security-events-empty', path: '/operations/security', role: 'technical-admin', answers },
  { name: 'actions-empty', path: '/operations/actions', role: 'technical-admin', answers },
  { name: 'clients-unused', path: '/operations/clients', role: 'technical-admin', answers },
];

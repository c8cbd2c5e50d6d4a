import type { Schemas } from '@tall/api/http';

import type { Answers } from './answers';

/** What a fleet would say to those who teach, write and run; held to openapi/ like the rest. */
const STUDENTS = ['01', '02', '03', '04', '05'].map((end) => `0197a3c8-0000-7000-8000-0000000005${end}`);
const [ANNA = '', BRAM = '', CHEN = '', DARIA = '', EMRE = ''] = STUDENTS;
const HOUR_MS = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString();
const day = (back: number) => ago(back * 24).slice(0, 10);

type Progress = Schemas['cronUtility'];
type Student = Progress['StudentView'];

const names: Schemas['pii']['NamesView'] = {
  items: [
    { userId: ANNA, givenName: 'Anna', familyName: 'Sokolova' },
    { userId: BRAM, givenName: 'Bram', familyName: 'van den Heuvel-Rijnsburger' },
    { userId: CHEN, givenName: 'Chen', familyName: 'Li' },
    { userId: DARIA, givenName: 'Дарья', familyName: 'Кузнецова' },
  ],
};

function student(studentId: string, dueToday: number, needs: Student['needs'], more: Partial<Student> = {}): Student {
  return {
    studentId,
    needs,
    due: { today: dueToday, coming: [12, 30, 8, 21, 14, 0, 9] },
    answers: 1_240,
    correct: 1_081,
    weekAnswers: 118,
    weekMinutes: 64,
    leeches: 2,
    trueRetention: 0.88,
    lastActiveAt: ago(20),
    ...more,
  };
}

const students: Student[] = [
  student(
    BRAM,
    210,
    [
      { code: 'inactive', days: 9 },
      { code: 'due-load', due: 210, usualDay: 40.5 },
    ],
    { lastActiveAt: ago(9 * 24), weekAnswers: 0, weekMinutes: 0 },
  ),
  student(CHEN, 35, [{ code: 'low-retention', answers: 120, retention: 0.72, desired: 0.9 }], { trueRetention: 0.72 }),
  student(DARIA, 18, [
    { code: 'mistake-kind', kind: 'article', mistakes: 25, of: 48 },
    { code: 'leeches', leeches: 4 },
  ]),
  student(ANNA, 24, []),
  {
    studentId: EMRE,
    needs: [],
    due: { today: 0, coming: [0, 0, 0, 0, 0, 0, 0] },
    answers: 0,
    correct: 0,
    weekAnswers: 0,
    weekMinutes: 0,
    leeches: 0,
  },
];

const hardWord = (
  index: number,
  headword: string,
  more: Partial<Progress['HardWordView']> = {},
): Progress['HardWordView'] => ({
  wordId: `0197a3c8-0000-7000-8000-0000000006${String(index).padStart(2, '0')}`,
  headword,
  answers: 14,
  wrong: 9,
  lapses: 3,
  trueRetention: 0.4,
  ...more,
});
const hardWords = [
  hardWord(1, 'het gebouw'),
  hardWord(2, 'de gezelligheid'),
  hardWord(3, 'meenemen', { wrong: 7 }),
  hardWord(4, 'de/het soort', { wrong: 5 }),
];

const kinds: Progress['MistakeView'][] = [
  { kind: 'article', count: 41, share: 0.46 },
  { kind: 'vowel-doubling', count: 20, share: 0.22 },
  { kind: 'dt', count: 15, share: 0.17 },
  { kind: 'typo', count: 13, share: 0.15 },
];

const weeks = [420, 510, 480, 130, 390, 405].map((answers, index) => ({
  isoWeek: `2026-W${String(48 - index)}`,
  answers,
  minutes: Math.round(answers / 2),
  active: 4,
  correct: 0.86,
  trueRetention: 0.88,
  ownWords: { students: 2, words: 30, graduated: 12 },
}));

export const aClass: Progress['ClassView'] = {
  students: 5,
  active: 3,
  needHelp: 3,
  needs: [
    { code: 'inactive', students: 1 },
    { code: 'low-retention', students: 1 },
    { code: 'due-load', students: 1 },
    { code: 'leeches', students: 1 },
    { code: 'mistake-kind', students: 1 },
  ],
  due: { today: 287, coming: [60, 150, 40, 105, 70, 0, 45] },
  trueRetention: 0.84,
  weekAnswers: 420,
  weekMinutes: 210,
  weeks,
};

const detail: Progress['StudentDetailView'] = {
  ...(students[2] ?? student(DARIA, 0, [])),
  days: [0, 1, 2, 4, 5, 8, 9, 10, 15, 16, 22, 23, 30, 37].map((back) => ({
    day: day(back),
    answers: 12 + ((back * 7) % 31),
    correct: 10,
    minutes: 9,
  })),
  mistakes: kinds,
  topics: [
    { topicId: '0197a3c8-0000-7000-8000-0000000000a1', title: 'Eten en drinken', hardWords: hardWords.slice(0, 2) },
    { topicId: '0197a3c8-0000-7000-8000-0000000000a2', title: 'Huis en wonen', hardWords: hardWords.slice(2) },
  ],
  ownWords: [hardWord(7, 'uitproberen'), { ...hardWord(8, ''), headword: null }],
  leechCards: [{ wordId: hardWords[0]?.wordId ?? '', headword: 'het gebouw', lapses: 9 }],
  masteredTopics: [
    {
      topicId: '0197a3c8-0000-7000-8000-0000000000a3',
      title: 'Familie en mensen',
      level: 'A1',
      words: 25,
      masteredAt: '2026-11-01T10:00:00.000Z',
    },
  ],
  cohorts: [{ isoWeek: '2026-W48', words: 15, graduated: 6, echoes: 3, cyclesCompleted: ['see'] }],
};

type Lists = Schemas['learningCards'];

const sharedList = (end: string, name: string, wordCount: number): Lists['SharedListSummary'] => ({
  listId: `0197a3c8-0000-7000-8000-0000000007${end}`,
  teacherId: '0197a3c8-0000-7000-8000-000000000001',
  name,
  wordCount,
  changedAt: '2026-11-24T10:15:00.000Z',
  rev: 2,
});
const lesson = sharedList('60', 'Les 4', 4);
const sharedWord = (headword: string, en: string, ru: string): Lists['SharedWordView'] => ({
  headword,
  lemma: headword.replace(/^(de|het) /, ''),
  partOfSpeech: 'unknown',
  glosses: { en, ru },
  contexts: [],
  tags: [],
});
const lessonWords: Lists['SharedListView'] = {
  ...lesson,
  words: [
    sharedWord('het brood', 'bread; loaf', 'хлеб'),
    sharedWord(
      'de arbeidsongeschiktheidsverzekering',
      'disability insurance',
      'страхование на случай нетрудоспособности',
    ),
    sharedWord('opstaan', 'to get up', 'вставать'),
    sharedWord('gezellig', 'pleasant', 'уютный'),
  ],
};

export const staffAnswers: Answers = {
  'GET /learning-cards/shared-lists': {
    items: [lesson, sharedList('61', 'Op het gemeentehuis: woorden voor een afspraak over de inburgering', 31)],
  } satisfies Lists['Page_SharedListSummary'],
  'GET /learning-cards/shared-lists/*': lessonWords,
  'POST /pii/people/names': names,
  'GET /cron-utility/class': aClass,
  'GET /cron-utility/class/hard-words': {
    items: hardWords.map((word, index) => ({ ...word, students: 5 - index })),
  },
  'GET /cron-utility/class/mistakes': { kinds, weeks: [] },
  'GET /cron-utility/students': (_: unknown, query: URLSearchParams) =>
    query.has('cursor') ? { items: students.slice(3) } : { items: students.slice(0, 3), nextCursor: 'more' },
  'GET /cron-utility/students/*': detail,
  'GET /cron-utility/digest': { wanted: true },
};

export const STAFF_PLACES = {
  student: `/progress/students/${DARIA}`,
  sharedList: `/progress/lists/${lesson.listId}`,
};

import type { Schemas } from '@tall/api/http';
import { laterWeek, mondayOf, weekOf } from '@tall/api/words';

import type { Answers } from './answers';

/** What a fleet would say of a student's own words; held to openapi/ like the rest. */
type Cards = Schemas['learningCards'];
type Word = Cards['WordView'];

const WORD = '0197a3c8-0000-7000-8000-000000000701';
const LEECH = '0197a3c8-0000-7000-8000-000000000702';
const AT = '2026-11-24T10:15:00.000Z';

const brood: Word = {
  wordId: WORD,
  lemma: 'brood',
  headword: 'het brood',
  partOfSpeech: 'noun',
  noun: { articles: ['het'], plural: 'broden' },
  ipa: 'broːt',
  glosses: { en: 'bread; loaf', ru: 'хлеб' },
  note: 'Bij de bakker op de hoek.',
  tags: ['eten', 'markt'],
  lists: ['0197a3c8-0000-7000-8000-000000000741'],
  addedAt: AT,
  changedAt: AT,
  rev: 3,
  source: { kind: 'manual' },
  contexts: [
    {
      contextId: '0197a3c8-0000-7000-8000-000000000711',
      metAt: AT,
      sentence: {
        text: 'Ik koop elke ochtend vers brood.',
        translation: 'I buy fresh bread every morning.',
        parts: [{ start: 26, end: 31 }],
      },
    },
  ],
  progress: { stage: 'learning', answers: 9, correct: 7, cyclesPassed: 2, echoesPassed: 0, lapses: 1 },
};
const verzekering: Word = {
  ...brood,
  wordId: LEECH,
  lemma: 'arbeidsongeschiktheidsverzekering',
  headword: 'de arbeidsongeschiktheidsverzekering',
  noun: { articles: ['de'] },
  ipa: 'ˈɑrbɛitsɔŋɣəsxɪktɦɛitsfərˌzeːkərɪŋ',
  note: null,
  glosses: { en: 'disability insurance', ru: 'страхование на случай нетрудоспособности' },
  contexts: [],
  tags: ['werk'],
  progress: { stage: 'leech', answers: 21, correct: 9, cyclesPassed: 0, echoesPassed: 0, lapses: 8 },
};
const opstaan: Word = {
  ...brood,
  wordId: '0197a3c8-0000-7000-8000-000000000703',
  lemma: 'opstaan',
  headword: 'opstaan',
  partOfSpeech: 'verb',
  noun: null,
  verb: { pastSingular: 'stond op', participle: 'opgestaan', auxiliaries: ['zijn'], particle: 'op' },
  glosses: { en: 'to get up', ru: 'вставать' },
  contexts: [],
  tags: [],
  progress: { stage: 'waiting', answers: 0, correct: 0, cyclesPassed: 0, echoesPassed: 0, lapses: 0 },
};

const bank = (article: 'de' | 'het', certainty: number, gloss: string): Cards['CandidateView'] => ({
  headword: `${article} bank`,
  entry: {
    lemma: 'bank',
    partOfSpeech: 'noun',
    noun: { articles: [article], plural: 'banken' },
    glosses: gloss === '' ? {} : { en: gloss },
  },
  form: 'plural',
  article: { articles: [article], certainty, source: certainty === 1 ? 'list' : 'rule' },
  level: { level: 'A2', certainty: 0.9 },
  meanings: [],
  own: certainty === 1 ? [{ wordId: WORD, headword: 'de bank', stage: 'learning' }] : [],
  pronunciations: ['bɑŋk'],
  source: certainty === 1 ? 'list' : 'rule',
  generated: certainty < 1,
});

const SITTING = '0197a3c8-0000-7000-8000-0000000000b2';
const asks = (asked: Cards['AskName'], prompt: string, expected: Record<string, string>): Cards['QuestionView'] => ({
  asked,
  prompt,
  expected,
});
const place = (word: Word, question: Cards['QuestionView'], unmet = false): Cards['SessionWordView'] => ({
  word,
  question,
  unmet,
  answered: false,
  again: false,
});
const sittings: Record<string, Cards['WordSessionView']['words']> = {
  [SITTING]: [
    place(brood, asks('write', 'bread; loaf', { word: 'het brood', plural: 'broden' })),
    place(opstaan, asks('see', 'opstaan', { word: 'to get up' })),
  ],
  '0197a3c8-0000-7000-8000-0000000000b3': [place(opstaan, asks('see', 'opstaan', { word: 'to get up' }), true)],
  '0197a3c8-0000-7000-8000-0000000000b4': [
    place(brood, asks('use', 'Ik koop elke ochtend vers ….', { word: 'brood' })),
  ],
  '0197a3c8-0000-7000-8000-0000000000b5': [],
};
const sittingOf = (sessionId: string): Cards['WordSessionView'] => ({
  sessionId,
  arrangedAt: AT,
  done: 1,
  words: sittings[sessionId] ?? [],
});

const outcome: Cards['WordOutcomeView'] = {
  rating: 'hard',
  correct: false,
  step: 'kept',
  stage: 'learning',
  cyclesPassed: 2,
  lapses: 1,
  clamped: false,
  expected: 'het brood, broden',
  again: 'write',
  mistakes: [
    { form: 'word', kind: 'article', start: 0, end: 2, expected: 'het' },
    { form: 'plural', kind: 'plural', start: 0, end: 7, expected: 'broden' },
  ],
};

const inWeek = (
  word: Word,
  why: Cards['Why'],
  more: Partial<Cards['CohortWordView']> = {},
): Cards['CohortWordView'] => ({
  wordId: word.wordId,
  headword: word.headword,
  stage: word.progress.stage,
  cyclesPassed: word.progress.cyclesPassed,
  why,
  ...more,
});
const summary: Cards['CohortSummary'] = {
  cohortId: '0197a3c8-0000-7000-8000-000000000721',
  week: '2026-W48',
  beginsAt: '2026-11-23T03:00:00.000Z',
  openedAt: '2026-11-23T03:00:00.000Z',
  newWords: 2,
  carriedWords: 1,
  echoes: 1,
  completed: ['see'],
};
const week: Cards['CohortView'] = {
  ...summary,
  words: [
    inWeek(brood, 'new', { dueOn: '2026-11-30' }),
    inWeek(verzekering, 'carried', { askedToday: 'see' }),
    inWeek({ ...opstaan, progress: { ...opstaan.progress, stage: 'graduated', cyclesPassed: 4 } }, 'echo'),
  ],
};
const earlier: Cards['CohortSummary'] = {
  ...summary,
  cohortId: '0197a3c8-0000-7000-8000-000000000722',
  week: '2026-W47',
  beginsAt: '2026-11-16T03:00:00.000Z',
  closed: {
    closedAt: '2026-11-23T03:00:00.000Z',
    words: 18,
    met: 18,
    graduated: 12,
    unfinished: 5,
    setAside: 1,
    echoes: 6,
    echoesPassed: 5,
    echoesForgotten: 1,
  },
};

const weekNumbers = (back: number, met: number, graduated: number): Cards['WeekStatisticsView'] => ({
  week: laterWeek(weekOf(Date.now()), -back),
  met,
  graduated,
  setAside: 1,
  echoesPassed: 5,
  echoesForgotten: 1,
  trueRetention: 0.83,
});
const statistics: Cards['WordStatisticsView'] = {
  words: { waiting: 41, learning: 18, graduated: 64, known: 12, leeches: 2, answers: 1_240, correct: 1_042 },
  lately: { met: 96, graduated: 71, setAside: 2, echoesPassed: 48, echoesForgotten: 6, trueRetention: 0.89 },
  cycles: [
    { asked: 'see', words: 4, answers: 120, correct: 112 },
    { asked: 'recall', words: 6, answers: 140, correct: 118 },
    { asked: 'write', words: 5, answers: 130, correct: 96 },
    { asked: 'use', words: 3, answers: 90, correct: 77 },
    { asked: 'echo', words: 64, answers: 54, correct: 48 },
  ],
  weeks: [weekNumbers(7, 20, 14), weekNumbers(4, 18, 15), weekNumbers(2, 20, 9), weekNumbers(1, 18, 12)],
  hardWords: [
    { wordId: LEECH, headword: verzekering.headword, lapses: 8, wrong: 12, answers: 21 },
    { wordId: WORD, headword: brood.headword, lapses: 1, wrong: 2, answers: 9 },
  ],
};

const wordsAhead: Cards['WordForecastView'] = {
  secondsAnAnswer: 7.4,
  days: Array.from({ length: 30 }, (_, index) => ({
    day: new Date(Date.now() + index * 86_400_000).toISOString().slice(0, 10),
    words: index < 7 ? 18 - index : 0,
    newWords: index === 0 ? 6 : 0,
    echoes: index % 5,
    minutes: index < 7 ? 6 - index / 2 : 1,
  })),
};

const TAKEN = '0197a3c8-0000-7000-8000-000000000742';
const ownList: Cards['WordListView'] = {
  listId: '0197a3c8-0000-7000-8000-000000000741',
  name: 'Op de markt',
  words: 3,
  madeAt: AT,
  rev: 1,
};
const offered: Cards['OfferedListView'] = {
  listId: '0197a3c8-0000-7000-8000-000000000744',
  teacherId: '0197a3c8-0000-7000-8000-000000000750',
  name: 'Les 4',
  wordCount: 12,
  changedAt: AT,
  rev: 2,
  takenAs: TAKEN,
};

/** What is taken along: words of the week under way, of which one is met for the first time. */
const along = (): Cards['WordOfflineView'] => {
  const present = weekOf(Date.now());
  const run = { week: present, from: mondayOf(present), passedBefore: 0 };
  const begun = {
    stage: 'learning',
    answers: 0,
    correct: 0,
    cyclesPassed: 0,
    echoesPassed: 0,
    lapses: 0,
    run,
  } as const;
  const seen = { day: '2026-11-01', asked: 'see', correct: true, returns: 0, again: false } as const;
  return {
    packedAt: new Date(Date.now() - 2 * 3_600_000).toISOString(),
    scheduler: {
      algorithm: 'cohort/1',
      cycleDays: [1, 1, 1, 1],
      echoGaps: [1, 2, 4, 8],
      mostReturns: 3,
      leechLapses: 8,
    },
    zone: 'Europe/Amsterdam',
    sessionWords: 100,
    cohort: summary,
    words: [
      { word: { ...brood, progress: { ...begun, cyclesPassed: 2, tried: seen } }, questions: [] },
      { word: { ...opstaan, progress: begun }, questions: [] },
    ],
    cursor: 'c',
  };
};

const none = { sentence: null, translation: null, tags: null, list: null, remark: null };
const filePreview: Cards['WordFilePreview'] = {
  kind: 'table',
  counts: {
    notes: 4,
    words: 3,
    duplicates: 1,
    leftOut: 1,
    unmapped: 0,
    answers: 0,
    media: 3,
    recordings: 2,
    images: 1,
  },
  duplicates: [{ line: 2, headword: 'het brood', wordId: WORD }],
  faults: [{ line: 4, code: 'no-gloss', field: 'meaning', leavesOut: true, message: 'The line has no meaning.' }],
  mapping: { droppedTags: [], lists: {}, noteTypes: { table: { ...none, dutch: 'dutch', gloss: 'meaning' } } },
  noteTypes: [{ name: 'table', fields: ['dutch', 'meaning', 'sentence'], hasGaps: false }],
  table: { delimiter: 'semicolon', encoding: 'UTF-8', header: 'first' },
  words: [
    {
      line: 2,
      headword: 'het brood',
      glosses: { en: 'bread' },
      tags: [],
      generated: ['forms', 'ipa'],
      stage: 'waiting',
    },
    {
      line: 3,
      headword: 'de arbeidsongeschiktheidsverzekering',
      glosses: { en: 'disability insurance' },
      sentence: 'Heb jij een arbeidsongeschiktheidsverzekering?',
      tags: ['werk'],
      generated: [],
      stage: 'waiting',
    },
  ],
};
const imported: Cards['WordImportView'] = {
  importId: '0197a3c8-0000-7000-8000-000000000731',
  importedAt: AT,
  stage: 'added',
  words: 2,
  skipped: 1,
  leftOut: 1,
};

const settings: Cards['WeekSettingsView'] = { language: 'en', zone: 'Europe/Amsterdam', wordsAWeek: 20 };

const queue: Word[] = [brood, verzekering, opstaan].map((word) => ({
  ...word,
  progress: { ...word.progress, stage: 'waiting' },
}));

export const dictionaryAnswers: Answers = {
  'GET /learning-cards/words': (_: unknown, query: URLSearchParams): Cards['Page_WordView'] => ({
    items: (query.get('sort') === 'queue' ? queue : [brood, verzekering, opstaan]).filter(
      ({ tags, progress }) =>
        !query.has('q') &&
        [null, ...tags].includes(query.get('tag')) &&
        (query.get('stage') ?? progress.stage) === progress.stage,
    ),
  }),
  'GET /learning-cards/words/*': brood,
  [`GET /learning-cards/words/${LEECH}`]: verzekering,
  'DELETE /learning-cards/words/*': undefined,
  'POST /learning-cards/words/*/restorations': brood,
  'GET /learning-cards/lookups': {
    candidates: [bank('de', 1, 'bench; bank'), bank('het', 0.62, '')],
  } satisfies Cards['LookUpView'],
  'PUT /learning-cards/words/*': {
    ...brood,
    same: [{ wordId: LEECH, headword: 'het brood' }],
  } satisfies Cards['AddedView'],
  'POST /learning-cards/sync': ({ facts }: Cards['WordSyncRequest']): Cards['WordSyncAnswer'] => ({
    cursor: 'c',
    more: false,
    results: facts.map(() => ({ result: 'applied' })),
    words: [],
  }),
  'GET /learning-cards/offline': along,
  'GET /learning-cards/removals': {
    items: [{ word: { ...opstaan, removedAt: AT }, keptUntil: '2026-12-24T10:15:00.000Z' }],
  } satisfies Cards['Page_RemovalView'],
  'GET /learning-cards/lists': { items: [ownList, { ...ownList, listId: TAKEN, name: 'Les 4', words: 12 }] },
  'GET /learning-cards/lists/*': ownList,
  'GET /learning-cards/offered-lists': {
    items: [offered, { ...offered, listId: '0197a3c8-0000-7000-8000-000000000743', name: 'Les 5', takenAs: null }],
  } satisfies Cards['Page_OfferedListView'],
  'POST /learning-cards/offered-lists/*/takeovers': {
    list: { ...ownList, name: 'Les 5' },
    added: 11,
    known: 1,
    leftOut: 2,
  } satisfies Cards['TakenOverView'],
  'GET /learning-cards/cohorts': { items: [summary, earlier] } satisfies Cards['Page_CohortSummary'],
  'GET /learning-cards/cohorts/current': week,
  'PUT /learning-cards/words/*/place': brood,
  'GET /learning-cards/statistics': statistics,
  'GET /learning-cards/statistics/forecast': wordsAhead,
  'GET /learning-cards/settings': settings,
  'PATCH /learning-cards/settings': settings,
  ...Object.fromEntries(
    Object.keys(sittings).map((sessionId) => [`GET /learning-cards/sessions/${sessionId}`, sittingOf(sessionId)]),
  ),
  'PUT /learning-cards/sessions/*': sittingOf(SITTING),
  'PUT /learning-cards/words/*/reviews/*': outcome,
  'POST /learning-cards/imports/previews': filePreview,
  'PUT /learning-cards/imports/*': imported,
  'GET /learning-cards/imports': { items: [imported] } satisfies Cards['Page_WordImportView'],
  'POST /learning-cards/imports/*/undos': {
    ...imported,
    stage: 'taken-back',
    stayed: { count: 1, words: [{ wordId: WORD, headword: 'het brood' }] },
  } satisfies Cards['WordImportView'],
};

export const DICTIONARY_PLACES = {
  list: `/dictionary/lists/${ownList.listId}`,
  word: `/dictionary/words/${WORD}`,
  edit: `/dictionary/words/${WORD}/text`,
  leech: `/dictionary/words/${LEECH}`,
  merge: `/dictionary/words/${WORD}/merge`,
  mergeWith: `/dictionary/words/${WORD}/merge?with=${LEECH}`,
  sitting: `/dictionary/week/sessions/${SITTING}`,
  meeting: '/dictionary/week/sessions/0197a3c8-0000-7000-8000-0000000000b3',
  gap: '/dictionary/week/sessions/0197a3c8-0000-7000-8000-0000000000b4',
  finished: '/dictionary/week/sessions/0197a3c8-0000-7000-8000-0000000000b5',
};

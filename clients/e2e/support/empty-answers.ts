import type { Schemas } from '@tall/api/http';

import type { Answers } from './answers';
import { Refusal } from './pretend-fleet';

/** What a fleet would say where nothing is there yet: everything of somebody's first day. */
type Cards = Schemas['thematicCards'];
type Words = Schemas['learningCards'];
type Progress = Schemas['cronUtility'];

const nothing = { items: [] };
const unlearnt = { met: 0, learnt: 0, due: 0, answers: 0, lapses: 0, setAside: 0 };
const noCards: Cards['StatisticsView'] = {
  cards: { met: 0, learnt: 0, due: 0, leeches: 0, suspended: 0 },
  hardWords: [],
  lately: { answers: 0, correct: 0, introduced: 0, minutes: 0, practice: 0, kinds: {}, mistakes: {} },
  topics: [{ topicId: '0197a3c8-0000-7000-8000-0000000000a1', words: 25, progress: unlearnt, matureWords: 0 }],
};
const noMemory: Cards['MemoryView'] = { algorithm: 'fsrs-6', desiredRetention: 0.9, parameters: 0, predictions: 0 };
const noForecast: Cards['ForecastView'] = {
  secondsACard: 10,
  days: Array.from({ length: 30 }, (_, index) => ({
    day: new Date(Date.now() + index * 86_400_000).toISOString().slice(0, 10),
    cards: 0,
    newWords: 0,
    minutes: 0,
  })),
};
const noWordsAhead: Words['WordForecastView'] = {
  secondsAnAnswer: 8,
  days: noForecast.days.map(({ day }) => ({ day, words: 0, newWords: 0, echoes: 0, minutes: 0 })),
};
const noWords: Words['WordStatisticsView'] = {
  words: { waiting: 0, learning: 0, graduated: 0, known: 0, leeches: 0, answers: 0, correct: 0 },
  lately: { met: 0, graduated: 0, setAside: 0, echoesPassed: 0, echoesForgotten: 0 },
  cycles: (['see', 'recall', 'write', 'use', 'echo'] as const).map((asked) => ({
    asked,
    words: 0,
    answers: 0,
    correct: 0,
  })),
  weeks: [],
  hardWords: [],
};
const due = { today: 0, coming: [0, 0, 0, 0, 0, 0, 0] };
const emptyClass: Progress['ClassView'] = {
  students: 0,
  active: 0,
  needHelp: 0,
  needs: [],
  due,
  weekAnswers: 0,
  weekMinutes: 0,
  weeks: [],
};
const newStudent: Progress['StudentDetailView'] = {
  studentId: '0197a3c8-0000-7000-8000-000000000504',
  needs: [],
  due,
  answers: 0,
  correct: 0,
  weekAnswers: 0,
  weekMinutes: 0,
  leeches: 0,
  days: [],
  mistakes: [],
  topics: [],
  ownWords: [],
  leechCards: [],
  masteredTopics: [],
  cohorts: [],
};

export const emptyAnswers: Answers = {
  'GET /lobby/products': nothing,
  'GET /lobby/context': {},
  'GET /profile/me/passkeys': nothing,
  'GET /profile/identity-providers': nothing,
  'GET /pii/people/*/accesses': nothing,
  'GET /profile/users': nothing,
  'GET /profile/students/*/teachers': nothing,
  'GET /profile/users/*/sessions': nothing,
  'GET /profile/security-events': nothing,
  'GET /profile/admin-actions': nothing,
  'GET /profile/client-usage': nothing,
  'GET /thematic-cards/topics': nothing,
  'GET /thematic-cards/cards': nothing,
  'GET /thematic-cards/statistics': noCards,
  'GET /thematic-cards/statistics/memory': noMemory,
  'GET /thematic-cards/statistics/forecast': noForecast,
  'GET /thematic-cards/statistics/days': { days: [] },
  'GET /learning-cards/words': nothing,
  'GET /learning-cards/removals': nothing,
  'GET /learning-cards/lists': nothing,
  'GET /learning-cards/offered-lists': nothing,
  'GET /learning-cards/cohorts': nothing,
  'GET /learning-cards/cohorts/current': new Refusal(404, 'not-found'),
  'GET /learning-cards/statistics': noWords,
  'GET /learning-cards/statistics/forecast': noWordsAhead,
  'GET /learning-cards/imports': nothing,
  'GET /learning-cards/shared-lists': nothing,
  'GET /cron-utility/class': emptyClass,
  'GET /cron-utility/class/hard-words': nothing,
  'GET /cron-utility/class/mistakes': { kinds: [], weeks: [] },
  'GET /cron-utility/students': nothing,
  'GET /cron-utility/students/*': newStudent,
  'GET /admin/items': nothing,
  'GET /admin/items/*/versions': nothing,
};

import type { Schemas } from '@tall/api/http';

import { dictionaryAnswers } from './dictionary-answers';
import { editorAnswers } from './editor-answers';
import { peopleAnswers } from './people-answers';
import { staffAnswers } from './staff-answers';

/** What a fleet would say, one of everything. The compiler holds it to openapi/. */
const USER = '0197a3c8-0000-7000-8000-000000000001';
const TOPIC = '0197a3c8-0000-7000-8000-0000000000a1';
export const SITTING = '0197a3c8-0000-7000-8000-0000000000b1';
const SITTING_OF_ALL = '0197a3c8-0000-7000-8000-0000000000b2';

type Cards = Schemas['thematicCards'];
type Topic = Cards['TopicView'];
type Word = Cards['WordView'];

function topic(
  index: number,
  level: Topic['level'],
  nl: string,
  en: string,
  ru: string,
  met: number,
  due: number,
): Topic {
  return {
    id: index === 1 ? TOPIC : `0197a3c8-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`,
    slug: nl.toLowerCase().replaceAll(' ', '-'),
    level,
    title: { nl, en, ru },
    description: {
      nl: 'Woorden om te zeggen wat je eet en drinkt.',
      en: 'Words to say what you eat and drink.',
      ru: 'Слова о том, что вы едите и пьёте.',
    },
    words: 25,
    progress: {
      met,
      due,
      learnt: Math.round(met / 2),
      answers: met * 3,
      lapses: 2,
      setAside: 0,
      ...(met > 0 && { trueRetention: 0.87, lastAnsweredAt: '2026-11-28T20:15:00.000Z' }),
    },
  };
}

export const topics: Topic[] = [
  topic(1, 'A1', 'Eten en drinken', 'Food and drink', 'Еда и напитки', 32, 8),
  topic(2, 'A1', 'Familie en mensen', 'Family and people', 'Семья и люди', 50, 0),
  topic(3, 'A1', 'Getallen en hoeveelheden', 'Numbers and quantities', 'Числа и количества', 4, 4),
  topic(4, 'A1', 'Huis en wonen', 'House and home', 'Дом и жильё', 0, 0),
  topic(5, 'A2', 'Gezondheid en lichaam', 'Health and body', 'Здоровье и тело', 0, 0),
  topic(6, 'B1', 'Gemeente en overheid', 'Local and national government', 'Муниципалитет и государство', 0, 0),
];

const brood: Word = {
  lemma: 'brood',
  headword: 'het brood',
  partOfSpeech: 'noun',
  level: 'A1',
  ipa: 'broːt',
  forms: { plural: 'broden', diminutive: 'broodje' },
  glosses: { en: 'bread; loaf', ru: 'хлеб' },
  examples: [
    {
      text: 'Ik eet elke ochtend brood met kaas.',
      translations: { en: 'I eat bread with cheese every morning.', ru: 'Каждое утро я ем хлеб с сыром.' },
    },
  ],
};
const ontbijten: Word = {
  lemma: 'ontbijten',
  headword: 'ontbijten',
  partOfSpeech: 'verb',
  level: 'A1',
  ipa: 'ɔndˈbɛi̯tə',
  forms: { pastSingular: 'ontbeet', pastPlural: 'ontbeten', participle: 'ontbeten', auxiliary: 'hebben' },
  glosses: { en: 'to have breakfast', ru: 'завтракать' },
  examples: [
    {
      text: 'Wij ontbijten om acht uur.',
      translations: { en: 'We have breakfast at eight.', ru: 'Мы завтракаем в восемь.' },
    },
  ],
};

type Card = Cards['SessionCardView'];

function card(index: number, kind: Card['kind'], word: Word, prompt: string, expected: string, phase: string): Card {
  return {
    cardId: `0197a3c8-0000-7000-8000-0000000002${String(index).padStart(2, '0')}`,
    wordId: `0197a3c8-0000-7000-8000-0000000003${String(index).padStart(2, '0')}`,
    kind,
    phase,
    prompt,
    expected,
    word,
    answered: false,
  };
}

export const sitting: Cards['SessionView'] = {
  id: SITTING,
  topicId: TOPIC,
  arrangedAt: '2026-11-28T20:15:00.000Z',
  answered: 0,
  practice: false,
  cards: [
    {
      ...card(1, 'recall', brood, 'хлеб', 'het brood', 'new'),
      choices: ['het bord', 'het brood', 'de kaas', 'de thee'],
    },
    card(2, 'recognition', brood, 'het brood', 'хлеб', 'review'),
    card(3, 'recognition', ontbijten, 'ontbijten', 'завтракать', 'learning'),
  ],
};

/** Over all topics, with the first card answered. */
const sittingOfAll: Cards['SessionView'] = {
  ...sitting,
  id: SITTING_OF_ALL,
  topicId: null,
  answered: 1,
  cards: sitting.cards.map((one, index) => ({ ...one, answered: index === 0 })),
};

/** What is taken along: the cards of the sitting, the new ones among them without a state. */
export const offline = (): Cards['OfflineView'] => ({
  packedAt: new Date(Date.now() - 2 * 3_600_000).toISOString(),
  newWords: 20,
  metToday: { day: new Date().toISOString().slice(0, 10), words: 0, kinds: 0 },
  scheduler: {
    algorithm: 'fsrs-6',
    parameters: 0,
    desiredRetention: 0.9,
    week: [100, 100, 100, 100, 100, 100, 100],
  },
  cards: sitting.cards.map((one, index) => ({
    card: { ...one, wordId: `${one.wordId.slice(0, -1)}${String(index)}` },
    newWord: one.phase === 'new',
    ofExam: false,
    ...(one.phase !== 'new' && { state: stateOf(one) }),
  })),
});

function stateOf({ cardId, wordId, kind }: Card): Cards['CardStateView'] {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const last = { reviewId: '0197a3c8-0000-7000-8000-000000000400', at: day(-6), day: day(-6).slice(0, 10) };
  const memory = { stability: 5, difficulty: 5, intervalDays: 5, dueAt: day(-1), reviews: 4, lapses: 0, last };
  return { cardId, wordId, kind, phase: 'review', step: 0, parameters: 0, desiredRetention: 0.9, ...memory };
}

/** A server that takes nothing of what was done on a device. */
export function rejectEverything({ facts }: Cards['SyncRequest']): Cards['SyncAnswer'] {
  const problem = { type: 'urn:tall:problem:not-found', title: 'Not found', status: 404, detail: 'Not found.' };
  return { results: facts.map(() => ({ result: 'rejected', problem })), cards: [], cursor: 'c', more: false };
}

const outcome = (
  correct: boolean,
  mistakes: Cards['OutcomeView']['mistakes'],
  rating: string,
): Cards['OutcomeView'] => ({
  correct,
  rating,
  mistakes,
  expected: 'het brood',
  answers: 1,
  lapses: 0,
  setAside: false,
  answeredAt: '2026-11-28T20:15:00.000Z',
  phase: 'learning',
  intervalDays: rating === 'again' ? 0 : 3,
  dueAt: new Date(Date.now() + 3 * 86_400_000 + 60_000).toISOString(),
});

export function outcomeOf(answer: Cards['AnswerCard']['answer']): Cards['OutcomeView'] {
  if (answer.way === 'self-rated') return outcome(answer.rating !== 'again', [], answer.rating);
  switch (answer.text) {
    case 'het brood':
    case 'хлеб':
      return outcome(true, [], 'good');
    case 'de brood':
      return outcome(true, [{ kind: 'article', start: 0, end: 2, expected: 'het' }], 'hard');
    default:
      return outcome(false, [{ kind: 'wrong', start: 0, end: answer.text.length, expected: 'het brood' }], 'again');
  }
}

export const tokens = (role: Schemas['profile']['RoleName']): Schemas['profile']['TokensView'] => ({
  accessToken: 'access',
  tokenType: 'Bearer',
  expiresIn: 900,
  refreshToken: 'refresh',
  refreshExpiresAt: '2026-12-05T20:15:00.000Z',
  sessionId: '0197a3c8-0000-7000-8000-0000000000c1',
  user: { id: USER, role },
});

const products: Record<Schemas['profile']['RoleName'], Schemas['lobby']['ProductView'][]> = {
  student: [
    { id: 'learning-cards', title: { nl: 'Mijn woorden', en: 'My words', ru: 'Мои слова' } },
    { id: 'thematic-cards', title: { nl: 'Thematische kaarten', en: 'Thematic cards', ru: 'Тематические карточки' } },
    { id: 'from-the-future', title: { nl: 'Later', en: 'Later', ru: 'Позже' } },
  ],
  teacher: [
    {
      id: 'progress',
      title: { nl: 'Voortgang van leerlingen', en: 'Students’ progress', ru: 'Успеваемость учеников' },
    },
  ],
  'educational-admin': [
    { id: 'content', title: { nl: 'Lesmateriaal', en: 'Content', ru: 'Учебные материалы' } },
    { id: 'people', title: { nl: 'Gebruikers', en: 'People', ru: 'Пользователи' } },
  ],
  'technical-admin': [{ id: 'people', title: { nl: 'Gebruikers', en: 'People', ru: 'Пользователи' } }],
};

const challenge: Schemas['profile']['ChallengeView'] = {
  challengeId: '0197a3c8-0000-7000-8000-0000000000d1',
  challengeToken: 'challenge',
  expiresAt: '2026-11-28T20:25:00.000Z',
  methods: ['totp', 'recovery-code'],
};
const enrolment: Schemas['profile']['EnrolmentView'] = {
  enrolmentId: '0197a3c8-0000-7000-8000-0000000000d2',
  expiresAt: '2026-11-28T20:25:00.000Z',
  otpauthUri: 'otpauth://totp/Tall:x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tall',
  secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  qrCode:
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#fff"/><path d="M1 1h2v2H1zM5 1h2v2H5zM1 5h2v2H1zM4 4h1v1H4zM6 6h1v1H6z"/></svg>',
};
const factors: Schemas['profile']['FactorsView'] = {
  passkeys: 1,
  recoveryCodesLeft: 8,
  totp: { confirmedAt: '2026-10-01T09:00:00.000Z' },
};
const sessions: Schemas['profile']['SessionsView'] = {
  items: [
    {
      sessionId: '0197a3c8-0000-7000-8000-0000000000c1',
      current: true,
      device: { platform: 'web', name: 'Firefox on Linux' },
      place: 'NL',
      authenticatedAt: '2026-11-28T20:00:00.000Z',
      lastUsedAt: new Date().toISOString(),
      expiresAt: '2026-12-05T20:00:00.000Z',
    },
    {
      sessionId: '0197a3c8-0000-7000-8000-0000000000c2',
      current: false,
      device: { platform: 'android' },
      authenticatedAt: '2026-11-20T20:00:00.000Z',
      lastUsedAt: new Date(Date.now() - 3 * 86_400_000).toISOString(),
      expiresAt: '2026-12-05T20:00:00.000Z',
    },
  ],
};
const person: Schemas['pii']['PersonView'] = {
  userId: USER,
  givenName: 'Anna',
  familyName: 'Sokolova',
  email: 'anna@tall.example',
  birthDate: '1994-05-17',
  phone: '+31612345678',
  address: { street: 'Dorpsstraat 12', postalCode: '1234 AB', city: 'Utrecht', country: 'NL' },
};
const TERMS: Record<string, readonly [string, string]> = {
  nl: [
    '# Gebruiksvoorwaarden\n\nDe school geeft je dit account om Nederlands te leren.\n\n- Het account is van **jou** alleen.\n- Wees vriendelijk.',
    '# Privacyverklaring\n\nDe school bewaart wat ze nodig heeft om je les te geven, en niets anders.',
  ],
  en: [
    '# Terms of use\n\nThe school gives you this account to learn Dutch.\n\n- The account is **yours** alone.\n- Be kind.',
    '# Privacy statement\n\nThe school keeps what it needs to teach you, and nothing else.',
  ],
  ru: [
    '# Правила\n\nШкола даёт вам эту учётную запись, чтобы учить нидерландский.\n\n- Она только **ваша**.\n- Будьте доброжелательны.',
    '# Персональные данные\n\nШкола хранит то, что нужно, чтобы вас учить, и ничего больше.',
  ],
};
const terms = (_: unknown, query: URLSearchParams): Schemas['pii']['AllTermsView'] => {
  const [use = '', privacy = ''] = TERMS[query.get('language') ?? 'en'] ?? [];
  return {
    items: [
      { document: 'terms-of-use', version: '2026-11-01', text: use },
      { document: 'privacy-statement', version: '2026-11-01', text: privacy },
    ],
  };
};
const standing: Schemas['pii']['StandingView'] = {
  isMinor: false,
  standing: 'awaiting-consent',
  documents: [
    { document: 'terms-of-use', currentVersion: '2026-11-01' },
    { document: 'privacy-statement', currentVersion: '2026-11-01', agreedByPerson: '2026-11-01' },
  ],
};
const accesses: Schemas['pii']['Page_AccessView'] = {
  items: [
    {
      accessedAt: '2026-11-28T20:15:00.000Z',
      actor: { kind: 'user', id: 'somebody', role: 'teacher' },
      decision: 'allowed',
      purpose: 'teaching',
      fields: ['given-name', 'family-name'],
    },
    {
      accessedAt: '2026-11-27T08:15:00.000Z',
      actor: { kind: 'service', id: 'cron-utility' },
      decision: 'refused',
      purpose: 'mail',
      fields: ['email'],
    },
  ],
};

const statistics: Cards['StatisticsView'] = {
  cards: { met: 86, learnt: 41, due: 12, leeches: 1, suspended: 1 },
  hardWords: [],
  lately: {
    answers: 412,
    correct: 361,
    introduced: 60,
    minutes: 138.4,
    practice: 0,
    kinds: { recall: 200, recognition: 212 },
    mistakes: { article: 21, typo: 9, wrong: 14, plural: 3 },
    trueRetention: 0.88,
  },
  topics: topics.map(({ id, words, progress }, index) => ({
    topicId: id,
    words,
    progress,
    matureWords: Math.max(0, 14 - index * 4),
    ...(progress.met > 0 && { latelyRetained: 0.9 - index * 0.05 }),
  })),
};
const measured = (logLoss: number): Cards['MeasuresView'] => ({
  answers: 86,
  logLoss,
  rmseBins: 0.06,
  predictedRetention: 0.91,
  trueRetention: 0.88,
});
const memory: Cards['MemoryView'] = {
  algorithm: 'fsrs-6',
  desiredRetention: 0.9,
  parameters: 1,
  predictions: 240,
  logLoss: 0.352,
  trainedAt: '2026-11-27T02:10:00.000Z',
  training: {
    triedAt: '2026-11-27T02:10:00.000Z',
    usableAnswers: 431,
    accepted: true,
    used: measured(0.341),
    unused: measured(0.368),
  },
  predictedRetention: 0.91,
  trueRetention: 0.88,
};
const cardSettings: Cards['SettingsView'] = {
  newWords: 15,
  desiredRetention: 0.9,
  week: [100, 100, 100, 70, 100, 50, 0],
  exam: { on: '2027-01-20', topics: topics.slice(0, 2).map(({ id }) => id) },
  zone: 'America/New_York',
  language: 'ru',
};
const daysFrom = (count: number, first: number) =>
  Array.from({ length: count }, (_, index) => new Date(first + index * 86_400_000).toISOString().slice(0, 10));
const forecast: Cards['ForecastView'] = {
  secondsACard: 11,
  days: daysFrom(30, Date.now()).map((day, index) => ({
    day,
    cards: index === 0 ? 12 : (index * 7) % 19,
    newWords: index % 3,
    minutes: 3,
  })),
};
const studied: Cards['DayView'][] = daysFrom(150, Date.now() - 149 * 86_400_000)
  .map((day, index) => ({ day, answers: (index * 13) % 47, correct: 10, introduced: 2, minutes: 7 }))
  .filter(({ answers }) => answers > 12);

/** Answers by method and path; a function sees the request's body and query. */
export type Answers = Record<string, unknown>;

export function answersFor(role: Schemas['profile']['RoleName']): Answers {
  return {
    ...staffAnswers,
    ...dictionaryAnswers,
    ...editorAnswers,
    ...peopleAnswers,
    'POST /profile/sessions': (body: { email: string }) => (body.email.startsWith('admin') ? challenge : tokens(role)),
    'POST /profile/sessions/refreshes': tokens(role),
    'DELETE /profile/sessions/current': undefined,
    'GET /profile/identity-providers': { items: [{ providerId: 'school', name: 'De School' }] },
    'PUT /profile/users/*': {
      id: USER,
      interfaceLanguage: 'nl',
      registeredAt: '2026-11-28T20:15:00.000Z',
      timeZone: 'Europe/Amsterdam',
    },
    'GET /profile/me': {
      id: USER,
      interfaceLanguage: 'nl',
      role,
      sessionId: USER,
      teacherIds: [],
      timeZone: 'Europe/Amsterdam',
    } satisfies Schemas['profile']['Me'],
    'POST /profile/password-resets': undefined,
    'GET /profile/me/factors': factors,
    'GET /profile/sessions': sessions,
    'GET /profile/me/passkeys': {
      items: [{ passkeyId: 'p', name: 'Mijn telefoon', madeAt: '2026-10-01T09:00:00.000Z', backedUp: true }],
    },
    'GET /profile/me/identities': { items: [] },
    'PUT /profile/me/totp-enrolments/*': enrolment,
    'PUT /profile/me/recovery-codes/*': {
      madeAt: '2026-11-28T20:15:00.000Z',
      codes: ['ABCD-EFGH', 'JKLM-NPQR', 'STUV-WXYZ', '2345-6789'],
    },
    'GET /lobby/products': { items: products[role] },
    'GET /lobby/context':
      role === 'student'
        ? {
            productId: 'thematic-cards',
            place: `/cards/${TOPIC}/sessions/${SITTING}`,
            chosenAt: '2026-11-28T20:15:00.000Z',
          }
        : {},
    'PUT /lobby/context': {},
    'GET /pii/people/*/name': { userId: USER, givenName: 'Anna', familyName: 'Sokolova' },
    'GET /pii/people/*/standing': standing,
    'GET /pii/people/*/accesses': accesses,
    'GET /pii/people/*': person,
    'GET /pii/terms': terms,
    'GET /thematic-cards/topics': { items: topics },
    'GET /thematic-cards/topics/*': topics[0],
    'GET /thematic-cards/sessions/*': sitting,
    [`GET /thematic-cards/sessions/${SITTING_OF_ALL}`]: sittingOfAll,
    'PUT /thematic-cards/sessions/*': sittingOfAll,
    'PUT /thematic-cards/topics/*/sessions/*': sitting,
    'GET /thematic-cards/settings': cardSettings,
    'PATCH /thematic-cards/settings': (change: Cards['ChangeSettings']) => ({ ...cardSettings, ...change }),
    'GET /thematic-cards/statistics': statistics,
    'GET /thematic-cards/statistics/memory': memory,
    'GET /thematic-cards/statistics/forecast': forecast,
    'GET /thematic-cards/statistics/days': { days: studied },
    'GET /thematic-cards/cards': (_body: unknown, query: URLSearchParams) => ({
      items: [{ ...sitting.cards[0], setAside: query.get('state') }],
    }),
    'GET /thematic-cards/offline': offline,
    'POST /thematic-cards/sync': rejectEverything,
    'PUT /thematic-cards/cards/*/reviews/*': (body: Cards['AnswerCard']) => outcomeOf(body.answer),
  };
}

export const PLACES = { topic: `/cards/${TOPIC}`, sitting: `/cards/${TOPIC}/sessions/${SITTING}` };

import type { Schemas } from '@tall/api/http';

import type { Answers } from './answers';

/** What a fleet would say to those who write; held to openapi/ like the rest. */
type Admin = Schemas['admin'];
type Item = Admin['ItemView'];

const TOPIC = '0197a3c8-0000-7000-8000-0000000000a1';
const WORD = '0197a3c8-0000-7000-8000-000000000301';
const VERB = '0197a3c8-0000-7000-8000-000000000302';
const EDITOR = '0197a3c8-0000-7000-8000-000000000501';
const AT = '2026-11-27T10:15:00.000Z';

const summary = (itemId: string, title: string, status: Admin['Status'], live: boolean): Admin['ItemSummary'] => ({
  itemId,
  kind: 'word',
  topicId: TOPIC,
  title,
  level: 'A1',
  status,
  live,
  version: live ? 2 : 0,
  updatedAt: AT,
});

const words = [
  summary(WORD, 'brood', 'published', true),
  summary(VERB, 'ontbijten', 'review', true),
  summary('0197a3c8-0000-7000-8000-000000000303', 'arbeidsongeschiktheidsverzekering', 'draft', false),
  summary('0197a3c8-0000-7000-8000-000000000304', 'lekker', 'approved', false),
  summary('0197a3c8-0000-7000-8000-000000000305', 'kwartje', 'archived', false),
];
const topics: Admin['ItemSummary'][] = [
  { ...summary(TOPIC, 'Eten en drinken', 'published', true), kind: 'topic' },
  { ...summary('0197a3c8-0000-7000-8000-0000000000a2', 'Huis en wonen', 'draft', true), kind: 'topic' },
  { ...summary('0197a3c8-0000-7000-8000-0000000000a3', 'Werk', 'review', false), kind: 'topic', level: 'A2' },
];

const history: Admin['EntryView'][] = [
  { act: 'created', at: '2026-11-01T09:00:00.000Z', by: EDITOR },
  { act: 'submitted', at: '2026-11-01T09:05:00.000Z', by: EDITOR },
  { act: 'returned', at: '2026-11-01T10:00:00.000Z', by: EDITOR, reason: 'Er is nog geen tweede voorbeeld.' },
  { act: 'published', at: AT, by: EDITOR, version: 2, affectsProgress: false },
];

const topic: Item = {
  itemId: TOPIC,
  kind: 'topic',
  topicId: TOPIC,
  title: 'Eten en drinken',
  status: 'published',
  live: true,
  version: 2,
  updatedAt: AT,
  history,
  content: {
    topic: {
      slug: 'eten-en-drinken',
      level: 'A1',
      title: { nl: 'Eten en drinken', en: 'Food and drink', ru: 'Еда и напитки' },
      description: {
        nl: 'Woorden voor aan tafel: wat je eet en drinkt.',
        en: 'Words for the table: what you eat and drink.',
        ru: 'Слова для стола: что вы едите и пьёте.',
      },
      position: 2,
      licence: 'CC-BY-SA-4.0',
    },
  },
};

const brood: Admin['Word'] = {
  topicId: TOPIC,
  key: 'brood',
  level: 'A1',
  lemma: 'brood',
  partOfSpeech: 'noun',
  noun: { articles: ['het'], plural: 'broden', diminutive: 'broodje' },
  glosses: { en: ['bread', 'loaf'], ru: ['хлеб'] },
  examples: [
    {
      nl: 'Ik eet elke ochtend brood met kaas.',
      translations: { en: 'I eat bread with cheese every morning.', ru: 'Каждое утро я ем хлеб с сыром.' },
    },
  ],
  ipa: 'broːt',
};
const ontbijten: Admin['Word'] = {
  topicId: TOPIC,
  key: 'ontbijten',
  level: 'A1',
  lemma: 'ontbijten',
  partOfSpeech: 'verb',
  verb: {
    pastSingular: 'ontbeet',
    pastPlural: 'ontbeten',
    participle: 'ontbeten',
    auxiliaries: ['hebben'],
    reflexive: false,
  },
  glosses: { en: ['to have breakfast'], ru: ['завтракать'] },
  examples: [
    {
      nl: 'Wij ontbijten om acht uur.',
      translations: { en: 'We have breakfast at eight.', ru: 'Мы завтракаем в восемь.' },
    },
  ],
};
const word: Item = { ...topic, itemId: WORD, kind: 'word', title: 'brood', content: { word: brood } };
const verb: Item = { ...word, itemId: VERB, title: 'ontbijten', status: 'review', content: { word: ontbijten } };

const versions: Admin['VersionView'][] = [
  { version: 2, live: true, publishedAt: AT, publishedBy: EDITOR, affectsProgress: true, content: { word: brood } },
  {
    version: 1,
    live: false,
    publishedAt: '2026-11-01T11:00:00.000Z',
    publishedBy: EDITOR,
    affectsProgress: false,
    content: { word: brood },
  },
];
const changes: Admin['FieldChange'][] = [
  { pointer: '/word/glosses/en', before: ['bread'], after: ['bread', 'loaf'] },
  { pointer: '/word/noun/articles', before: ['de'], after: ['het'] },
  { pointer: '/word/examples', before: [brood.examples[0]], after: [...brood.examples, ...ontbijten.examples] },
] as unknown as Admin['FieldChange'][];

const preview: Admin['PreviewView'] = {
  faults: [],
  counts: { new: 1, changed: 1, unchanged: 48 },
  items: [
    { itemId: WORD, kind: 'word', title: 'brood', effect: 'changed', changes },
    { itemId: VERB, kind: 'word', title: 'uitproberen', effect: 'new' },
  ],
};
const faulty: Admin['PreviewView'] = {
  counts: {},
  items: [],
  faults: [
    {
      file: 'werk.a2.toml',
      index: 0,
      line: 12,
      path: 'word[0].part_of_speech',
      code: 'unknown-value',
      message: 'part_of_speech is one of noun, verb, adjective',
    },
    { file: 'werk.a2.toml', index: 0, line: 20, path: 'word[1].gloss.en', code: 'empty', message: 'en is empty' },
  ],
};

export const editorAnswers: Answers = {
  'GET /admin/items': (_: unknown, query: URLSearchParams) => ({
    items: query.get('kind') === 'topic' ? topics : words,
  }),
  'GET /admin/items/*': topic,
  [`GET /admin/items/${WORD}`]: word,
  [`PUT /admin/items/${WORD}`]: { ...word, status: 'draft' } satisfies Item,
  [`GET /admin/items/${VERB}`]: verb,
  'GET /admin/items/*/versions': { items: versions },
  'GET /admin/items/*/differences': { from: 2, changes },
  'POST /admin/imports/previews': ({ files }: Admin['ContentFiles']) => (files[0]?.text === '' ? faulty : preview),
};

export const EDITOR_PLACES = {
  topic: `/content/topics/${TOPIC}`,
  word: `/content/topics/${TOPIC}/words/${WORD}`,
  verb: `/content/topics/${TOPIC}/words/${VERB}`,
  versions: `/content/items/${WORD}/versions`,
};

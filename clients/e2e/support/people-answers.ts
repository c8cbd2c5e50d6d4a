import type { Schemas } from '@tall/api/http';

import type { Answers } from './answers';

/** What a fleet would say to those who manage people and the system; held to openapi/ like the rest. */
type Pii = Schemas['pii'];
type Profile = Schemas['profile'];

const id = (end: string) => `0197a3c8-0000-7000-8000-0000000005${end}`;
const [ANNA, BRAM, CHEN, DARIA] = [id('01'), id('02'), id('03'), id('04')];
const NEWCOMER = id('05');
const AT = '2026-11-27T10:15:00.000Z';

const user = (
  userId: string,
  role: Profile['RoleName'],
  status: Profile['StatusName'] = 'active',
): Profile['UserView'] => ({
  id: userId,
  role,
  status,
  interfaceLanguage: 'nl',
  timeZone: 'Europe/Amsterdam',
  createdAt: '2026-09-01T09:00:00.000Z',
});
const student = user(DARIA, 'student');
const teacher = user(BRAM, 'teacher');
const users = [teacher, student, user(ANNA, 'student'), user(CHEN, 'student', 'suspended'), user(NEWCOMER, 'student')];

const standing: Profile['ServiceStandingView'] = {
  version: '0.1.0',
  startedAt: '2026-11-24T06:00:00.000Z',
  ready: true,
  needs: [{ name: 'schemas' }, { name: 'signing keys' }, { name: 'start' }],
};

const sessions: Profile['SessionsView'] = {
  items: [
    {
      sessionId: '0197a3c8-0000-7000-8000-0000000000c3',
      current: false,
      device: { platform: 'web', name: 'Firefox on Linux' },
      place: 'NL',
      authenticatedAt: AT,
      lastUsedAt: AT,
      expiresAt: '2026-12-05T20:00:00.000Z',
    },
  ],
};

const preview: Profile['ImportPreview'] = {
  faults: [],
  users: [
    { line: 2, role: 'student', hasTeacher: false },
    { line: 3, role: 'student', hasTeacher: true },
    { line: 4, role: 'teacher', hasTeacher: false },
  ],
};
/** The people of a file: a line each below the headings. */
const previewOf = (csv: string): Profile['ImportPreview'] => ({
  ...preview,
  users: preview.users.slice(0, csv.trim().split('\n').length - 1),
});
const faulty: Profile['ImportPreview'] = {
  users: [],
  faults: [
    { line: 3, column: 'email', code: 'address-taken', message: 'This address has an account.' },
    { line: 7, column: 'teacher', code: 'unknown-teacher', message: 'No teacher has this address.' },
    { line: 9, code: 'wrong-width', message: 'This line has another number of columns than the headings.' },
  ],
};

const policy = (platform: Profile['ClientPlatform'], minimum: string): Profile['PolicyView'] => ({
  platform,
  minimum,
  latest: '1.4.0',
  etag: '"1"',
  message: {
    nl: 'Werk de app bij om verder te gaan.',
    en: 'Update the app to go on.',
    ru: 'Обновите приложение, чтобы продолжить.',
  },
});
const usage: Profile['ClientUsageList'] = {
  items: [
    { client: 'android/1.3.2', api: 'v1', requests: 412, lastDay: '2026-11-27' },
    { client: 'web/1.4.0', api: 'v2', requests: 120_482, lastDay: '2026-11-28' },
  ],
};
const actions: Profile['Page_AdminActionView'] = {
  items: [
    { id: id('a4'), action: 'role-changed', actorId: ANNA, subjectId: BRAM, detail: 'teacher', doneAt: AT },
    { id: id('a3'), action: 'suspended', actorId: ANNA, subjectId: CHEN, doneAt: AT },
    { id: id('a2'), action: 'client-policy-changed', actorId: ANNA, detail: 'android', doneAt: AT },
    { id: id('a1'), action: 'factors-removed', subjectId: ANNA, doneAt: AT },
  ],
};

const event = (
  end: string,
  kind: Profile['Kind'],
  detail?: string,
): Profile['Page_SecurityEventView']['items'][number] => ({
  id: id(end),
  userId: DARIA,
  kind,
  happenedAt: AT,
  ...(detail && { detail }),
});
const securityEvents: Profile['Page_SecurityEventView'] = {
  items: [
    event('b5', 'token-reuse-detected'),
    event('b4', 'login-throttled', 'account-and-address'),
    event('b3', 'session-revoked', 'revoked-by-admin'),
    event('b2', 'mfa-changed', 'passkey-refused'),
    event('b1', 'login-succeeded'),
  ],
};
const keys: Profile['KeysView'] = {
  items: [
    {
      name: 'profile/signing',
      dueAt: '2099-01-01T00:00:00.000Z',
      versions: [
        { version: '1', use: 'previous', seenAt: '2026-06-01T00:00:00.000Z', promotedAt: '2026-06-02T00:00:00.000Z' },
        { version: '2', use: 'current', seenAt: '2026-08-30T00:00:00.000Z', promotedAt: '2026-09-01T00:00:00.000Z' },
        { version: '3', use: 'next', seenAt: AT },
      ],
    },
    {
      name: 'profile/refresh',
      dueAt: '2026-01-01T00:00:00.000Z',
      versions: [{ version: '1', use: 'current', seenAt: '2025-10-01T00:00:00.000Z' }],
    },
    { name: 'profile/email-index', versions: [{ version: '1', use: 'current', seenAt: '2025-10-01T00:00:00.000Z' }] },
  ],
};

const keysOfPeople: Pii['KeysView'] = {
  items: [
    {
      name: 'pii/kek',
      dueAt: '2099-01-01T00:00:00.000Z',
      versions: [
        { version: '1', use: 'previous', seenAt: '2026-06-01T00:00:00.000Z', promotedAt: '2026-06-02T00:00:00.000Z' },
        { version: '2', use: 'current', seenAt: '2026-08-30T00:00:00.000Z', promotedAt: '2026-09-01T00:00:00.000Z' },
      ],
    },
  ],
  rewrap: { keyName: 'pii/kek', version: '2', dataKeys: 1243, left: 240 },
};

const confirmation = (service: string, confirmedAt?: string, count = 0): Pii['ConfirmationView'] => ({
  service,
  holdings: confirmedAt && count > 0 ? [{ name: 'documents', count }] : [],
  ...(confirmedAt && { confirmedAt }),
});
const personal: Pii['PersonView'] = {
  userId: DARIA,
  email: 'daria@tall.example',
  interfaceLanguage: 'ru',
  birthDate: '2012-05-17',
  guardian: { givenName: 'Olga', familyName: 'Kuznetsova', phone: '+31612345678' },
  address: { street: 'Dorpsstraat 12', postalCode: '1234 AB', city: 'Utrecht', country: 'NL' },
  adminNote: 'Komt met de bus van half negen.',
};
const awaitsGuardian: Pii['StandingView'] = {
  isMinor: true,
  standing: 'awaiting-guardian',
  documents: [
    { document: 'terms-of-use', currentVersion: '2026-11-01', agreedByGuardian: '2026-11-01' },
    { document: 'privacy-statement', currentVersion: '2026-11-01', agreedByPerson: '2026-11-01' },
  ],
};
const ERASED = id('e1');
const ERASING = id('e2');
const asked = { requestedAt: '2026-11-27T10:15:00.000Z' };
const certificate: Pii['CertificateView'] = {
  ...asked,
  erasureId: ERASED,
  erasedAt: '2026-11-27T10:16:40.000Z',
  confirmations: [
    confirmation('profile', '2026-11-27T10:15:02.000Z', 9),
    confirmation('thematic-cards', '2026-11-27T10:15:04.000Z', 243),
    confirmation('lobby', '2026-11-27T10:15:03.000Z', 1),
    confirmation('learning-cards', '2026-11-27T10:15:20.000Z', 61),
    confirmation('admin', '2026-11-27T10:15:21.000Z'),
    confirmation('cron-utility', '2026-11-27T10:15:30.000Z', 4),
    confirmation('pii', '2026-11-27T10:16:40.000Z', 12),
  ],
};
const erasing: Pii['ErasureView'] = {
  ...asked,
  erasureId: ERASING,
  userId: DARIA,
  deadlineAt: '2026-12-27T10:15:00.000Z',
  confirmations: [
    confirmation('profile', '2026-11-27T10:15:02.000Z', 9),
    confirmation('thematic-cards'),
    confirmation('pii'),
  ],
};

export const peopleAnswers: Answers = {
  'GET /profile/users': (_: unknown, query: URLSearchParams) => ({
    items: users.filter(({ role }) => [role, null].includes(query.get('role') as typeof role | null)),
  }),
  'GET /profile/users/*': student,
  [`GET /profile/users/${BRAM}`]: teacher,
  'GET /profile/users/*/sessions': sessions,
  'GET /profile/students/*/teachers': { items: [{ teacherId: BRAM, linkedAt: AT }] },
  'GET /profile/teachers/*/students': {
    items: [ANNA, DARIA].map((studentId) => ({ studentId, linkedAt: AT })),
  },
  'POST /pii/people/lookups': { items: [] },
  'POST /profile/user-imports/previews': ({ csv }: Profile['UserFile']) =>
    csv.includes('@') ? previewOf(csv) : faulty,
  'GET /profile/client-policy': {
    items: [policy('web', '1.2.0'), policy('desktop', '1.0.0'), policy('android', '1.3.0')],
  },
  'GET /profile/client-usage': usage,
  'GET /profile/admin-actions': actions,
  'GET /profile/security-events': (_: unknown, query: URLSearchParams) => ({
    items: securityEvents.items.filter(({ kind }) => (query.get('kind') ?? kind) === kind),
  }),
  'GET /*/standing': standing,
  'GET /profile/keys': keys,
  'GET /pii/keys': keysOfPeople,
  [`GET /pii/people/${DARIA}`]: personal,
  [`GET /pii/people/${DARIA}/standing`]: awaitsGuardian,
  'POST /pii/erasures': ({ erasureId }: Pii['AskErasure']) => ({ ...erasing, erasureId }),
  'GET /pii/erasures/*': erasing,
  'GET /pii/erasures/*/certificate': certificate,
};

export const PEOPLE_PLACES = {
  student: `/people/${DARIA}`,
  teacher: `/people/${BRAM}`,
  erased: `/erasures/${ERASED}`,
  erasing: `/erasures/${ERASING}`,
  security: `/operations/security?userId=${DARIA}`,
};

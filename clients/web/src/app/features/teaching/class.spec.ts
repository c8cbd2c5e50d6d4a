import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Schemas } from '@tall/api/http';

import { refuses, says, Server } from '../../../testing/script';
import { KEYS_FOR_TEXTS } from '../../../testing/words';
import { SEND } from '../../core/http/open-api';
import { Class } from './class';
import type { ClassView, StudentView } from './teaching-api';

const CLASS = 'GET /api/v2/cron-utility/class';
const STUDENTS = 'GET /api/v2/cron-utility/students';
const NAMES = 'POST /api/v2/pii/people/names';
const due = { today: 12, coming: [1, 2, 3, 4, 5, 6, 7] };

const aClass: ClassView = {
  students: 14,
  active: 11,
  needHelp: 2,
  needs: [
    { code: 'inactive', students: 1 },
    { code: 'low-retention', students: 2 },
  ],
  weekAnswers: 840,
  weekMinutes: 310,
  trueRetention: 0.86,
  due,
  weeks: [],
};

function student(studentId: string, needs: StudentView['needs']): StudentView {
  return {
    studentId,
    needs,
    due,
    answers: 100,
    correct: 80,
    weekAnswers: 10,
    weekMinutes: 5,
    leeches: 0,
    trueRetention: 0.7,
    lastActiveAt: '2026-11-20T09:00:00.000Z',
  };
}

describe('the picture of a class', () => {
  async function shown(view: ClassView, students: readonly StudentView[], names: Schemas['pii']['NamesView']['items']) {
    const server = new Server()
      .willSay(CLASS, says(view))
      .willSay(STUDENTS, says({ items: students }))
      .willSay(`${CLASS}/hard-words`, says({ items: [] }))
      .willSay(`${CLASS}/mistakes`, says({ kinds: [], weeks: [] }))
      .willSay(NAMES, says({ items: names }));
    TestBed.configureTestingModule({
      providers: [KEYS_FOR_TEXTS, provideRouter([]), { provide: SEND, useValue: server.send }],
    });
    const fixture = TestBed.createComponent(Class);
    const page = fixture.nativeElement as HTMLElement;
    await vi.waitFor(() => {
      expect(page.querySelector('.urgent, tall-empty')).not.toBeNull();
      expect(page.querySelector('tall-skeleton')).toBeNull();
    });
    return { page, server };
  }

  it('begins with those who need help, in the order of the server, each with name and reasons', async () => {
    const { page, server } = await shown(
      aClass,
      [
        student('u-daria', [
          { code: 'inactive', days: 9 },
          { code: 'low-retention', retention: 0.6, desired: 0.9, answers: 40 },
        ]),
        student('u-bram', [{ code: 'low-retention', retention: 0.7, desired: 0.9, answers: 40 }]),
      ],
      [
        { userId: 'u-bram', givenName: 'Bram', familyName: 'Visser' },
        { userId: 'u-daria', givenName: 'Daria', familyName: 'Kuznetsova' },
      ],
    );
    expect(new URL(server.asked(STUDENTS)[0]!.url).searchParams.get('needsHelp')).toBe('true');
    const told = [...page.querySelectorAll('.urgent a')].map((link) => [
      link.getAttribute('href'),
      link.querySelector('strong')?.textContent,
      [...link.querySelectorAll('li')].map(({ textContent }) => textContent.trim()),
    ]);
    expect(told).toEqual([
      ['/students/u-daria', 'Daria Kuznetsova', ['need.inactive', 'need.low-retention']],
      ['/students/u-bram', 'Bram Visser', ['need.low-retention']],
    ]);
    // Before every figure.
    const first = page.querySelector('.urgent')!;
    expect(first.compareDocumentPosition(page.querySelector('tall-figures')!)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('counts each reason, and leads to whom it concerns', async () => {
    const { page } = await shown(aClass, [student('u', [{ code: 'inactive', days: 9 }])], []);
    const reasons = [...page.querySelectorAll('nav a')].map((link) => [
      link.getAttribute('href'),
      link.querySelector('strong')?.textContent,
    ]);
    expect(reasons).toEqual([
      ['/students?need=inactive', '1'],
      ['/students?need=low-retention', '2'],
    ]);
  });

  it('says so where nobody needs help, and where there is nobody', async () => {
    const { page } = await shown({ ...aClass, needHelp: 0, needs: [] }, [], []);
    expect(page.querySelector('tall-empty')?.textContent).toContain('class.nobody');
    TestBed.resetTestingModule();
    const { page: empty } = await shown({ ...aClass, students: 0, needHelp: 0, needs: [] }, [], []);
    expect(empty.querySelector('tall-empty')?.textContent).toContain('class.empty');
    // No figures of nobody, and no table of them.
    expect(empty.querySelector('tall-figures')).toBeNull();
    expect(empty.textContent).not.toContain('class.download');
  });

  it('keeps what is there when a part of it cannot be had, and fetches that again', async () => {
    const server = new Server()
      .willSay(CLASS, says(aClass))
      .willSay(STUDENTS, refuses(503, 'unavailable'), says({ items: [student('u', [{ code: 'inactive', days: 9 }])] }))
      .willSay(`${CLASS}/hard-words`, says({ items: [] }))
      .willSay(`${CLASS}/mistakes`, says({ kinds: [], weeks: [] }))
      .willSay(NAMES, says({ items: [] }));
    TestBed.configureTestingModule({
      providers: [KEYS_FOR_TEXTS, provideRouter([]), { provide: SEND, useValue: server.send }],
    });
    const page = TestBed.createComponent(Class).nativeElement as HTMLElement;
    await vi.waitFor(() => expect(page.querySelector('tall-failure')).not.toBeNull());
    await vi.waitFor(() => expect(page.querySelector('tall-figures')).not.toBeNull());
    page.querySelector<HTMLButtonElement>('tall-failure button')!.click();
    await vi.waitFor(() => expect(page.querySelector('.urgent strong')?.textContent).toContain('people.nameless'));
    expect(page.querySelector('tall-failure')).toBeNull();
  });
});

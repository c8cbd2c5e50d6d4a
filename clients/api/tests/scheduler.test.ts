/** `tests/vectors/scheduler.json` at the root holds what the server's scheduler answers; this one must answer the same. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  arrange,
  type Candidate,
  type CardState,
  dayStart,
  examAsksOn,
  examNewCards,
  Fsrs,
  held,
  type Hold,
  inOrder,
  isDue,
  nextCard,
  Pace,
  type Phase,
  type Rating,
  type Returning,
  type Review,
  studyDay,
} from '../src/scheduler';
import { camel } from './camel';

interface Scheduled {
  readonly parameters: { readonly version: number; readonly weights: readonly number[] | null };
  readonly desiredRetention: number;
  readonly history: readonly Review[];
  readonly now: number;
  readonly card: string;
  readonly zone: string;
  readonly expected: {
    readonly state: CardState;
    readonly recall: number | null;
    readonly due: boolean;
    readonly buttons: readonly { readonly phase: Phase; readonly dueAt: number; readonly intervalDays: number }[];
    readonly steps: readonly unknown[];
  };
}

interface Week {
  readonly history: readonly Review[];
  readonly easyDays: readonly number[];
  readonly expected: {
    readonly window: readonly string[] | null;
    readonly state: CardState;
    readonly buttons: readonly number[];
  };
}

type Given = { readonly card: string; readonly word: string; readonly recall: number | null };
type Pair = readonly [word: string, card: string];

interface Vectors {
  readonly days: readonly {
    readonly zone: string;
    readonly at: number;
    readonly day: string;
    readonly start: number;
  }[];
  readonly schedules: readonly Scheduled[];
  readonly sessions: readonly {
    readonly candidates: readonly Given[];
    readonly today: readonly Pair[];
    readonly recent: readonly string[];
    readonly cards: number;
    readonly newCards: number;
    readonly expected: readonly string[];
  }[];
  readonly sittings: readonly {
    readonly candidates: readonly Given[];
    readonly answers: readonly (readonly [Phase, Rating, number])[];
    readonly cards: number;
    readonly newCards: number;
    readonly minutes: number;
    readonly unanswered: readonly Pair[];
    readonly returning: readonly Returning[];
    readonly recent: readonly string[];
    readonly now: number;
    readonly expected: { readonly order: readonly string[]; readonly next: string | null };
  }[];
  readonly exams: readonly {
    readonly history: readonly Review[];
    readonly card: string;
    readonly zone: string;
    readonly today: string;
    readonly exam: string;
    readonly unseen: number;
    readonly hold: Hold;
    readonly lapses: number;
    readonly expected: { readonly asksOn: string | null; readonly newCards: number; readonly held: string | null };
  }[];
  readonly weeks: readonly Week[];
}

const file = new URL('../../../tests/vectors/scheduler.json', import.meta.url);
const vectors = camel(JSON.parse(readFileSync(file, 'utf8'))) as Vectors;

/** The same, with room for the last digit of numbers with a fraction: platforms round powers differently. */
function isSame(given: unknown, expected: unknown): boolean {
  if (typeof given === 'number' && typeof expected === 'number' && !Number.isInteger(expected)) {
    return Math.abs(given - expected) <= 1e-6 * Math.abs(expected);
  }
  if (given === null || expected === null || typeof given !== 'object' || typeof expected !== 'object') {
    return given === expected;
  }
  const [fields, others] = [Object.entries(given), new Map(Object.entries(expected))];
  return fields.length === others.size && fields.every(([name, field]) => isSame(field, others.get(name)));
}

function expectSame(given: unknown, expected: unknown): void {
  if (!isSame(given, expected)) {
    expect(given).toEqual(expected);
  }
}

function fsrsOf({ parameters, desiredRetention }: Pick<Scheduled, 'parameters' | 'desiredRetention'>): Fsrs {
  const { version, weights } = parameters;
  return new Fsrs(desiredRetention, weights ? { version, weights } : undefined);
}

function candidates(given: readonly Given[]): Candidate[] {
  return given.map(({ card, word, recall }) => ({ card, word, recall: recall ?? undefined }));
}

describe('study days', () => {
  it.each(vectors.days)('$day in $zone holds $at', ({ zone, at, day, start }) => {
    expect(studyDay(at, zone)).toBe(day);
    expect(dayStart(day, zone)).toBe(start);
  });
});

describe('a card', () => {
  it.each(vectors.schedules)('stands where the server says (%#)', (given) => {
    const fsrs = fsrsOf(given);
    const { state, recall, due } = fsrs.next(given.history, given.now);
    expectSame(state, given.expected.state);
    expectSame(recall ?? null, given.expected.recall);
    expect(due).toBe(given.expected.due);
    expect(isDue(state, given.now)).toBe(due);
    const buttons = fsrs.buttons(state, given.card, given.now, given.zone);
    expectSame(
      buttons.map(({ phase, dueAt, intervalDays }) => ({ phase, dueAt, intervalDays })),
      given.expected.buttons,
    );
  });

  it.each(vectors.schedules)('takes each answer as the server does (%#)', (given) => {
    const fsrs = fsrsOf(given);
    let state = fsrs.newCard();
    const steps = inOrder(given.history).map((review) => {
      const step = fsrs.advance(state, review);
      if (!step) {
        throw new Error('in order, each is the next');
      }
      state = step.after;
      const { phase, step: index, dueAt, intervalDays, memory } = state;
      const { recall = null, recalledWhenDue = null } = step;
      return { review: review.id, phase, step: index, dueAt, intervalDays, memory, recall, recalledWhenDue };
    });
    expectSame(steps, given.expected.steps);
  });

  it.each(vectors.schedules)('does not ask in which order answers arrived (%#)', (given) => {
    const fsrs = fsrsOf(given);
    const arrived = [...given.history].reverse().concat(given.history.slice(0, 1));
    expect(fsrs.replay(arrived)).toEqual(fsrs.replay(given.history));
    const [first] = given.history;
    if (first) {
      expect(fsrs.replayWithout(arrived, first.id)).toEqual(fsrs.replay(given.history.slice(1)));
    }
  });

  it('is not continued by what lies before, nor under another basis', () => {
    const given = vectors.schedules.find(({ history }) => history.length > 2);
    const fsrs = new Fsrs();
    const [first, second] = inOrder(given?.history ?? []);
    if (!first || !second) {
      throw new Error('a vector has two answers');
    }
    const state = fsrs.replay([second]);
    expect(fsrs.advance(state, first)).toBeUndefined();
    expect(fsrs.advance(state, second)).toBeUndefined();
    expect(new Fsrs(0.95).advance(fsrs.replay([first]), second)).toBeUndefined();
  });
});

describe('the day of a return', () => {
  it.each(vectors.weeks)('is drawn as the server draws it (%#)', (given) => {
    const fsrs = new Fsrs(undefined, undefined, given.easyDays);
    const last = given.history.at(-1);
    if (!last) {
      throw new Error('a vector has an answer');
    }
    const state = fsrs.replay(given.history.slice(0, -1));
    const window = fsrs.window(state, last);
    expect(window ? [window.earliest, window.latest] : null).toEqual(given.expected.window);
    expectSame(fsrs.replay(given.history), given.expected.state);
    const now = Math.min(last.answeredAt, last.receivedAt);
    const buttons = fsrs.buttons(state, last.card, now, last.zone);
    expect(buttons.map(({ dueAt }) => dueAt)).toEqual(given.expected.buttons);
  });

  it('is not drawn in a week that has no day', () => {
    expect(() => new Fsrs(undefined, undefined, [0, 0, 0, 0, 0, 0, 0])).toThrow(RangeError);
  });
});

describe('a session', () => {
  it.each(vectors.sessions)('has the order of the server (%#)', ({ cards, newCards, today, recent, ...given }) => {
    expect(arrange(candidates(given.candidates), { cards, newCards }, { today, recent })).toEqual(given.expected);
  });

  it.each(vectors.sittings)('fits the time and goes on (%#)', ({ cards, newCards, minutes, expected, ...given }) => {
    const time = { minutes, pace: new Pace(given.answers) };
    expect(arrange(candidates(given.candidates), { cards, newCards }, undefined, time)).toEqual(expected.order);
    expect(nextCard(given.unanswered, given.returning, given.recent, given.now) ?? null).toBe(expected.next);
  });
});

describe('exams and holds', () => {
  it.each(vectors.exams)('are those of the server (%#)', (given) => {
    const state = new Fsrs().replay(given.history);
    expect(examAsksOn(given.exam, state, given.card, given.today, given.zone) ?? null).toBe(given.expected.asksOn);
    expect(examNewCards(given.exam, given.unseen, given.today)).toBe(given.expected.newCards);
    expect(held(given.hold, { ...state, lapses: given.lapses }, given.today) ?? null).toBe(given.expected.held);
  });
});

/** `tests/vectors/cohort.json` at the root holds what the server's weekly cohorts answer; a device must answer the same. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Answered,
  type Ask,
  asked,
  beginsAt,
  belongsTo,
  dueOn,
  laterWeek,
  mondayOf,
  type OwnWord,
  type Progress,
  replayed,
  type Rules,
  seats,
  stepped,
  weekOf,
} from '../src/words';
import { camel } from './camel';

/** As the server keeps it; a client is told the same in other names. */
interface State {
  readonly stage: Progress['stage'];
  readonly passed: number;
  readonly echoes: number;
  readonly run?: { readonly week: string; readonly from: string; readonly passed: number };
  readonly echoFrom?: string;
  readonly tried?: NonNullable<Progress['tried']>;
  readonly lapses: number;
  readonly answers: number;
  readonly correct: number;
  readonly graduatedAt?: number;
}

type Fact =
  | { readonly fact: 'entered' | 'brought-back' }
  | (Answered & { readonly fact: 'answered'; readonly receivedAt: number });

interface Word {
  readonly log: readonly {
    readonly fact: Fact;
    readonly step: string | Readonly<Record<string, unknown>> | null;
    readonly after: State;
  }[];
  readonly days: readonly {
    readonly week: string;
    readonly day: string;
    readonly asked: readonly ['first' | 'again', Ask] | null;
    readonly dueOn: string | null;
    readonly belongs: boolean;
  }[];
}

interface Vectors {
  readonly words: readonly Word[];
  readonly sittings: readonly {
    readonly words: readonly { readonly id: string; readonly state: State }[];
    readonly now: number;
    readonly zone: string;
    readonly most: number;
    readonly expected: readonly string[];
  }[];
  readonly weeks: readonly (readonly [at: number, week: string, monday: string, beginsAt: number, later: string])[];
}

const file = new URL('../../../tests/vectors/cohort.json', import.meta.url);
const vectors = camel(JSON.parse(readFileSync(file, 'utf8'))) as Vectors;

const RULES: Rules = { cycleDays: [1, 2, 4, 6], echoGaps: [1, 2, 4, 8], mostReturns: 3, leechLapses: 8 };
const WAITING: Progress = { stage: 'waiting', cyclesPassed: 0, echoesPassed: 0, lapses: 0, answers: 0, correct: 0 };

function progressOf({ passed, echoes, run, tried, graduatedAt, stage, echoFrom, ...counts }: State): Progress {
  const { lapses, answers, correct } = counts;
  return {
    ...{ stage, lapses, answers, correct, cyclesPassed: passed, echoesPassed: echoes },
    ...(run && { run: { week: run.week, from: run.from, passedBefore: run.passed } }),
    ...(echoFrom !== undefined && { echoFrom }),
    ...(tried && { tried, triedOn: tried.day }),
    ...(graduatedAt !== undefined && { graduatedAt: new Date(graduatedAt).toISOString() }),
  };
}

/** What is absent and what is null are the same. */
function plain(progress: Progress): unknown {
  return Object.fromEntries(Object.entries(progress).filter(([, field]) => field != null));
}

/** A device's clock is put right before its answers count. */
function answerOf({ id, asked, correct, answeredAt, receivedAt, zone }: Extract<Fact, { fact: 'answered' }>): Answered {
  return { id, asked, correct, answeredAt: Math.min(answeredAt, receivedAt), zone };
}

const nameOf = (step: Word['log'][number]['step']) => (typeof step === 'object' ? Object.keys(step ?? {})[0] : step);

function own(id: string, progress: Progress): OwnWord {
  const at = '2026-03-01T10:00:00.000Z';
  const about = { lemma: 'brood', headword: 'het brood', partOfSpeech: 'noun', glosses: { en: 'bread' } } as const;
  const kept = { source: { kind: 'manual' }, addedAt: at, changedAt: at } as const;
  return { wordId: id, ...about, ...kept, contexts: [], tags: [], lists: [], rev: 1, progress };
}

describe('the twin of the cohorts', () => {
  it('has the weeks of the server', () => {
    for (const [at, week, monday, begin, later] of vectors.weeks) {
      const told = [at, weekOf(at), mondayOf(week), beginsAt(week), laterWeek(week, 5)];
      expect(told).toEqual([at, week, monday, begin, later]);
    }
    expect(vectors.weeks.length).toBeGreaterThan(1000);
  });

  it.each(vectors.words)('takes each answer as the server does (%#)', ({ log }) => {
    let before = WAITING;
    for (const { fact, step, after } of log) {
      if (fact.fact === 'answered') {
        const taken = stepped(before, answerOf(fact), RULES);
        expect([taken.step, plain(taken.after)]).toEqual([nameOf(step), plain(progressOf(after))]);
      }
      before = progressOf(after);
    }
  });

  it.each(vectors.words)('does not ask in which order answers arrived (%#)', ({ log }) => {
    const lastTaken = log.findLastIndex(({ fact }) => fact.fact !== 'answered');
    const [known, end] = [log[lastTaken], log.at(-1)];
    if (!known || !end) throw new Error('a cohort took the word');
    const answers = log.slice(lastTaken + 1).flatMap(({ fact }) => (fact.fact === 'answered' ? [answerOf(fact)] : []));
    const state = replayed(progressOf(known.after), answers.reverse(), RULES);
    expect(plain(state)).toEqual(plain(progressOf(end.after)));
  });

  it.each(vectors.words)('asks what the server would ask (%#)', ({ log, days }) => {
    const last = log.at(-1);
    const progress = last ? progressOf(last.after) : WAITING;
    const told = days.map(({ week, day }) => {
      const what = asked(progress, week, day, RULES);
      return {
        week,
        day,
        asked: what ? [what.isAgain ? 'again' : 'first', what.ask] : null,
        dueOn: dueOn(progress, week, RULES) ?? null,
        belongs: belongsTo(progress, week),
      };
    });
    expect(told).toEqual(days);
  });

  it.each(vectors.sittings)('arranges a sitting as the server does (%#)', ({ words, now, zone, most, expected }) => {
    const kept = words.map(({ id, state }, place) => ({ id, word: own(id, progressOf(state)), place, log: [] }));
    const told = seats({ words: kept, rules: RULES, now, zone, language: 'en' }, most);
    expect(told.map(({ wordId }) => wordId)).toEqual(expected);
  });
});

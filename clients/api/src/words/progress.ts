/**
 * Where an own word stands, what it is asked, and what an answer does to it: the twin of `crates/scheduler/src/cohort`. Which
 * words a Monday takes from the queue is decided by the server alone.
 */

import type { Schemas } from '../http/connect';
import { later, studyDay } from '../scheduler/days';
import { laterWeek, mondayOf, weekOf } from './week';

type Cards = Schemas['learningCards'];
export type Progress = Cards['ProgressView'];
export type Ask = Cards['AskName'];
type Run = Cards['RunView'];

/** What the algorithm computes with, as a package says it. */
export type Rules = Pick<Cards['WordSchedulerView'], 'cycleDays' | 'echoGaps' | 'mostReturns' | 'leechLapses'>;

/** The ways in which a word is asked within its week, in their order. */
const CYCLES = ['see', 'recall', 'write', 'use'] as const;

/** What a word is asked on a day: for the first time, when the answer counts, or once more, which is practice. */
export interface Asked {
  readonly ask: Ask;
  readonly isAgain: boolean;
}

/** One answer, as the schedule sees it. */
export interface Answered {
  readonly id: string;
  readonly asked: Ask;
  readonly correct: boolean;
  readonly answeredAt: number;
  readonly zone: string;
}

export type Step =
  'practised' | 'returned' | 'passed' | 'kept' | 'graduated' | 'echoed' | 'known' | 'forgotten' | 'set-aside';

export interface Stepped {
  readonly after: Progress;
  readonly step: Step;
}

/** What a word is asked on a study day of a week; nothing when it is not asked. */
export function asked(progress: Progress, week: string, day: string, rules: Rules): Asked | undefined {
  const { stage, tried, echoFrom } = progress;
  if (tried && tried.day >= day) {
    return tried.day === day && tried.again ? { ask: tried.asked, isAgain: true } : undefined;
  }
  if (stage === 'learning') {
    const ask = CYCLES[progress.cyclesPassed];
    const due = dueOn(progress, week, rules);
    return ask && due !== undefined && due <= day ? { ask, isAgain: false } : undefined;
  }
  const isEchoDue = stage === 'graduated' && echoFrom != null && echoFrom <= week;
  return isEchoDue ? { ask: 'echo', isAgain: false } : undefined;
}

/** The study day from which on its next cycle is asked, seen from a week. What a week left unfinished goes on on Monday. */
export function dueOn(progress: Progress, week: string, rules: Rules): string | undefined {
  const run = runIn(progress, week);
  if (!run || progress.cyclesPassed >= CYCLES.length) return undefined;
  const nth = rules.cycleDays[Math.max(0, progress.cyclesPassed - run.passedBefore)];
  if (nth === undefined) return undefined;
  const due = later(run.from, nth - 1);
  const next = progress.tried ? later(progress.tried.day, 1) : due;
  return next > due ? next : due;
}

/** Whether it belongs to the cohort of a week: in its cycles, or with an echo due. */
export function belongsTo({ stage, run, echoFrom }: Progress, week: string): boolean {
  if (stage === 'learning') return run != null && run.week <= week;
  return stage === 'graduated' && echoFrom != null && echoFrom <= week;
}

/** Where a word stands after answers that its state does not know, in whatever order they come. */
export function replayed(progress: Progress, answers: readonly Answered[], rules: Rules): Progress {
  const inOrder = [...answers].sort((one, other) => one.answeredAt - other.answeredAt || (one.id < other.id ? -1 : 1));
  return inOrder.reduce((state, answer) => stepped(state, answer, rules).after, progress);
}

/** What an answer does to a word. */
export function stepped(progress: Progress, answer: Answered, rules: Rules): Stepped {
  const counted: Progress = {
    ...progress,
    answers: progress.answers + 1,
    correct: progress.correct + Number(answer.correct),
  };
  const week = weekOf(answer.answeredAt);
  const day = studyDay(answer.answeredAt, answer.zone);
  const wanted = asked(progress, week, day, rules);
  if (wanted?.ask !== answer.asked) return { after: counted, step: 'practised' };
  return wanted.isAgain ? cameBack(counted, answer, rules) : tried(counted, answer, { week, day }, rules);
}

function cameBack(progress: Progress, { correct }: Answered, rules: Rules): Stepped {
  const { tried } = progress;
  if (!tried) return { after: progress, step: 'returned' };
  const returns = tried.returns + 1;
  const again = !correct && returns < rules.mostReturns;
  return { after: { ...progress, tried: { ...tried, returns, again } }, step: 'returned' };
}

/** The first answer of a day decides. That of the first meeting is no lapse. */
function tried(
  progress: Progress,
  answer: Answered,
  { week, day }: { readonly week: string; readonly day: string },
  rules: Rules,
): Stepped {
  const { asked, correct } = answer;
  const run = runIn(progress, week);
  const after: Progress = {
    ...progress,
    triedOn: day,
    tried: { day, asked, correct, returns: 0, again: !correct },
    ...(run && { run }),
  };
  if (correct) return passed(after, answer, week, rules);
  const lapses = progress.lapses + (progress.tried ? 1 : 0);
  if (lapses >= rules.leechLapses) return setAside({ ...after, lapses });
  if (asked !== 'echo') return { after: { ...after, lapses }, step: 'kept' };
  const next = laterWeek(week, 1);
  const begun = { week: next, from: mondayOf(next), passedBefore: 0 };
  const anew: Progress = { ...after, lapses, stage: 'learning', cyclesPassed: 0, echoesPassed: 0, run: begun };
  return { after: { ...anew, echoFrom: null }, step: 'forgotten' };
}

function passed(progress: Progress, { asked, answeredAt }: Answered, week: string, rules: Rules): Stepped {
  const echoAfter = (echoes: number): string | null => {
    const gap = rules.echoGaps[echoes];
    return gap === undefined ? null : laterWeek(week, gap);
  };
  if (asked !== 'echo') {
    const cyclesPassed = progress.cyclesPassed + 1;
    if (cyclesPassed < CYCLES.length) return { after: { ...progress, cyclesPassed }, step: 'passed' };
    const graduatedAt = new Date(answeredAt).toISOString();
    const after: Progress = { ...progress, cyclesPassed, stage: 'graduated', run: null, graduatedAt };
    return { after: { ...after, echoFrom: echoAfter(0) }, step: 'graduated' };
  }
  const echoesPassed = progress.echoesPassed + 1;
  const echoFrom = echoAfter(echoesPassed);
  if (echoFrom !== null) return { after: { ...progress, echoesPassed, echoFrom }, step: 'echoed' };
  return { after: { ...progress, echoesPassed, stage: 'known', echoFrom }, step: 'known' };
}

function setAside(progress: Progress): Stepped {
  const tried = progress.tried && { ...progress.tried, again: false };
  return { after: { ...progress, stage: 'leech', run: null, echoFrom: null, tried: tried ?? null }, step: 'set-aside' };
}

function runIn({ run, cyclesPassed }: Progress, week: string): Run | undefined {
  if (!run) return undefined;
  return run.week < week ? { week, from: mondayOf(week), passedBefore: cyclesPassed } : run;
}

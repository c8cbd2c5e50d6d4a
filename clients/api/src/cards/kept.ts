/** A card on a device: what the server told of it, and what was said to it here since. */

import type { Schemas } from '../http/connect';
import { type CardState, dayStart, Fsrs, held, LEECH_LAPSES, type Review, studyDay } from '../scheduler';

type Cards = Schemas['thematicCards'];
export type CardView = Cards['CardView'];
export type CardStateView = Cards['CardStateView'];
export type SchedulerView = Cards['SchedulerView'];

export interface KeptCard {
  readonly id: string;
  readonly card: CardView;
  /** Its place in the package: new cards are met in this order. */
  readonly place: number;
  /** Where it stands as far as the server knows; absent for a new one. */
  readonly base?: CardStateView | undefined;
  /** Not to be asked before this instant. */
  readonly notBefore?: string | undefined;
  /** Whether it was new when it was packed. */
  readonly packedNew: boolean;
  /** Whether nothing of its word had been met when it was packed. */
  readonly newWord: boolean;
  /** Whether its word is one of the exam. */
  readonly ofExam: boolean;
  /** The study day of the first answer to a card that was packed as a new one. */
  readonly introducedOn?: string | undefined;
  /** Answers that were given here, of which `base` does not know yet. */
  readonly log: readonly Review[];
  /** Answers that were taken back here. */
  readonly undone: readonly string[];
  /** What was said of it here beside answers. */
  readonly marks: readonly KeptMark[];
}

export interface KeptMark {
  readonly id: string;
  readonly mark: Cards['MarkKind'];
  readonly markedAt: number;
  readonly zone: string;
}

/** Where a card stands on this device. */
export interface Standing {
  readonly state: CardState;
  readonly setAside?: Cards['SetAside'] | undefined;
  /** Absent while new or set aside. */
  readonly askAt?: number | undefined;
  /** Until when it is kept back, met or not. */
  readonly keptBackUntil: number;
}

export function schedulerOf(view: SchedulerView): Fsrs {
  const parameters = view.weights ? { version: view.parameters, weights: view.weights } : undefined;
  return new Fsrs(view.desiredRetention, parameters, view.week);
}

/** The log on top of what the server knows: the same whatever of it the server has taken meanwhile. */
export function stateOf(kept: Pick<KeptCard, 'base' | 'log' | 'undone'>, scheduler: Fsrs): CardState {
  const counted = kept.log.filter(({ id }) => !kept.undone.includes(id));
  return scheduler.replay(counted, baseState(kept.base, scheduler));
}

export function standingOf(kept: KeptCard, scheduler: Fsrs): Standing {
  const state = stateOf(kept, scheduler);
  const setAside = setAsideOf(kept, state);
  const keptBackUntil = Math.max(buriedUntil(kept), kept.notBefore ? Date.parse(kept.notBefore) : 0);
  const askAt = state.dueAt === undefined || setAside ? undefined : Math.max(state.dueAt, keptBackUntil);
  return { state, setAside, askAt, keptBackUntil };
}

/** With what the server tells now; answers that it has taken are in its state. */
export function told(kept: KeptCard, base: CardStateView): KeptCard {
  const { last } = base;
  const at = last ? Date.parse(last.at) : 0;
  const isLater = (review: Review) =>
    !last || review.answeredAt > at || (review.answeredAt === at && review.id > last.reviewId);
  const introducedOn = kept.introducedOn ?? (kept.packedNew ? last?.day : undefined);
  const log = kept.log.filter(isLater);
  const undone = kept.undone.filter((id) => log.some((review) => review.id === id));
  return { ...kept, base, introducedOn, log, undone };
}

function baseState(base: CardStateView | undefined, scheduler: Fsrs): CardState {
  const fresh = scheduler.newCard();
  if (!base?.last || base.stability == null || base.difficulty == null) return fresh;
  const { last } = base;
  return {
    ...fresh,
    phase: base.phase as CardState['phase'],
    step: base.step,
    memory: { stability: base.stability, difficulty: base.difficulty },
    ...(base.dueAt && { dueAt: Date.parse(base.dueAt) }),
    intervalDays: base.intervalDays,
    last: { id: last.reviewId, at: Date.parse(last.at), day: last.day },
    reviews: base.reviews,
    lapses: base.lapses,
  };
}

function latest(marks: readonly KeptMark[], ...kinds: readonly KeptMark['mark'][]): KeptMark | undefined {
  return marks
    .filter(({ mark }) => kinds.includes(mark))
    .sort((one, other) => one.markedAt - other.markedAt || (one.id < other.id ? -1 : 1))
    .at(-1);
}

/**
 * How often a leech had been forgotten when it was brought back is known to the server alone. A card of so many lapses that
 * is not set aside was brought back; the count starts here then.
 */
function setAsideOf({ base, marks }: KeptCard, state: CardState): Standing['setAside'] {
  const suspension = latest(marks, 'suspended', 'resumed')?.mark;
  const suspended = suspension ? suspension === 'suspended' : base?.setAside === 'suspended';
  const wasLeech = base?.setAside === 'leech' && !latest(marks, 'brought-back');
  if (wasLeech && !suspended) return 'leech';
  const known = base?.lapses ?? 0;
  const broughtBackAtLapses = known >= LEECH_LAPSES ? known : undefined;
  const why = held({ suspended, broughtBackAtLapses }, state, '');
  return why === 'buried' ? undefined : why;
}

function buriedUntil({ base, marks }: KeptCard): number {
  const told = base?.buriedUntil ? Date.parse(base.buriedUntil) : 0;
  const burial = latest(marks, 'buried');
  return Math.max(told, burial ? tomorrow(burial.markedAt, burial.zone) : 0);
}

/** When the next study day begins. */
export function tomorrow(now: number, zone: string): number {
  const next = new Date(Date.parse(`${studyDay(now, zone)}T00:00:00Z`) + 86_400_000);
  return dayStart(next.toISOString().slice(0, 10), zone);
}

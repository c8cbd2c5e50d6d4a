/** FSRS-6 with the interval policy of the platform: the twin of `crates/scheduler/src/fsrs6.rs`. */

import { between, dayStart, later, studyDay } from './days';
import { draw, type EasyDays, EVEN_WEEK, isWeek, type Window } from './easy-days';
import { f32 } from './float';
import { fraction, range } from './fuzz';
import { DEFAULT_WEIGHTS, type Memory, Model } from './model';
import { at, grade, inOrder, isBefore, RATINGS, type Rating, type Review } from './review';

/** The steps of a new card, and of one that was forgotten, in milliseconds. */
export const LEARNING_STEPS: readonly [number, number] = [60_000, 600_000];

/** The longest interval. */
export const INTERVAL_MAX_DAYS = 365;

/** What a card is going through. */
export type Phase = 'new' | 'learning' | 'review' | 'relearning';

/** What a state was computed with. */
export interface Basis {
  /** The version of the parameters; 0 are the defaults. */
  readonly parameters: number;
  readonly desiredRetention: number;
  readonly easyDays: EasyDays;
}

/** Where a card stands after its reviews: a cache of its log. */
export interface CardState {
  readonly phase: Phase;
  /** Index of the learning step that it is in; 0 outside the steps. */
  readonly step: number;
  /** Absent while new. */
  readonly memory?: Memory;
  /** When it returns; absent while new. */
  readonly dueAt?: number;
  /** Days between the last review and the study day on which it returns; 0 while in the steps. */
  readonly intervalDays: number;
  /** The last review in the order of the log. */
  readonly last?: { readonly id: string; readonly at: number; readonly day: string };
  readonly reviews: number;
  readonly lapses: number;
  readonly basis: Basis;
}

/** What one review did. */
export interface Transition {
  readonly before: CardState;
  readonly after: CardState;
  /** Predicted chance of recall at the moment of the answer; absent for the first. */
  readonly recall?: number;
  /** For a known card that was due: whether it was recalled. */
  readonly recalledWhenDue?: boolean;
}

/** A state, as it looks at one instant. */
export interface Schedule {
  readonly state: CardState;
  readonly recall?: number;
  readonly due: boolean;
}

/** Whether the card is to be asked. A new one always may be. */
export function isDue(state: CardState, now: number): boolean {
  return state.dueAt === undefined || state.dueAt <= now;
}

/** Whole days after which a card may return. */
interface Range {
  readonly least: number;
  readonly most: number;
}

/** Days for Hard, Good and Easy: kept apart, also at the maximum. */
interface Ranges {
  readonly hard: Range;
  readonly good: Range;
  readonly easy: Range;
}

type Return = { readonly step: number; readonly delay: number } | 'days';

/** The scheduler of one student. */
export class Fsrs {
  readonly basis: Basis;
  readonly #model: Model;

  /** `weights` are those of the version; without them, the defaults. */
  constructor(
    desiredRetention = 0.9,
    parameters: { version: number; weights: readonly number[] } | undefined = undefined,
    easyDays: EasyDays = EVEN_WEEK,
  ) {
    if (!(f32(desiredRetention) >= f32(0.8) && f32(desiredRetention) <= f32(0.95))) {
      throw new RangeError('desired retention lies between 0.80 and 0.95');
    }
    if (!isWeek(easyDays)) {
      throw new RangeError('easy days are seven shares of 0 to 100 percent, not all of them 0');
    }
    this.#model = new Model(parameters?.weights ?? DEFAULT_WEIGHTS);
    this.basis = { parameters: parameters?.version ?? 0, desiredRetention: f32(desiredRetention), easyDays };
  }

  /** A card that was never answered. */
  newCard(): CardState {
    return { phase: 'new', step: 0, intervalDays: 0, reviews: 0, lapses: 0, basis: this.basis };
  }

  /** Where a card with this history stands. The reviews may be in any order, and one may come twice. */
  next(history: Iterable<Review>, now: number): Schedule {
    const state = this.replay(history);
    return { state, ...present('recall', this.recall(state, now)), due: isDue(state, now) };
  }

  /** The state after these reviews; for a card whose oldest reviews are summed up, after those in `base`. */
  replay(reviews: Iterable<Review>, base: CardState = this.newCard()): CardState {
    let state: CardState = { ...base, basis: this.basis };
    for (const review of inOrder(reviews)) {
      if (!base.last || isBefore([base.last.at, base.last.id], [at(review), review.id])) {
        state = this.#apply(state, review);
      }
    }
    return state;
  }

  /** The state as if a review had never been given. */
  replayWithout(reviews: Iterable<Review>, undone: string, base: CardState = this.newCard()): CardState {
    return this.replay(
      [...reviews].filter((review) => review.id !== undone),
      base,
    );
  }

  /** Continue a state by the next review of the log; nothing when it is not the next, or the basis is another: replay. */
  advance(state: CardState, review: Review): Transition | undefined {
    const follows = !state.last || isBefore([state.last.at, state.last.id], [at(review), review.id]);
    const sameBasis =
      state.basis.parameters === this.basis.parameters &&
      state.basis.desiredRetention === this.basis.desiredRetention &&
      state.basis.easyDays.every((share, day) => share === this.basis.easyDays[day]);
    return follows && sameBasis ? this.transition(state, review) : undefined;
  }

  /** What a review does to a card that stands at `before`. */
  transition(before: CardState, review: Review): Transition {
    const day = studyDay(at(review), review.zone);
    const wasDue =
      before.phase === 'review' && before.dueAt !== undefined && studyDay(before.dueAt, review.zone) <= day;
    return {
      before,
      after: this.#apply(before, review),
      ...present('recall', this.recall(before, at(review))),
      ...present('recalledWhenDue', wasDue ? review.rating !== 'again' : undefined),
    };
  }

  /** Where the card would stand after each of the four ratings. */
  buttons(state: CardState, card: string, now: number, zone: string): CardState[] {
    return RATINGS.map((rating) =>
      this.#apply(state, { id: state.last?.id ?? card, card, rating, answeredAt: now, receivedAt: now, zone }),
    );
  }

  /** The days on which a card may return after this review; nothing when it returns within the steps. */
  window(state: CardState, review: Review): Window | undefined {
    const day = studyDay(at(review), review.zone);
    const { hard, good, easy } = this.#ranges(state, day);
    const range = { again: hard, hard, good, easy }[review.rating];
    return returns(state, review.rating) === 'days' ? window(range, day) : undefined;
  }

  /** The predicted chance of recalling the card. Absent for a new card. */
  recall(state: CardState, now: number): number | undefined {
    if (!state.memory || !state.last) {
      return undefined;
    }
    return this.#model.recall(state.memory, f32(f32(Math.max(0, now - state.last.at) / 1000) / 86_400));
  }

  #apply(state: CardState, review: Review): CardState {
    const when = at(review);
    const day = studyDay(when, review.zone);
    const returning = returns(state, review.rating);
    const memory = this.#model.step(state.memory, elapsed(state, day), grade(review.rating));
    const forgotten = state.phase === 'review' && review.rating === 'again';
    const common = {
      memory,
      last: { id: review.id, at: when, day },
      reviews: state.reviews + 1,
      lapses: state.lapses + Number(forgotten),
      basis: this.basis,
    };
    if (returning !== 'days') {
      const learning = state.phase === 'new' || state.phase === 'learning';
      const phase = learning ? 'learning' : 'relearning';
      return { ...common, phase, step: returning.step, dueAt: when + returning.delay, intervalDays: 0 };
    }
    const on = this.#returnDay(state, review, day);
    return { ...common, phase: 'review', step: 0, dueAt: dayStart(on, review.zone), intervalDays: between(day, on) };
  }

  /** Good has the choice of its whole window; Hard lies before it and Easy after it, by the same fraction. */
  #returnDay(state: CardState, review: Review, day: string): string {
    const part = fraction(review.card, state.reviews);
    const drawn = (range: Range): string => draw(this.basis.easyDays, window(range, day), part);
    const { hard, good, easy } = this.#ranges(state, day);
    const usual = drawn(good);
    const days = between(day, usual);
    if (review.rating === 'good') {
      return usual;
    }
    return drawn(review.rating === 'easy' ? atLeast(easy, days + 1) : atMost(hard, Math.max(0, days - 1)));
  }

  #ranges(state: CardState, day: string): Ranges {
    const days = elapsed(state, day);
    const of = (rating: Rating): Range => {
      const { stability } = this.#model.step(state.memory, days, grade(rating));
      const [least, most] = range(this.#model.interval(stability, this.basis.desiredRetention));
      return { least, most };
    };
    const hard = atMost(of('hard'), INTERVAL_MAX_DAYS - 2);
    // In the steps Hard means minutes, so Good may be the next day.
    const known = state.phase === 'review';
    const good = atMost(known ? after(of('good'), hard) : of('good'), INTERVAL_MAX_DAYS - 1);
    const easy = atMost(after(of('easy'), good), INTERVAL_MAX_DAYS);
    return { hard, good, easy };
  }
}

/** Study days since the last answer; a traveller's calendar may step back: that is the same day. */
function elapsed(state: CardState, day: string): number {
  return state.last ? between(state.last.day, day) : 0;
}

function returns(state: CardState, rating: Rating): Return {
  const inSteps = state.phase !== 'review';
  const next = state.step + 1;
  if (rating === 'again') {
    return { step: 0, delay: LEARNING_STEPS[0] };
  }
  if (rating === 'hard' && inSteps) {
    return { step: state.step, delay: hardDelay(state.step) };
  }
  if (rating === 'good' && inSteps && next < LEARNING_STEPS.length) {
    return { step: next, delay: stepDelay(next) };
  }
  return 'days';
}

/** The delay of a step; a state from a release with more steps is in the last. */
function stepDelay(step: number): number {
  return LEARNING_STEPS[Math.min(step, LEARNING_STEPS.length - 1)] ?? LEARNING_STEPS[1];
}

/** Hard repeats the step, but must not come as soon as Again: on the first step it waits halfway to the second. */
function hardDelay(step: number): number {
  return step === 0 ? (stepDelay(0) + stepDelay(1)) / 2 : stepDelay(step);
}

function after(range: Range, other: Range): Range {
  return { least: Math.max(range.least, other.least + 1), most: Math.max(range.most, other.most + 1) };
}

function atLeast({ least, most }: Range, days: number): Range {
  return { least: Math.max(least, days), most: Math.max(most, days) };
}

function atMost({ least, most }: Range, days: number): Range {
  return { least: Math.min(least, days), most: Math.min(most, days) };
}

function window(range: Range, day: string): Window {
  return { earliest: later(day, range.least), latest: later(day, range.most) };
}

/** A field that is there when its value is. */
function present<K extends string, V>(name: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [name]: value } as Record<K, V>);
}

/** Exams, and cards that are kept back: the twins of `crates/scheduler/src/exam.rs` and `hold.rs`. */

import { between, dayNumber, dayOf, later, studyDay } from './days';
import type { CardState } from './fsrs';
import { fraction } from './fuzz';

/** Days before the exam within which every card of its topics is seen. */
export const EXAM_REFRESH_DAYS = 7;

/** The day on which a card is asked for the sake of the exam on `exam`, when that is sooner than it is due. */
export function examAsksOn(
  exam: string,
  state: CardState,
  card: string,
  today: string,
  zone: string,
): string | undefined {
  if (state.dueAt === undefined || !state.last) {
    return undefined;
  }
  const first = dayOf(dayNumber(exam) - EXAM_REFRESH_DAYS);
  if (today >= exam || studyDay(state.dueAt, zone) < exam || state.last.day >= first) {
    return undefined;
  }
  const day = later(first, Math.floor(fraction(card, state.reviews) * between(first, exam)));
  return day > today ? day : today;
}

/** How many new cards today, so that all are met in equal shares before the last days, or before the exam. */
export function examNewCards(exam: string, unseen: number, today: string): number {
  const left = between(today, exam);
  const days = left > EXAM_REFRESH_DAYS ? left - EXAM_REFRESH_DAYS : left;
  return days === 0 ? 0 : Math.ceil(unseen / days);
}

/** How often a card is forgotten when due before it is a leech, and how often more after it was brought back. */
export const LEECH_LAPSES = 8;
export const LEECH_AGAIN_LAPSES = 4;

/** What keeps a card back. */
export interface Hold {
  readonly suspended: boolean;
  /** The study day for which it was put off. */
  readonly buriedOn?: string | undefined;
  /** Lapses that the card had when it was last brought back as a leech. */
  readonly broughtBackAtLapses?: number | undefined;
}

/** Why a card is not asked today; nothing when it may be. */
export function held(hold: Hold, state: CardState, today: string): 'suspended' | 'leech' | 'buried' | undefined {
  if (hold.suspended) {
    return 'suspended';
  }
  const back = hold.broughtBackAtLapses;
  const limit = back === undefined ? LEECH_LAPSES : Math.max(LEECH_LAPSES, back + LEECH_AGAIN_LAPSES);
  if (state.lapses >= limit) {
    return 'leech';
  }
  return hold.buriedOn === today ? 'buried' : undefined;
}

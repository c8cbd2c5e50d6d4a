/** One answer, and the order of answers. */

import type { Grade } from './model';

/** How well a card was recalled. */
export type Rating = 'again' | 'hard' | 'good' | 'easy';

/** All four, from Again to Easy. */
export const RATINGS: readonly Rating[] = ['again', 'hard', 'good', 'easy'];

/** 1 to 4, as FSRS counts. */
export function grade(rating: Rating): Grade {
  return (RATINGS.indexOf(rating) + 1) as Grade;
}

/** One answer to a card. Instants are milliseconds since 1970. */
export interface Review {
  /** Made by the client: the same review may arrive more than once. */
  readonly id: string;
  readonly card: string;
  readonly rating: Rating;
  /** As the device's clock tells; not to be trusted about the future. */
  readonly answeredAt: number;
  /** When the server took it; on a device, the present. */
  readonly receivedAt: number;
  /** Decides which study day it was. */
  readonly zone: string;
}

/** The instant that counts: the device's, but not after the receipt. */
export function at(review: Review): number {
  return Math.min(review.answeredAt, review.receivedAt);
}

/** Whether a place in the log (instant, id) lies before another. */
export function isBefore(one: readonly [number, string], other: readonly [number, string]): boolean {
  return one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);
}

function compare<T extends string | number>(one: T, other: T): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The log in its order, each review once, whatever order and number they arrived in. */
export function inOrder(reviews: Iterable<Review>): Review[] {
  const first = new Map<string, Review>();
  for (const review of reviews) {
    const known = first.get(review.id);
    if (!known || precedence(review, known) < 0) {
      first.set(review.id, review);
    }
  }
  return [...first.values()].sort((a, b) => compare(at(a), at(b)) || compare(a.id, b.id));
}

/** Of two reviews with one id, the one that counts. */
function precedence(a: Review, b: Review): number {
  return (
    compare(at(a), at(b)) ||
    compare(grade(a.rating), grade(b.rating)) ||
    compare(a.card, b.card) ||
    compare(a.zone, b.zone)
  );
}

/** On which day a card returns: within what its memory allows, where there is room. */

import { between, dayNumber, later } from './days';

/** The study days on which a card may return, ends included. */
export interface Window {
  readonly earliest: string;
  /** The one on which it returns when nothing speaks against it. */
  readonly usual: string;
  readonly latest: string;
}

/** What a student's days hold already, as far as it bears on where one card goes. */
export class Calendar {
  readonly #easyDays: readonly number[];
  readonly #due = new Map<string, number>();
  readonly #siblings = new Set<string>();

  /** With the share of a usual day's work for each day of the week, in percent, Monday first. */
  constructor(easyDays: readonly number[] = [100, 100, 100, 100, 100, 100, 100]) {
    const fits =
      easyDays.length === 7 &&
      easyDays.every((share) => share >= 0 && share <= 100) &&
      easyDays.some((share) => share > 0);
    if (!fits) {
      throw new RangeError('easy days are seven shares of 0 to 100 percent, not all of them 0');
    }
    this.#easyDays = easyDays;
  }

  /** So many more of the student's cards are due on this day. */
  addDue(day: string, cards: number): void {
    this.#due.set(day, this.due(day) + cards);
  }

  /** A card of the same word is due on this day. */
  addSibling(day: string): void {
    this.#siblings.add(day);
  }

  /** Cards that are due on this day. */
  due(day: string): number {
    return this.#due.get(day) ?? 0;
  }

  /**
   * The best day of a window: without a sibling, then not a day off, then with the least to do for its share of the week,
   * dearer with the distance from the usual day; then the nearest, then the earlier.
   */
  choose(window: Window): string {
    const length = between(window.earliest, window.latest) + 1;
    let best = window.usual;
    let bestKey: readonly number[] | undefined;
    for (let days = 0; days < length; days += 1) {
      const day = later(window.earliest, days);
      const key = this.#key(window, day, length);
      if (!bestKey || isLess(key, bestKey)) {
        [best, bestKey] = [day, key];
      }
    }
    return best;
  }

  /** Compared from the left; the price is a fraction, so it stands as numerator and denominator. */
  #key(window: Window, day: string, length: number): readonly number[] {
    const distance = Math.abs(dayNumber(day) - dayNumber(window.usual));
    const share = this.#share(day);
    const price = (this.due(day) + 1) * (length + distance);
    return [Number(this.#siblings.has(day)), Number(share === 0), price, Math.max(share, 1), distance];
  }

  #share(day: string): number {
    // 1 January 1970 was a Thursday.
    return this.#easyDays[(((dayNumber(day) + 3) % 7) + 7) % 7] ?? 100;
  }
}

function isLess(one: readonly number[], other: readonly number[]): boolean {
  const [siblingA = 0, offA = 0, priceA = 0, shareA = 1, distanceA = 0] = one;
  const [siblingB = 0, offB = 0, priceB = 0, shareB = 1, distanceB = 0] = other;
  const order = siblingA - siblingB || offA - offB || priceA * shareB - priceB * shareA || distanceA - distanceB;
  // Days come in their order: of equals the earlier stays.
  return order < 0;
}

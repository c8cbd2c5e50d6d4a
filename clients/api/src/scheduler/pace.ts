/** How long answers take: the twin of `crates/scheduler/src/pace.rs`. */

import type { Phase } from './fsrs';
import { grade, type Rating } from './review';

const LONGEST_SECONDS = 60;
const USUAL_WEIGHT = 20;

/** Usual seconds of an answer by phase (new and learning, review, relearning) and rating. */
const USUAL_SECONDS: readonly (readonly number[])[] = [
  [19.58, 18.79, 13.78, 10.71],
  [19.38, 17.59, 12.38, 8.94],
  [16.44, 15.25, 12.32, 8.03],
];

const ROWS: Readonly<Record<Phase, number>> = { new: 0, learning: 0, review: 1, relearning: 2 };

/** The seconds that an answer takes, by what the card is going through and how well it goes. */
export class Pace {
  readonly #seconds: readonly (readonly number[])[];

  /** The pace of a student, from own answer times in milliseconds, each with the phase of the card before it. */
  constructor(answers: Iterable<readonly [phase: Phase, rating: Rating, milliseconds: number]> = []) {
    const sums = USUAL_SECONDS.map((row) =>
      row.map((seconds) => ({ sum: seconds * USUAL_WEIGHT, count: USUAL_WEIGHT })),
    );
    for (const [phase, rating, milliseconds] of answers) {
      const cell = sums[ROWS[phase]]?.[grade(rating) - 1];
      if (cell) {
        cell.sum += Math.min(milliseconds / 1000, LONGEST_SECONDS);
        cell.count += 1;
      }
    }
    this.#seconds = sums.map((row) => row.map(({ sum, count }) => sum / count));
  }

  /** Seconds for an answer of this kind. */
  seconds(phase: Phase, rating: Rating): number {
    return this.#seconds[ROWS[phase]]?.[grade(rating) - 1] ?? LONGEST_SECONDS;
  }

  /** Seconds that a card takes in one sitting; a new one without `recall`. */
  ofCard(recall: number | undefined): number {
    if (recall === undefined) {
      return 2 * this.seconds('learning', 'good');
    }
    const forgotten = this.seconds('review', 'again') + 2 * this.seconds('relearning', 'good');
    return recall * this.seconds('review', 'good') + (1 - recall) * forgotten;
  }
}

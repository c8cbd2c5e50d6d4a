/** The memory model FSRS-6, in single precision: the formulas stand at `Fsrs` in `crates/scheduler/src/fsrs6.rs`. */

import { add, clamp, div, exp, f32, log, mul, pow, sub } from './float';

/** The memory of one card. */
export interface Memory {
  /** Days until recall has fallen to 90 %. */
  readonly stability: number;
  /** 1 (easy) to 10. */
  readonly difficulty: number;
}

/** 1 (Again) to 4 (Easy). */
export type Grade = 1 | 2 | 3 | 4;

/** `w[0..=20]` of everybody. */
export const DEFAULT_WEIGHTS: readonly number[] = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
  0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

const S_MIN = f32(0.001);
const S_MAX = 36_500;
const D_MIN = 1;
const D_MAX = 10;

const RANGES: readonly (readonly [low: number, high: number])[] = [
  [0.001, 100],
  [0.001, 100],
  [0.001, 100],
  [0.001, 100],
  [1, 10],
  [0.001, 4],
  [0.001, 4],
  [0.001, 0.75],
  [0, 4.5],
  [0, 0.8],
  [0.001, 3.5],
  [0.001, 5],
  [0.001, 0.25],
  [0.001, 0.9],
  [0, 4],
  [0, 1],
  [1, 6],
  [0, 2],
  [0, 2],
  [0, 0.8],
  [0.1, 0.8],
];

/** FSRS-6 with one set of weights. */
export class Model {
  readonly #w: readonly number[];
  readonly #decay: number;

  constructor(weights: readonly number[]) {
    this.#w = RANGES.map(([low, high], at) => clamp(f32(weights[at] ?? Number.NaN), f32(low), f32(high)));
    this.#decay = f32(weights[20] ?? Number.NaN);
    if (weights.length !== RANGES.length || !weights.every(Number.isFinite)) {
      throw new RangeError('FSRS-6 has 21 finite weights');
    }
  }

  /** The chance of recall after days, which may be fractions. */
  recall(memory: Memory, days: number): number {
    const factor = sub(pow(f32(0.9), div(1, -this.#decay)), 1);
    return pow(add(mul(div(f32(days), memory.stability), factor), 1), -this.#decay);
  }

  /** The memory after an answer, whole days after the last one; of a new card without `memory`. */
  step(memory: Memory | undefined, days: number, grade: Grade): Memory {
    if (!memory) {
      return {
        stability: clamp(this.#at(grade - 1), S_MIN, S_MAX),
        difficulty: clamp(this.#initialDifficulty(grade), D_MIN, D_MAX),
      };
    }
    const s = clamp(memory.stability, S_MIN, S_MAX);
    const d = clamp(memory.difficulty, D_MIN, D_MAX);
    return {
      stability: clamp(this.#stability(s, d, days, grade), S_MIN, S_MAX),
      difficulty: this.#difficulty(d, grade),
    };
  }

  /** Days until recall has fallen to the desired retention. */
  interval(stability: number, desiredRetention: number): number {
    const decay = -this.#at(20);
    return mul(div(stability, this.#factor()), sub(pow(f32(desiredRetention), div(1, decay)), 1));
  }

  #at(index: number): number {
    return this.#w[index] ?? Number.NaN;
  }

  #factor(): number {
    return sub(exp(div(log(f32(0.9)), -this.#at(20))), 1);
  }

  #initialDifficulty(grade: number): number {
    return add(sub(this.#at(4), exp(mul(this.#at(5), grade - 1))), 1);
  }

  #difficulty(d: number, grade: number): number {
    const change = mul(-this.#at(6), grade - 3);
    const damped = add(d, div(mul(sub(10, d), change), 9));
    const reverted = add(mul(this.#at(7), sub(this.#initialDifficulty(4), damped)), damped);
    return clamp(reverted, D_MIN, D_MAX);
  }

  #stability(s: number, d: number, days: number, grade: number): number {
    if (days === 0) {
      return this.#sameDay(s, grade);
    }
    const recall = pow(add(mul(div(days, s), this.#factor()), 1), -this.#at(20));
    return grade === 1 ? this.#forgotten(s, d, recall) : this.#recalled(s, d, recall, grade);
  }

  #recalled(s: number, d: number, recall: number, grade: number): number {
    const hard = grade === 2 ? this.#at(15) : 1;
    const easy = grade === 4 ? this.#at(16) : 1;
    const surprise = sub(exp(mul(sub(1, recall), this.#at(10))), 1);
    return mul(s, add(mul(exp(this.#at(8)), sub(11, d), pow(s, -this.#at(9)), surprise, hard, easy), 1));
  }

  #forgotten(s: number, d: number, recall: number): number {
    const after = mul(
      this.#at(11),
      pow(d, -this.#at(12)),
      sub(pow(add(s, 1), this.#at(13)), 1),
      exp(mul(sub(1, recall), this.#at(14))),
    );
    return Math.min(after, div(s, exp(mul(this.#at(17), this.#at(18)))));
  }

  #sameDay(s: number, grade: number): number {
    const increase = mul(exp(mul(this.#at(17), add(grade - 3, this.#at(18)))), pow(s, -this.#at(19)));
    return mul(s, grade >= 2 ? Math.max(increase, 1) : increase);
  }
}

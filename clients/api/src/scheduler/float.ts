/**
 * Arithmetic in single precision, as the server calculates: every result is rounded to the nearest 32-bit float, so that
 * the last digits, and with them the days, come out the same.
 */
export const f32 = Math.fround;

export const add = (a: number, b: number): number => f32(a + b);
export const sub = (a: number, b: number): number => f32(a - b);
export const mul = (...factors: readonly number[]): number => factors.reduce((a, b) => f32(a * b));
export const div = (a: number, b: number): number => f32(a / b);
export const exp = (a: number): number => f32(Math.exp(a));
export const log = (a: number): number => f32(Math.log(a));
export const pow = (a: number, b: number): number => f32(Math.pow(a, b));

export const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

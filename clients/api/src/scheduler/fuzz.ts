/** Spreading cards that were learned together, so that they do not all come back on one day. */

/** Bytes of a UUID in its hyphenated form. */
function bytes(uuid: string): number[] {
  const hex = uuid.replaceAll('-', '');
  return Array.from({ length: 16 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));
}

/** A fraction from 0 to 1 that belongs to a card and a count of reviews: FNV-1a, finished with murmur3's `fmix32`. */
export function fraction(card: string, count: number): number {
  const counted = [count, count >>> 8, count >>> 16, count >>> 24].map((byte) => byte & 0xff);
  let hash = 0x811c9dc5;
  for (const byte of [...bytes(card), ...counted]) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

const BANDS: readonly (readonly [from: number, to: number, share: number])[] = [
  [2.5, 7, 0.15],
  [7, 20, 0.1],
  [20, Number.POSITIVE_INFINITY, 0.05],
];

/** The whole days within which an interval of `days` may end. */
export function range(days: number): readonly [least: number, most: number] {
  if (days < 2.5) {
    const whole = Math.max(1, Math.round(days));
    return [whole, whole];
  }
  let reach = 0;
  for (const [from, to, share] of BANDS) {
    reach += share * Math.max(0, Math.min(days, to) - from);
  }
  reach += 1;
  return [Math.max(2, Math.round(days - reach)), Math.round(days + reach)];
}

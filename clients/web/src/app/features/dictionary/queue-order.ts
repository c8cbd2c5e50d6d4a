import type { Place } from './queue-api';

export type Move = 'first' | 'earlier' | 'later';

/** Where the word at `index` of a queue has to be put to move; nowhere when it is there already. */
export function placeAfter(move: Move, index: number, wordIds: readonly string[], isWhole: boolean): Place | undefined {
  if (move === 'later') {
    const next = wordIds[index + 2];
    if (next !== undefined) return { at: 'before', wordId: next };
    return isWhole && index < wordIds.length - 1 ? { at: 'last' } : undefined;
  }
  if (index <= 0) return undefined;
  const before = wordIds[index - 1];
  return move === 'first' || before === undefined ? { at: 'first' } : { at: 'before', wordId: before };
}

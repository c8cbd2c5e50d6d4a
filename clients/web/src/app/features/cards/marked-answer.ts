import type { Mistake } from './cards-api';

export interface Piece {
  readonly text: string;
  readonly isMistake: boolean;
}

/** An answer in pieces, so that what is wrong in it can be shown in its place. Places count Unicode scalar values. */
export function piecesOf(answer: string, mistakes: readonly Pick<Mistake, 'start' | 'end'>[]): Piece[] {
  const isWrong = (index: number) => mistakes.some(({ start, end }) => index >= start && index < end);
  const pieces: { text: string; isMistake: boolean }[] = [];
  Array.from(answer).forEach((character, index) => {
    const isMistake = isWrong(index);
    const last = pieces.at(-1);
    if (last?.isMistake === isMistake) last.text += character;
    else pieces.push({ text: character, isMistake });
  });
  return pieces;
}

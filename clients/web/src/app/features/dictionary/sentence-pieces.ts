import type { Sentence } from './dictionary-api';

export interface Piece {
  readonly text: string;
  readonly isWord: boolean;
}

/** A sentence in pieces, of which some are the word. Places count characters, not UTF-16 units. */
export function piecesOf({ text, parts = [] }: Sentence): Piece[] {
  const characters = Array.from(text);
  const pieces: Piece[] = [];
  let at = 0;
  const upTo = (end: number, isWord: boolean) => {
    const piece = characters.slice(at, end).join('');
    if (piece !== '') pieces.push({ text: piece, isWord });
    at = Math.max(at, end);
  };
  for (const { start, end } of [...parts].sort((a, b) => a.start - b.start)) {
    upTo(start, false);
    upTo(end, true);
  }
  upTo(characters.length, false);
  return pieces;
}

import { piecesOf } from './sentence-pieces';

describe('a sentence with its word', () => {
  it('is in pieces, also of a verb that is split', () => {
    const pieces = piecesOf({
      text: 'Ik sta om zes op.',
      parts: [
        { start: 14, end: 16 },
        { start: 3, end: 6 },
      ],
    });
    expect(pieces.filter(({ isWord }) => isWord).map(({ text }) => text)).toEqual(['sta', 'op']);
    expect(pieces.map(({ text }) => text).join('')).toBe('Ik sta om zes op.');
  });

  it('counts characters, not the units of UTF-16', () => {
    expect(piecesOf({ text: '🍞 brood', parts: [{ start: 2, end: 7 }] }).at(-1)).toEqual({
      text: 'brood',
      isWord: true,
    });
  });

  it('is one piece when nobody knows where the word is', () => {
    expect(piecesOf({ text: 'Lekker!' })).toEqual([{ text: 'Lekker!', isWord: false }]);
  });
});

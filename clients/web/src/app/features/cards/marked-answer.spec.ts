import { piecesOf } from './marked-answer';

describe('an answer with its mistakes', () => {
  it('is in one piece where nothing is wrong', () => {
    expect(piecesOf('de fiets', [])).toEqual([{ text: 'de fiets', isMistake: false }]);
  });

  it('shows a mistake in its place', () => {
    expect(piecesOf('het fiets', [{ start: 0, end: 3 }])).toEqual([
      { text: 'het', isMistake: true },
      { text: ' fiets', isMistake: false },
    ]);
  });

  it('counts as the server does, by characters and not by halves of them', () => {
    expect(piecesOf('😀 fits', [{ start: 2, end: 6 }])).toEqual([
      { text: '😀 ', isMistake: false },
      { text: 'fits', isMistake: true },
    ]);
  });

  it('passes over places that the answer has not', () => {
    expect(piecesOf('ja', [{ start: 2, end: 9 }])).toEqual([{ text: 'ja', isMistake: false }]);
    expect(piecesOf('', [{ start: 0, end: 0 }])).toEqual([]);
  });
});

import { inWords } from './in-words';

describe('values of fields', () => {
  it('stand as they are, or not at all', () => {
    expect(['brood', 3, false, undefined, null].map(inWords)).toEqual(['brood', '3', 'false', '', '']);
  });

  it('that are lists of words stand in a line', () => {
    expect(inWords(['bread', 'loaf'])).toBe('bread; loaf');
  });

  it('that are lists of things have a line each', () => {
    const examples = [
      { nl: 'Ik eet.', translations: { en: 'I eat.', ru: 'Я ем.' } },
      { nl: 'Jij eet.', translations: { en: 'You eat.', ru: 'Ты ешь.' } },
    ];
    expect(inWords(examples)).toBe('Ik eet. · I eat. · Я ем.\nJij eet. · You eat. · Ты ешь.');
  });
});

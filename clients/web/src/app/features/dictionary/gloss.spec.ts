import { glossOf } from './gloss';

describe('a meaning', () => {
  it('is in the language of the reader, or in another when that is lacking', () => {
    expect(glossOf({ en: 'bread', ru: 'хлеб' }, 'ru')).toEqual({ language: 'ru', text: 'хлеб' });
    expect(glossOf({ en: 'bread' }, 'ru')).toEqual({ language: 'en', text: 'bread' });
    expect(glossOf({}, 'ru')).toBeUndefined();
  });
});

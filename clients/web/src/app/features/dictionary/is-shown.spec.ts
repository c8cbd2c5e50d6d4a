import { isShown } from './is-shown';

describe('what is on the screen of a verdict anyway', () => {
  const bread = { headword: 'het brood', glosses: { en: 'bread, loaf', ru: 'хлеб' }, noun: { plural: 'broden' } };

  it.each([
    ['het brood', 'en', true],
    ['broden', 'en', true],
    ['het brood, broden', 'en', true],
    ['bread, loaf', 'en', true],
    ['хлеб', 'en', false],
    ['хлеб', 'ru', true],
    ['broodje', 'en', false],
    ['het brood, broodje', 'en', false],
  ])('%s in %s: %s', (expected, language, is) => {
    expect(isShown(expected, bread, language)).toBe(is);
  });
});

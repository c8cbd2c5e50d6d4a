import { articleOf } from './article';

describe('articleOf', () => {
  it.each([
    ['de fiets', 'de', 'fiets'],
    ['het huis', 'het', 'huis'],
    ['de/het aanrecht', 'de/het', 'aanrecht'],
    ['het/de aanrecht', 'de/het', 'aanrecht'],
    ['lopen', undefined, 'lopen'],
    ['deftig', undefined, 'deftig'],
    ['hetzelfde', undefined, 'hetzelfde'],
  ])('%s', (headword, article, rest) => {
    expect(articleOf(headword)).toEqual({ article, rest });
  });
});

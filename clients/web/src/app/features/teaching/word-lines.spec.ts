import type { SharedWord } from './shared-lists-api';
import { faultOf, linesOf, MOST_WORDS, wordsOf } from './word-lines';

const brood: SharedWord = {
  headword: 'het brood',
  lemma: 'brood',
  partOfSpeech: 'noun',
  noun: { articles: ['het'], plural: 'broden' },
  glosses: { en: 'bread', ru: 'хлеб', de: 'Brot' },
  tags: ['eten'],
  contexts: [{ contextId: 'c', metAt: '2026-11-24T10:15:00.000Z', sentence: { text: 'Ik koop brood.' } }],
};

describe('words in lines', () => {
  it('are read with their meanings, from a table too', () => {
    expect(wordsOf('het brood = bread; loaf\n\n  opstaan\tto get up\tвставать \n')).toEqual([
      { lemma: 'het brood', partOfSpeech: 'unknown', glosses: { en: 'bread; loaf' } },
      { lemma: 'opstaan', partOfSpeech: 'unknown', glosses: { en: 'to get up', ru: 'вставать' } },
    ]);
  });

  it('know a meaning in Russian by its letters', () => {
    expect(wordsOf('het brood = хлеб')[0]?.glosses).toEqual({ ru: 'хлеб' });
  });

  it('are written as they are read', () => {
    expect(linesOf([brood])).toBe('het brood = bread = хлеб');
    expect(wordsOf(linesOf([{ ...brood, glosses: { ru: 'хлеб' } }]))[0]?.glosses).toEqual({ ru: 'хлеб' });
  });

  it('keep what a line does not say', () => {
    const [word] = wordsOf('het brood = loaf', [brood]);
    expect(word).toMatchObject({ lemma: 'brood', noun: brood.noun, tags: ['eten'] });
    expect(word?.glosses).toEqual({ en: 'loaf', de: 'Brot' });
    expect(word?.contexts).toEqual([{ contextId: 'c', sentence: { text: 'Ik koop brood.' } }]);
  });

  it('say the first line that cannot be taken', () => {
    expect(faultOf('het brood = bread\n\nhet ei')).toEqual({ kind: 'no-meaning', line: 3, word: 'het ei' });
    expect(faultOf('= bread')).toMatchObject({ kind: 'no-meaning', line: 1 });
    expect(faultOf('ei = egg\nEi = egg')).toMatchObject({ kind: 'twice', line: 2 });
    expect(faultOf(`ei = ${'e'.repeat(301)}`)).toMatchObject({ kind: 'too-long' });
    expect(faultOf(`${'e'.repeat(101)} = egg`)).toMatchObject({ kind: 'too-long' });
    expect(faultOf('het brood', [brood])).toBeUndefined();
    expect(faultOf('het brood = bread')).toBeUndefined();
  });

  it('are no more than a list takes', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, index) => `w${String(index)} = x`).join('\n');
    expect(faultOf(lines(MOST_WORDS))).toBeUndefined();
    expect(faultOf(lines(MOST_WORDS + 1))).toMatchObject({ kind: 'too-many', line: MOST_WORDS + 1 });
  });
});

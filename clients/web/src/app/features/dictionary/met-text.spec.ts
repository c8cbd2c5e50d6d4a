import { sentenceWith, wordsIn } from './met-text';

describe('a text in which a word was met', () => {
  it('has words, each once, with what belongs to them', () => {
    expect(wordsIn("De foto's zijn de mooiste, zegt mijn ex-man!")).toEqual([
      'De',
      "foto's",
      'zijn',
      'mooiste',
      'zegt',
      'mijn',
      'ex-man',
    ]);
    expect(wordsIn('https: 12 …')).toEqual(['https']);
  });

  it('shows no more words than one can look through', () => {
    const many = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
    expect(wordsIn(many.flatMap((one) => many.map((other) => one + other)).join(' '))).toHaveLength(100);
  });

  it('gives the sentence of a word, and of one that is split', () => {
    const text = 'Het regent. Ik bel je morgen op! Tot dan.';
    expect(sentenceWith('regent', text)).toBe('Het regent.');
    expect(sentenceWith('bel op', text)).toBe('Ik bel je morgen op!');
  });

  it('gives none where there is none', () => {
    expect(sentenceWith('brood', 'brood')).toBeUndefined();
    expect(sentenceWith('brood', 'Het regent.')).toBeUndefined();
    expect(sentenceWith('', 'Het regent.')).toBeUndefined();
    expect(sentenceWith('a', `a ${'b'.repeat(500)}`)).toBeUndefined();
  });
});

import { wordForm, type WordForm } from './item-form';
import { previewOf } from './word-preview';

function preview(change: (word: WordForm['word']) => Partial<WordForm['word']>) {
  const { word } = wordForm(undefined, 'A1');
  return previewOf({ word: { ...word, ...change(word) } });
}

describe('the preview of a word', () => {
  it('says it as a card will: a noun with its article, a reflexive verb with its zich', () => {
    const noun = preview((word) => ({
      lemma: 'soort',
      partOfSpeech: 'noun',
      noun: { ...word.noun, articles: 'de/het' },
    }));
    expect(noun.headword).toBe('de/het soort');
    const verb = (reflexive: 'yes' | 'no') =>
      preview((word) => ({ lemma: 'vervelen', partOfSpeech: 'verb', verb: { ...word.verb, reflexive } })).headword;
    expect([verb('yes'), verb('no')]).toEqual(['zich vervelen', 'vervelen']);
  });

  it('shows no example of which nothing is written yet', () => {
    const examples = [
      { nl: '', translations: { en: '', ru: '' }, others: {} },
      { nl: 'Ik eet brood.', translations: { en: 'I eat bread.', ru: '' }, others: {} },
    ];
    expect(preview(() => ({ examples })).examples.map(({ text }) => text)).toEqual(['Ik eet brood.']);
  });
});

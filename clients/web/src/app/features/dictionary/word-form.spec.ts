import type { Entry, OwnWord } from './dictionary-api';
import { sentenceOf, tagsOf, wordChange, wordForm, writtenWord } from './word-form';

const brood: Entry = {
  lemma: 'brood',
  partOfSpeech: 'noun',
  noun: { articles: ['het'], plural: 'broden' },
  glosses: { en: 'bread; loaf', de: 'Brot' },
  ipa: 'broːt',
};
const own = { ...brood, tags: ['food', 'market'], contexts: [] } as unknown as OwnWord;

describe('a word for the dictionary', () => {
  it('takes over what the look-up knows, meanings in other languages too', () => {
    const written = writtenWord(wordForm(brood), 'context', brood);
    expect(written).toEqual({ ...brood, tags: [], contexts: [] });
  });

  it('has the sentence where it was met', () => {
    const form = { ...wordForm(brood), contexts: [{ sentence: { text: ' Ik eet  brood. ', translation: '' } }] };
    expect(writtenWord(form, 'context').contexts).toEqual([
      { contextId: 'context', sentence: { text: 'Ik eet brood.' } },
    ]);
  });

  it('has only the forms of its part of speech', () => {
    const written = writtenWord({ ...wordForm(brood), partOfSpeech: 'verb' }, 'context');
    expect(written.noun).toBeUndefined();
    expect(written.verb).toEqual({ auxiliaries: [], reflexive: false });
  });

  it('may have both articles, or none that is known', () => {
    const form = wordForm({ ...brood, noun: { articles: ['de', 'het'] } });
    expect(form.noun.articles).toBe('de/het');
    expect(writtenWord(form, 'context').noun).toEqual({ articles: ['de', 'het'] });
    expect(wordForm({ lemma: 'brood', glosses: {} }).noun.articles).toBe('unknown');
  });
});

describe('what is changed of a word', () => {
  const form = wordForm(own, own.tags);

  it('is nothing when nothing was', () => {
    expect(wordChange(own, form)).toEqual({});
  });

  it('is the fields that differ, and only those', () => {
    const changed = {
      ...form,
      lemma: 'broodje',
      glosses: { en: '', ru: 'хлеб' },
      tags: 'food,  bakery ,food',
      ipa: ' ',
    };
    expect(wordChange(own, changed)).toEqual({
      lemma: 'broodje',
      glosses: { en: null, ru: 'хлеб' },
      tags: ['food', 'bakery'],
      ipa: null,
    });
  });

  it('takes away a form that is emptied', () => {
    expect(wordChange(own, { ...form, noun: { articles: 'unknown', plural: '' } })).toEqual({
      noun: { articles: [], plural: null },
    });
  });

  it('takes away the forms of the part of speech that it no longer is', () => {
    expect(wordChange(own, { ...form, partOfSpeech: 'adverb' })).toEqual({ partOfSpeech: 'adverb', noun: null });
  });
});

describe('what is typed in a line', () => {
  it('is tags, each once', () => {
    expect(tagsOf(' food, market,,food ')).toEqual(['food', 'market']);
  });

  it('is no sentence when nothing is', () => {
    expect(sentenceOf({ text: '  ', translation: 'x' })).toBeUndefined();
  });
});

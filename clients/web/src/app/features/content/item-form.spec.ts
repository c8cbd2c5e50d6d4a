import type { Word } from './content-api';
import { slugOf, topicContent, topicForm, variantsOf, wordContent, wordForm } from './item-form';

const TOPIC = '0197a3c8-0000-7000-8000-0000000000a1';
const brood: Word = {
  topicId: TOPIC,
  key: 'brood',
  level: 'A1',
  lemma: 'brood',
  partOfSpeech: 'noun',
  noun: { articles: ['het'], plural: 'broden', diminutive: 'broodje' },
  glosses: { de: ['Brot'], en: ['bread', 'loaf'], ru: ['хлеб'] },
  examples: [
    { nl: 'Ik eet brood.', translations: { de: 'Ich esse Brot.', en: 'I eat bread.', ru: 'Я ем хлеб.' } },
    { nl: 'Het brood is vers.', translations: { en: 'The bread is fresh.', ru: 'Хлеб свежий.' } },
  ],
  ipa: 'broːt',
};
const meenemen: Word = {
  topicId: TOPIC,
  key: 'meenemen',
  level: 'A2',
  lemma: 'meenemen',
  partOfSpeech: 'verb',
  verb: {
    pastSingular: 'nam mee',
    pastPlural: 'namen mee',
    participle: 'meegenomen',
    auxiliaries: ['hebben', 'zijn'],
    particle: 'mee',
    reflexive: false,
  },
  glosses: { en: ['to take along'], ru: ['брать с собой'] },
  examples: [{ nl: 'Neem brood mee.', translations: { en: 'Bring bread.', ru: 'Возьми хлеба.' } }],
};

describe('a word that was opened and not touched', () => {
  for (const word of [brood, meenemen]) {
    it(`is sent as it came: ${word.lemma}`, () => {
      expect(wordContent(wordForm(word, 'B1'), TOPIC, word)).toEqual({ word });
    });
  }
});

describe('a word that is typed', () => {
  it('has only the forms of what it is', () => {
    const form = wordForm(brood, 'A1');
    form.word.partOfSpeech = 'adverb';
    expect(wordContent(form, TOPIC, brood)).not.toHaveProperty('word.noun');
  });

  it('is tidied, and lacks what is empty', () => {
    const form = wordForm(brood, 'A1');
    form.word.lemma = ' brood\t ';
    form.word.ipa = ' ';
    form.word.noun.plural = '';
    form.word.glosses.en = 'bread ;loaf/ bread';
    const sent = wordContent(form, TOPIC, brood);
    expect(sent).toMatchObject({ word: { lemma: 'brood', glosses: { en: ['bread', 'loaf'] } } });
    expect(sent).not.toHaveProperty('word.ipa');
    expect(sent).not.toHaveProperty('word.noun.plural');
  });

  it('is named after its lemma where nobody named it', () => {
    const form = wordForm(undefined, 'A1');
    form.word.lemma = 'één ei';
    expect(wordContent(form, TOPIC)).toMatchObject({ word: { key: 'een-ei', level: 'A1' } });
  });
});

describe('a topic', () => {
  const topic = {
    slug: 'eten',
    level: 'A1' as const,
    title: { nl: 'Eten', en: 'Food', ru: 'Еда' },
    position: 2,
    licence: 'CC0-1.0',
  };

  it('that was not touched is sent as it came', () => {
    expect(topicContent(topicForm(topic))).toEqual({ topic });
  });

  it('has a description in all languages once one is typed', () => {
    const form = topicForm(topic);
    form.topic.description = { nl: 'Aan tafel', en: '', ru: '' };
    expect(topicContent(form)).toMatchObject({ topic: { description: { nl: 'Aan tafel', en: '', ru: '' } } });
  });
});

it('names for addresses have no accents, capitals or spaces', () => {
  expect(slugOf('  Café & thé  ')).toBe('cafe-the');
});

it('meanings are divided at ; and /, each counted once', () => {
  expect(variantsOf('a; b/ a;;')).toEqual(['a', 'b']);
});

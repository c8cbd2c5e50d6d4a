import type { Content, Level, Topic, Word } from './content-api';

type Wording = Topic['title'];
type Sentence = Word['examples'][number];

/** What is typed of a topic. It has the shape of what is sent, so that a fault finds its field. */
export interface TopicForm {
  topic: { slug: string; level: Level; title: Wording; description: Wording; position: string; licence: string };
}

export type ArticleChoice = 'de' | 'het' | 'de/het';
export type AuxiliaryChoice = 'hebben' | 'zijn' | 'hebben/zijn';
export type YesOrNo = 'yes' | 'no';

export interface ExampleForm {
  nl: string;
  translations: { en: string; ru: string };
  /** In languages that this form does not show. */
  others: Readonly<Record<string, string>>;
}

/** What is typed of a word: the forms of every part of speech, of which those are sent that fit. */
export interface WordForm {
  word: {
    key: string;
    lemma: string;
    level: Level;
    partOfSpeech: Word['partOfSpeech'];
    ipa: string;
    noun: { articles: ArticleChoice; plural: string; diminutive: string };
    verb: {
      pastSingular: string;
      pastPlural: string;
      participle: string;
      auxiliaries: AuxiliaryChoice;
      particle: string;
      reflexive: YesOrNo;
    };
    adjective: { inflected: string; comparative: string; superlative: string };
    glosses: { en: string; ru: string };
    examples: ExampleForm[];
  };
}

const NO_WORDING: Wording = { nl: '', en: '', ru: '' };
/** Under which licence the starter pack is; another one is typed over it. */
const USUAL_LICENCE = 'CC-BY-SA-4.0';

export const NO_EXAMPLE: ExampleForm = { nl: '', translations: { en: '', ru: '' }, others: {} };

export function topicForm(topic: Topic | undefined): TopicForm {
  return {
    topic: {
      slug: topic?.slug ?? '',
      level: topic?.level ?? 'A1',
      title: topic?.title ?? NO_WORDING,
      description: topic?.description ?? NO_WORDING,
      position: String(topic?.position ?? 0),
      licence: topic?.licence ?? USUAL_LICENCE,
    },
  };
}

export function topicContent({ topic }: TopicForm): Content {
  const title = tidyWording(topic.title);
  const description = tidyWording(topic.description);
  return {
    topic: {
      slug: tidy(topic.slug) || slugOf(title.nl),
      level: topic.level,
      title,
      ...(Object.values(description).some((text) => text !== '') && { description }),
      position: Number(topic.position),
      licence: tidy(topic.licence),
    },
  };
}

export function wordForm(word: Word | undefined, level: Level): WordForm {
  return {
    word: {
      key: word?.key ?? '',
      lemma: word?.lemma ?? '',
      level: word?.level ?? level,
      partOfSpeech: word?.partOfSpeech ?? 'noun',
      ipa: word?.ipa ?? '',
      noun: {
        articles: bothOrOne(word?.noun?.articles ?? ['de'], 'de/het'),
        plural: word?.noun?.plural ?? '',
        diminutive: word?.noun?.diminutive ?? '',
      },
      verb: verbForm(word?.verb ?? undefined),
      adjective: {
        inflected: word?.adjective?.inflected ?? '',
        comparative: word?.adjective?.comparative ?? '',
        superlative: word?.adjective?.superlative ?? '',
      },
      glosses: { en: joined(word?.glosses['en']), ru: joined(word?.glosses['ru']) },
      examples: word ? word.examples.map(exampleForm) : [NO_EXAMPLE],
    },
  };
}

/** What `form` says of a word of `topicId`; what it does not show stays as it was `before`. */
export function wordContent({ word }: WordForm, topicId: string, before?: Word): Content {
  const lemma = tidy(word.lemma);
  return {
    word: {
      topicId,
      key: tidy(word.key) || slugOf(lemma),
      level: word.level,
      lemma,
      partOfSpeech: word.partOfSpeech,
      ...formsOf(word),
      glosses: { ...before?.glosses, en: variantsOf(word.glosses.en), ru: variantsOf(word.glosses.ru) },
      examples: word.examples.map(sentenceOf),
      ...optional({ ipa: word.ipa }),
    },
  };
}

/** A name for addresses: lower-case letters without accents, digits, hyphens. */
export function slugOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The meanings in a line, each once: `bread; loaf`. */
export function variantsOf(line: string): string[] {
  return [...new Set(line.split(/[;/]/).map(tidy))].filter((variant) => variant !== '');
}

function verbForm(verb: Word['verb'] | undefined): WordForm['word']['verb'] {
  return {
    pastSingular: verb?.pastSingular ?? '',
    pastPlural: verb?.pastPlural ?? '',
    participle: verb?.participle ?? '',
    auxiliaries: bothOrOne(verb?.auxiliaries ?? ['hebben'], 'hebben/zijn'),
    particle: verb?.particle ?? '',
    reflexive: verb?.reflexive ? 'yes' : 'no',
  };
}

function exampleForm({ nl, translations }: Sentence): ExampleForm {
  const { en = '', ru = '', ...others } = translations;
  return { nl, translations: { en, ru }, others };
}

function sentenceOf({ nl, translations, others }: ExampleForm): Sentence {
  return {
    nl: tidy(nl),
    translations: { ...others, en: tidy(translations.en), ru: tidy(translations.ru) },
  };
}

function formsOf(word: WordForm['word']): Pick<Word, 'noun' | 'verb' | 'adjective'> {
  switch (word.partOfSpeech) {
    case 'noun': {
      const { articles, plural, diminutive } = word.noun;
      const each = articles === 'de/het' ? (['de', 'het'] as const) : [articles];
      return { noun: { articles: [...each], ...optional({ plural, diminutive }) } };
    }
    case 'verb': {
      const { auxiliaries, reflexive, particle } = word.verb;
      const each = auxiliaries === 'hebben/zijn' ? (['hebben', 'zijn'] as const) : [auxiliaries];
      return {
        verb: {
          pastSingular: tidy(word.verb.pastSingular),
          pastPlural: tidy(word.verb.pastPlural),
          participle: tidy(word.verb.participle),
          auxiliaries: [...each],
          reflexive: reflexive === 'yes',
          ...optional({ particle }),
        },
      };
    }
    case 'adjective':
      return { adjective: optional(word.adjective) };
    default:
      return {};
  }
}

/** Without those in which nothing is. */
function optional<T extends Record<string, string>>(texts: T): Partial<T> {
  const there = Object.entries(texts).flatMap(([name, text]) => (tidy(text) === '' ? [] : [[name, tidy(text)]]));
  return Object.fromEntries(there) as Partial<T>;
}

function bothOrOne<One extends string, Both extends string>(each: readonly One[], both: Both): One | Both {
  const [first] = each;
  return each.length === 1 && first !== undefined ? first : both;
}

function joined(variants: readonly string[] | undefined): string {
  return (variants ?? []).join('; ');
}

function tidyWording({ nl, en, ru }: Wording): Wording {
  return { nl: tidy(nl), en: tidy(en), ru: tidy(ru) };
}

/** As the server keeps texts: one kind of white space, none at the ends, letters composed. */
function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

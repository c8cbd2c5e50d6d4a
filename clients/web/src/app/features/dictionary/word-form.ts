import { applyEach, maxLength, required, type SchemaPathTree } from '@angular/forms/signals';

import type { Entry, OwnWord, PartOfSpeech, Sentence, WordChange, WrittenWord } from './dictionary-api';

export type ArticleChoice = 'unknown' | 'de' | 'het' | 'de/het';
export type AuxiliaryChoice = 'unknown' | 'hebben' | 'zijn' | 'hebben/zijn';
export type YesOrNo = 'no' | 'yes';

interface SentenceForm {
  text: string;
  translation: string;
}

/** What is typed of a word. It has the shape of what is sent, so that a fault finds its field. */
export interface WordForm {
  lemma: string;
  partOfSpeech: PartOfSpeech;
  ipa: string;
  noun: { articles: ArticleChoice; plural: string };
  verb: {
    pastSingular: string;
    pastPlural: string;
    participle: string;
    particle: string;
    auxiliaries: AuxiliaryChoice;
    reflexive: YesOrNo;
  };
  glosses: { en: string; ru: string };
  /** Whether there are meanings in languages that this form does not show: then these two may be empty. */
  hasOtherGlosses: boolean;
  tags: string;
  note: string;
  /** Of a new word: where it was met. */
  contexts: { sentence: SentenceForm }[];
}

export const PARTS = [
  'unknown',
  'noun',
  'verb',
  'adjective',
  'adverb',
  'pronoun',
  'determiner',
  'numeral',
  'preposition',
  'conjunction',
  'interjection',
  'phrase',
] as const satisfies readonly PartOfSpeech[];

const SHORT = 100;
const LONG = 500;
const NOTE = 1000;
export const NO_SENTENCE: SentenceForm = { text: '', translation: '' };

/** What can be said of a word before the server looks at it. */
export function wordRules(word: SchemaPathTree<WordForm>): void {
  required(word.lemma);
  const { en, ru } = word.glosses;
  // A meaning in one of the languages is enough.
  required(en, { when: ({ valueOf }) => tidy(valueOf(ru)) === '' && !valueOf(word.hasOtherGlosses) });
  const { plural } = word.noun;
  const { pastSingular, pastPlural, participle, particle } = word.verb;
  for (const text of [word.lemma, word.ipa, plural, pastSingular, pastPlural, participle, particle]) {
    maxLength(text, SHORT);
  }
  for (const text of [en, ru]) maxLength(text, LONG);
  maxLength(word.note, NOTE);
  applyEach(word.contexts, ({ sentence }) => {
    maxLength(sentence.text, LONG);
    maxLength(sentence.translation, LONG);
    required(sentence.text, { when: ({ valueOf }) => tidy(valueOf(sentence.translation)) !== '' });
  });
}

/** What the form begins with: nothing, what the look-up knows, or the word as it is. */
export function wordForm(entry?: Entry, tags: readonly string[] = []): WordForm {
  const { en = '', ru = '', ...others } = entry?.glosses ?? {};
  const { noun, verb } = entry ?? {};
  return {
    lemma: entry?.lemma ?? '',
    partOfSpeech: entry?.partOfSpeech ?? 'unknown',
    ipa: entry?.ipa ?? '',
    noun: { articles: bothOrOne(noun?.articles, 'de/het'), plural: noun?.plural ?? '' },
    verb: {
      pastSingular: verb?.pastSingular ?? '',
      pastPlural: verb?.pastPlural ?? '',
      participle: verb?.participle ?? '',
      particle: verb?.particle ?? '',
      auxiliaries: bothOrOne(verb?.auxiliaries, 'hebben/zijn'),
      reflexive: verb?.reflexive ? 'yes' : 'no',
    },
    glosses: { en, ru },
    hasOtherGlosses: Object.keys(others).length > 0,
    tags: tags.join(', '),
    note: entry?.note ?? '',
    contexts: [],
  };
}

/** A new word. Meanings that the look-up knows in other languages come along. */
export function writtenWord(form: WordForm, contextId: string, known?: Entry): WrittenWord {
  const sentence = sentenceOf(form.contexts[0]?.sentence ?? NO_SENTENCE);
  return {
    lemma: tidy(form.lemma),
    partOfSpeech: form.partOfSpeech,
    glosses: { ...othersOf(known?.glosses ?? {}), ...withoutEmpty(form.glosses) },
    ...formsOf(form),
    ...withoutEmpty({ ipa: form.ipa, note: form.note }),
    tags: tagsOf(form.tags),
    contexts: sentence ? [{ contextId, sentence }] : [],
  };
}

/** What `form` says otherwise than the word does; null where it says nothing of what was there. */
export function wordChange(before: OwnWord, form: WordForm): WordChange {
  const change: WordChange = {};
  const was = wordForm(before, before.tags);
  if (tidy(form.lemma) !== was.lemma) change.lemma = tidy(form.lemma);
  if (form.partOfSpeech !== was.partOfSpeech) change.partOfSpeech = form.partOfSpeech;
  if (tidy(form.ipa) !== was.ipa) change.ipa = tidy(form.ipa) || null;
  if (tidy(form.note) !== was.note) change.note = tidy(form.note) || null;
  const glosses = changedGlosses(was.glosses, form.glosses);
  if (Object.keys(glosses).length > 0) change.glosses = glosses;
  if (differ(tagsOf(form.tags), before.tags)) change.tags = tagsOf(form.tags);
  return { ...change, ...changedForms(before, was, form) };
}

/** Tags in a line, each once: `food, market`. */
export function tagsOf(line: string): string[] {
  return [...new Set(line.split(',').map(tidy))].filter((tag) => tag !== '');
}

/** A sentence with its translation, if there is one. */
export function sentenceOf({ text, translation }: SentenceForm): Sentence | undefined {
  if (tidy(text) === '') return undefined;
  return { text: tidy(text), ...withoutEmpty({ translation }) };
}

function changedGlosses(was: WordForm['glosses'], is: WordForm['glosses']): Record<string, string | null> {
  const changed = (['en', 'ru'] as const).filter((language) => tidy(is[language]) !== was[language]);
  return Object.fromEntries(changed.map((language) => [language, tidy(is[language]) || null]));
}

function changedForms(before: OwnWord, was: WordForm, form: WordForm): Pick<WordChange, 'noun' | 'verb'> {
  const is = formsOf(form, true);
  return {
    ...(differ(is.noun, formsOf(was, true).noun) && { noun: is.noun ?? null }),
    ...(differ(is.verb, formsOf(was, true).verb) && { verb: is.verb ?? null }),
    // What is of another part of speech than the word was goes with it.
    ...(before.noun && !is.noun && { noun: null }),
    ...(before.verb && !is.verb && { verb: null }),
  };
}

/** Of a change, also those that are empty: null takes away what was there. */
function formsOf(form: WordForm, withNull = false): Pick<WrittenWord, 'noun' | 'verb'> {
  const texts = <T extends Record<string, string>>(all: T) => (withNull ? orNull(all) : withoutEmpty(all));
  switch (form.partOfSpeech) {
    case 'noun': {
      const { articles, plural } = form.noun;
      return { noun: { articles: chosen(articles), ...texts({ plural }) } };
    }
    case 'verb': {
      const { auxiliaries, reflexive, ...forms } = form.verb;
      return { verb: { auxiliaries: chosen(auxiliaries), reflexive: reflexive === 'yes', ...texts(forms) } };
    }
    default:
      return {};
  }
}

type One<Choice extends string> = Exclude<Choice, 'unknown' | `${string}/${string}`>;

function chosen<Choice extends string>(choice: Choice): One<Choice>[] {
  return choice === 'unknown' ? [] : (choice.split('/') as One<Choice>[]);
}

function bothOrOne<T extends string, Both extends string>(
  each: readonly T[] | undefined,
  both: Both,
): T | Both | 'unknown' {
  const [first] = each ?? [];
  if (first === undefined) return 'unknown';
  return each?.length === 1 ? first : both;
}

function othersOf(glosses: Entry['glosses']): Entry['glosses'] {
  return Object.fromEntries(Object.entries(glosses).filter(([language]) => language !== 'en' && language !== 'ru'));
}

function withoutEmpty<T extends Record<string, string>>(texts: T): Partial<T> {
  const there = Object.entries(texts).flatMap(([name, text]) => (tidy(text) === '' ? [] : [[name, tidy(text)]]));
  return Object.fromEntries(there) as Partial<T>;
}

function orNull<T extends Record<string, string>>(texts: T): { [Name in keyof T]: string | null } {
  const all = Object.entries(texts).map(([name, text]) => [name, tidy(text) || null]);
  return Object.fromEntries(all) as { [Name in keyof T]: string | null };
}

/** Both are made here, their fields in one order. */
function differ(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}

/** As the server keeps texts: one kind of white space, none at the ends, letters composed. */
function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

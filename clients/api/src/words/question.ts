/** What is asked of an own word, and what is right: the twin of `services/learning-cards/src/domain/question.rs`. */

import { type Answer, DUTCH, Expected, GLOSS, grade, type Policy, THIRD_PERSON, type WordForms } from '../grader';
import type { Schemas } from '../http/connect';
import { own } from '../own';
import type { Ask } from './progress';

type Cards = Schemas['learningCards'];
export type OwnWord = Cards['WordView'];
export type Given = Cards['WrittenGiven'];
type Form = Cards['Form'];
type Mistake = Cards['WordMistakeView'];
type Context = Cards['ContextView'];

const RATINGS = ['again', 'hard', 'good', 'easy'] as const;
const GAP = '…';
/** Before a reflexive verb. */
const ZICH = 'zich ';
/** A capital in a gap is that of the sentence. */
const IN_GAP: Policy = { ...DUTCH, case: 'ignored' };

interface Field {
  readonly form: Form;
  readonly shown: string;
  readonly expected: Expected;
  readonly policy: Policy;
}

export interface Question {
  readonly prompt: string;
  /** The word itself first. */
  readonly fields: readonly Field[];
  /** The sentence that the gap is in. */
  readonly contextId?: string;
}

export interface Judged {
  readonly rating: (typeof RATINGS)[number];
  readonly correct: boolean;
  readonly mistakes: readonly Mistake[];
  readonly expected: string;
  /** Whether it passes: a slip of the pen does, a wrong article does where writing is asked. */
  readonly passes: boolean;
}

/** A word without a sentence is asked as in recall instead of in a gap, one whose forms nobody knows without them. */
export function questionOf(word: OwnWord, ask: Ask, language: string, contextId?: string | null): Question {
  switch (ask) {
    case 'see':
      return { prompt: word.headword, fields: [meaning(glossOf(word, language))] };
    case 'recall':
    case 'echo':
      return recall(word, language, []);
    case 'write':
      return recall(word, language, formsOf(word));
    case 'use':
      return gapIn(word, contextId) ?? recall(word, language, []);
  }
}

/** As it is shown. */
export function shown(ask: Ask, { prompt, fields, contextId }: Question): Cards['QuestionView'] {
  const expected = Object.fromEntries(fields.map((field) => [field.form, field.shown]));
  return { asked: ask, prompt, expected, ...(contextId && { contextId }) };
}

export function judgeOwn(ask: Ask, { fields }: Question, given: Given): Judged {
  const expected = fields.map((field) => field.shown).join(', ');
  if (given.way === 'self-rated') {
    const rating = RATINGS.find((one) => one === given.rating) ?? 'again';
    const isRecalled = rating !== 'again';
    return { rating, correct: isRecalled, mistakes: [], expected, passes: isRecalled };
  }
  const typed: Readonly<Partial<Record<Form, string | null>>> = { ...given, word: given.text };
  const verdicts = fields.map(({ form, expected, policy }) => ({
    form,
    ...grade(expected, typed[form] ?? '', policy),
  }));
  const mistakes = verdicts.flatMap(({ form, mistakes }) =>
    mistakes.map(({ kind, span, expected }) => ({ form, kind, ...span, expected })),
  );
  const rating = RATINGS.find((one) => verdicts.some((verdict) => verdict.rating === one)) ?? 'again';
  const isArticleWrong = mistakes.some(({ kind }) => kind === 'article');
  return {
    rating,
    correct: verdicts.every(({ correct }) => correct),
    mistakes,
    expected,
    passes: rating !== 'again' && !(ask === 'write' && isArticleWrong),
  };
}

/** What it means; a word that lacks the language is shown in English, else in whatever it has. */
function glossOf({ glosses, lemma }: OwnWord, language: string): string {
  const [first] = Object.entries(glosses).sort(([one], [other]) => (one < other ? -1 : 1));
  return own(glosses, language) ?? glosses['en'] ?? first?.[1] ?? lemma;
}

function recall(word: OwnWord, language: string, forms: readonly Field[]): Question {
  return { prompt: glossOf(word, language), fields: [dutch(word), ...forms] };
}

function meaning(gloss: string): Field {
  return { form: 'word', shown: gloss, expected: Expected.of({ text: gloss }), policy: GLOSS };
}

function dutch(word: OwnWord): Field {
  const { headword, lemma, noun } = word;
  const articles = noun?.articles ?? [];
  const answer = articles.length === 0 ? { text: withZichOptional(headword) } : { text: lemma, articles };
  return { form: 'word', shown: headword, expected: expectedOf(word, answer), policy: DUTCH };
}

/** The article of a plural, the auxiliary of a participle and *zich* may be left out. */
function formsOf(word: OwnWord): Field[] {
  const { headword, noun, verb } = word;
  const field = (form: Form, shown: string, text: string): Field => {
    return { form, shown, expected: expectedOf(word, { text }), policy: DUTCH };
  };
  const isReflexive = headword.startsWith(ZICH);
  const withZich = (form: string, zich: string, place: number): string =>
    isReflexive ? withZichAt(place, form, zich) : form;
  const fields: Field[] = [];
  if (noun?.plural != null) fields.push(field('plural', noun.plural, `(de) ${noun.plural}`));
  const { pastSingular: past, participle, auxiliaries = [] } = verb ?? {};
  if (past != null) fields.push(field('past', withZich(past, 'zich', 1), withZich(past, '(zich)', 1)));
  if (participle != null) {
    const known = auxiliaries.map((one) => THIRD_PERSON[one]).join('/');
    const shown = `${known} ${withZich(participle, 'zich', 0)}`.trimStart();
    // Of a verb whose auxiliary nobody said both are right.
    const accepted = `(${known || 'heeft/is'}) ${withZich(participle, '(zich)', 0)}`;
    fields.push(field('participle', shown, accepted));
  }
  return fields;
}

/** *Zich* may be left out. */
function withZichOptional(headword: string): string {
  return headword.startsWith(ZICH) ? `(zich) ${headword.slice(ZICH.length)}` : headword;
}

/** A form with `zich` behind its first words, so many: whether it was written with *zich* or without. */
function withZichAt(place: number, form: string, zich: string): string {
  const words = form.split(/\s+/).filter((word) => word !== '' && word !== 'zich');
  words.splice(place, 0, zich);
  return words.join(' ');
}

/** What is right, with the forms of the word, so that a wrong one is named. */
function expectedOf(word: OwnWord, answer: Answer): Expected {
  return Expected.of({ ...answer, word: wordFormsOf(word) });
}

function wordFormsOf({ lemma, noun, verb }: OwnWord): WordForms | undefined {
  if (noun) {
    const { articles = [], plural } = noun;
    return { kind: 'noun', articles, singular: lemma, plurals: plural == null ? [] : [plural] };
  }
  if (!verb) return undefined;
  const { auxiliaries = [], pastSingular, pastPlural, participle, particle } = verb;
  const pasts = { pastSingular: pastSingular ?? '', pastPlural: pastPlural ?? '' };
  const forms = { ...pasts, participle: participle ?? '', particle: particle ?? undefined };
  return { kind: 'verb', infinitive: lemma, ...forms, auxiliaries };
}

/** In the sentence that is named, or the first in which somebody knows where the word is. */
function gapIn(word: OwnWord, contextId: string | null | undefined): Question | undefined {
  const { contexts } = word;
  const withGap = contexts.filter(({ sentence }) => (sentence.parts ?? []).length > 0);
  const context = withGap.find((one) => one.contextId === contextId) ?? withGap[0];
  if (!context) return undefined;
  const { prompt, filling, ...around } = gapped(context);
  const expected = expectedOf(word, { text: filling, ...around });
  const field = { form: 'word', shown: filling, expected, policy: IN_GAP } as const;
  return { prompt, fields: [field], contextId: context.contextId };
}

interface Gapped {
  readonly prompt: string;
  readonly filling: string;
  /** What stands before the first gap and after the last. */
  readonly before: string;
  readonly after: string;
}

/** Places count Unicode scalar values. */
function gapped({ sentence: { text, parts = [] } }: Context): Gapped {
  const letters = [...text];
  const prompt = letters.map((letter, place) => {
    const part = parts.find(({ start, end }) => start <= place && place < end);
    if (!part) return letter;
    return part.start === place ? GAP : '';
  });
  const written = (start: number, end?: number): string => letters.slice(start, end).join('');
  const filling = parts.map(({ start, end }) => written(start, end)).join(' ');
  const around = { before: written(0, parts[0]?.start), after: written(parts.at(-1)?.end ?? 0) };
  return { prompt: prompt.join(''), filling, ...around };
}

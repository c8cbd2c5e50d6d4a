/** What is asked of an own word, and what is right: the twin of `services/learning-cards/src/domain/question.rs`. */

import { DUTCH, Expected, GLOSS, grade, type Policy } from '../grader';
import type { Schemas } from '../http/connect';
import type { Ask } from './progress';

type Cards = Schemas['learningCards'];
export type OwnWord = Cards['WordView'];
export type Given = Cards['WrittenGiven'];
type Form = Cards['Form'];
type Mistake = Cards['WordMistakeView'];
type Context = Cards['ContextView'];

const RATINGS = ['again', 'hard', 'good', 'easy'] as const;
const GAP = '…';
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
  return glosses[language] ?? glosses['en'] ?? first?.[1] ?? lemma;
}

function recall(word: OwnWord, language: string, forms: readonly Field[]): Question {
  return { prompt: glossOf(word, language), fields: [dutch(word), ...forms] };
}

function meaning(gloss: string): Field {
  return { form: 'word', shown: gloss, expected: Expected.of({ text: gloss }), policy: GLOSS };
}

function dutch({ headword, lemma, noun }: OwnWord): Field {
  const articles = noun?.articles ?? [];
  const expected = articles.length === 0 ? Expected.of({ text: headword }) : Expected.of({ text: lemma, articles });
  return { form: 'word', shown: headword, expected, policy: DUTCH };
}

/** The article of a plural and the auxiliary of a participle may be left out. */
function formsOf({ noun, verb }: OwnWord): Field[] {
  const named = [
    ['plural', '(de) ', noun?.plural],
    ['past', '', verb?.pastSingular],
    ['participle', '(heeft/is) ', verb?.participle],
  ] as const;
  return named.flatMap(([form, before, shown]) =>
    shown == null ? [] : [{ form, shown, expected: Expected.of({ text: before + shown }), policy: DUTCH }],
  );
}

/** In the sentence that is named, or the first in which somebody knows where the word is. */
function gapIn({ contexts }: OwnWord, contextId: string | null | undefined): Question | undefined {
  const withGap = contexts.filter(({ sentence }) => (sentence.parts ?? []).length > 0);
  const context = withGap.find((one) => one.contextId === contextId) ?? withGap[0];
  if (!context) return undefined;
  const { prompt, filling } = gapped(context);
  const field = { form: 'word', shown: filling, expected: Expected.of({ text: filling }), policy: IN_GAP } as const;
  return { prompt, fields: [field], contextId: context.contextId };
}

/** Places count Unicode scalar values. */
function gapped({ sentence: { text, parts = [] } }: Context): { readonly prompt: string; readonly filling: string } {
  const letters = [...text];
  const prompt = letters.map((letter, place) => {
    const part = parts.find(({ start, end }) => start <= place && place < end);
    if (!part) return letter;
    return part.start === place ? GAP : '';
  });
  const filling = parts.map(({ start, end }) => letters.slice(start, end).join('')).join(' ');
  return { prompt: prompt.join(''), filling };
}

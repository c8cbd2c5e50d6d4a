/**
 * What a card asks and what an answer to it is worth: the twin of `services/thematic-cards/src/domain/question.rs`, from what
 * a student is shown of a word.
 */

import type { Schemas } from '../http/connect';
import {
  type Answer,
  type Auxiliary,
  DUTCH,
  GLOSS,
  grade,
  type MistakeKind,
  THIRD_PERSON,
  type Verdict,
  type WordForms,
} from '../grader';
import type { CardView } from './kept';

type Cards = Schemas['thematicCards'];
type Given = Cards['AnswerBody'];
type Language = Cards['GlossLanguage'];

/** What stands in a sentence where the word is missing. */
const BLANK = '___';

/** Before a reflexive verb. */
const ZICH = 'zich ';

/** What the student judged by themselves has no mistakes; what a student types or chooses is graded. */
export function judge(card: CardView, given: Given): Verdict {
  switch (given.way) {
    case 'self-rated': {
      const rating = given.rating as Verdict['rating'];
      return { rating, correct: rating !== 'again', mistakes: [] };
    }
    case 'typed':
      return typed(card, given.text);
    case 'chosen':
      return chosen(card, given.text);
  }
}

/** The card as it asks somebody who knows `language`: it was packed in one, and its word has both. */
export function inLanguage<T extends CardView>(card: T, language: Language): T {
  const gloss = card.word.glosses[language] ?? card.word.glosses['en'] ?? '';
  switch (card.kind) {
    case 'recognition': {
      const isSame = card.expected === gloss;
      return { ...card, expected: gloss, choices: isSame ? (card.choices ?? []) : [] };
    }
    case 'recall':
      return { ...card, prompt: gloss };
    default:
      return card;
  }
}

function typed(card: CardView, given: string): Verdict {
  const { kind, prompt, expected, word } = card;
  const article = articlesOf(word).join('/');
  switch (kind) {
    case 'recall':
      return grade(dutch(word), given, DUTCH);
    case 'article': {
      const verdict = grade({ text: `${article} (${word.lemma})` }, given, DUTCH);
      return verdict.correct ? verdict : wrong('article', given, article);
    }
    case 'forms':
      return grade({ text: formsAccepted(word), word: wordFormsOf(word) }, given, DUTCH);
    case 'gap':
      return grade({ text: expected, word: wordFormsOf(word), ...aroundGap(prompt) }, given, DUTCH);
    case 'dictation':
      return grade(article === '' ? dutch(word) : byEar(word, article), given, DUTCH);
    case 'recognition':
    case 'unknown':
      return grade({ text: expected }, given, GLOSS);
  }
}

/** What is offered is right or wrong; nothing of it is nearly right. */
function chosen(card: CardView, given: string): Verdict {
  const verdict = typed(card, given);
  if (verdict.correct) return verdict;
  return wrong(card.kind === 'article' ? 'article' : 'wrong', given, card.expected);
}

/** *De*, *het*, both or none: what the headword of a noun has before the word. */
function articlesOf({ partOfSpeech, headword, lemma }: CardView['word']): string[] {
  const isAfterArticle = partOfSpeech === 'noun' && headword.endsWith(` ${lemma}`);
  return isAfterArticle ? headword.slice(0, -lemma.length - 1).split('/') : [];
}

function dutch(word: CardView['word']): Answer {
  const forms = wordFormsOf(word);
  if (word.partOfSpeech !== 'noun') return { text: withZichOptional(word.headword), word: forms };
  return { text: word.lemma, articles: articlesOf(word), word: forms };
}

/** A recording says the article, which need not be written. */
function byEar(word: CardView['word'], article: string): Answer {
  return { text: `(${article}) ${word.lemma}`, word: wordFormsOf(word) };
}

/** *Zich* may be left out. */
function withZichOptional(headword: string): string {
  return headword.startsWith(ZICH) ? `(zich) ${headword.slice(ZICH.length)}` : headword;
}

/** The forms of a noun or a verb, so that a wrong one is named. */
function wordFormsOf(word: CardView['word']): WordForms | undefined {
  const { lemma, forms, partOfSpeech } = word;
  const { plural, pastSingular, pastPlural = '', participle = '', particle } = forms;
  if (partOfSpeech === 'noun') {
    const plurals = plural === undefined ? [] : [plural];
    return { kind: 'noun', articles: articlesOf(word), singular: lemma, plurals };
  }
  if (pastSingular === undefined) return undefined;
  const auxiliaries = auxiliariesOf(word);
  return { kind: 'verb', infinitive: lemma, pastSingular, pastPlural, participle, auxiliaries, particle };
}

function auxiliariesOf({ forms }: CardView['word']): Auxiliary[] {
  return (forms['auxiliary'] ?? '').split('/').filter((one) => one === 'hebben' || one === 'zijn');
}

/** The article of a plural, the auxiliary of a participle and *zich* may be left out. */
function formsAccepted(word: CardView['word']): string {
  const { headword, lemma, forms } = word;
  const { plural, pastSingular = '', participle = '' } = forms;
  if (plural !== undefined) return `(de) ${plural}`;
  const isReflexive = headword === ZICH + lemma;
  const zich = isReflexive ? '(zich)' : '';
  const [verb, ...rest] = pastSingular.split(' ');
  const auxiliaries = auxiliariesOf(word).map((one) => THIRD_PERSON[one]);
  const perfect = auxiliaries.length > 0 ? `(${auxiliaries.join('/')})` : '';
  return [verb, zich, ...rest, perfect, zich, participle].filter(Boolean).join(' ');
}

/** What stands before and after a gap; between the parts of a split verb is neither. */
function aroundGap(prompt: string): { readonly before: string; readonly after: string } {
  const pieces = prompt.split(BLANK);
  return { before: pieces[0] ?? '', after: pieces.at(-1) ?? '' };
}

function wrong(kind: MistakeKind, given: string, expected: string): Verdict {
  const span = { start: 0, end: [...given].length };
  return { rating: 'again', correct: false, mistakes: [{ kind, span, expected }] };
}

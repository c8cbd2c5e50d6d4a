/**
 * What a card asks and what an answer to it is worth: the twin of `services/thematic-cards/src/domain/question.rs`, from what
 * a student is shown of a word.
 */

import type { Schemas } from '../http/connect';
import { DUTCH, Expected, GLOSS, grade, type MistakeKind, type Verdict } from '../grader';
import type { CardView } from './kept';

type Cards = Schemas['thematicCards'];
type Given = Cards['AnswerBody'];
type Language = Cards['GlossLanguage'];

/** The forms of a verb as they are shown, before the participle. */
const PAST_AND_AUXILIARY = /^(.+),(?: (heeft|is|heeft\/is|is\/heeft))?$/s;

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
  const { kind, expected, word } = card;
  const article = articlesOf(word);
  switch (kind) {
    case 'recall':
      return grade(dutch(word), given, DUTCH);
    case 'article': {
      const verdict = grade({ text: `${article} (${word.lemma})` }, given, DUTCH);
      return verdict.correct ? verdict : wrong('article', given, article);
    }
    case 'forms':
      return grade({ text: formsAccepted(expected, word.forms) }, given, DUTCH);
    case 'gap':
      return grade({ text: expected }, given, DUTCH);
    case 'dictation':
      return grade(article === '' ? dutch(word) : { text: `(${article}) ${word.lemma}` }, given, DUTCH);
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

/** `het`, `de/het`, or nothing: what the headword has before the word. */
function articlesOf({ headword, lemma }: CardView['word']): string {
  return headword.endsWith(` ${lemma}`) ? headword.slice(0, -lemma.length - 1) : '';
}

function dutch(word: CardView['word']): Expected {
  const articles = articlesOf(word);
  if (word.partOfSpeech !== 'noun') return Expected.of({ text: word.lemma });
  return Expected.of({ text: word.lemma, articles: articles === '' ? [] : articles.split('/') });
}

/** The article of a plural and the auxiliary of a participle may be left out. */
function formsAccepted(expected: string, forms: CardView['word']['forms']): string {
  const plural = forms['plural'];
  if (plural !== undefined) return `(de) ${plural}`;
  const participle = forms['participle'] ?? '';
  const shown = expected.slice(0, expected.length - participle.length).trimEnd();
  const [, past = shown, auxiliary] = PAST_AND_AUXILIARY.exec(shown) ?? [];
  return [past, auxiliary && `(${auxiliary})`, participle].filter(Boolean).join(' ');
}

function wrong(kind: MistakeKind, given: string, expected: string): Verdict {
  const span = { start: 0, end: [...given].length };
  return { rating: 'again', correct: false, mistakes: [{ kind, span, expected }] };
}

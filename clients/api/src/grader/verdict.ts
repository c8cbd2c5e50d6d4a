/** What comes out. */

export type Rating = 'again' | 'hard' | 'good' | 'easy';

/** What is wrong with an answer, the most specific first. */
export const MISTAKE_KINDS = [
  'article',
  'dt',
  'vowel-doubling',
  'consonant-doubling',
  'plural',
  'past',
  'participle',
  'auxiliary',
  'separable',
  'inversion',
  'word-order',
  'compound',
  'diacritic',
  'capital',
  'missing-word',
  'extra-word',
  'typo',
  'wrong',
] as const;

export type MistakeKind = (typeof MISTAKE_KINDS)[number];

/** A part of the answer as it was given, in Unicode scalar values, the end excluded. Empty where something is missing. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Mistake {
  readonly kind: MistakeKind;
  readonly span: Span;
  /** What would be right there; empty where nothing should be. */
  readonly expected: string;
}

export interface Verdict {
  readonly rating: Rating;
  /** Whether there is no mistake. */
  readonly correct: boolean;
  /** All mistakes, the most specific kind first, then by place. */
  readonly mistakes: readonly Mistake[];
}

const HARD: readonly MistakeKind[] = ['article', 'diacritic', 'capital', 'typo'];

/** What an answer with this mistake alone is worth. */
export function ratingOf(kind: MistakeKind): Rating {
  return HARD.includes(kind) ? 'hard' : 'again';
}

/** How far a mistake takes an answer from what is right, when the nearest of several variants is looked for. */
export function weightOf(kind: MistakeKind): number {
  switch (kind) {
    case 'article':
    case 'diacritic':
    case 'capital':
    case 'typo':
      return 2;
    case 'dt':
    case 'vowel-doubling':
    case 'consonant-doubling':
      return 3;
    case 'plural':
    case 'past':
    case 'participle':
    case 'auxiliary':
    case 'separable':
    case 'compound':
      return 4;
    case 'inversion':
    case 'word-order':
      return 5;
    case 'missing-word':
    case 'extra-word':
      return 6;
    case 'wrong':
      return 9;
  }
}

/** The student says that it was easy: a right answer becomes Easy, any other stays what it is. */
export function calledEasy(verdict: Verdict): Verdict {
  return verdict.correct ? { ...verdict, rating: 'easy' } : verdict;
}

export function verdictOf(mistakes: readonly Mistake[]): Verdict {
  const order = (mistake: Mistake): number => MISTAKE_KINDS.indexOf(mistake.kind);
  const sorted = [...mistakes].sort(
    (one, other) => order(one) - order(other) || one.span.start - other.span.start || one.span.end - other.span.end,
  );
  const ratings = sorted.map((mistake) => ratingOf(mistake.kind));
  const rating = ratings.includes('again') ? 'again' : ratings.includes('hard') ? 'hard' : 'good';
  return { rating, correct: sorted.length === 0, mistakes: sorted };
}

export function rightVerdict(): Verdict {
  return verdictOf([]);
}

export function wrongVerdict(span: Span, expected: string): Verdict {
  return verdictOf([{ kind: 'wrong', span, expected }]);
}

/** The same with nothing for knowing it almost: where the mistake is in all that was asked. */
export function withoutMercy(verdict: Verdict): Verdict {
  return verdict.correct ? verdict : { ...verdict, rating: 'again' };
}

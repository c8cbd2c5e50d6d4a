/** `tests/vectors/grader*.json` at the root hold what the server's grader answers; this one must answer the same. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  calledEasy,
  DUTCH,
  type ExerciseVerdict,
  Expected,
  GLOSS,
  grade,
  gradeExercise,
  type Item,
  type Message,
  MESSAGES,
  messageOf,
  type MessageKey,
  type NounForms,
  participle,
  past,
  perfect,
  plural,
  type Policy,
  type Response,
  say,
  singular,
  type Verdict,
  type VerbForms,
} from '../src/grader';
import { WORDS } from '../src/grader/dutch/lists';

interface Graded {
  readonly answer: Answer;
  readonly policy: Policy;
  readonly given: string;
  readonly verdict: Verdict;
  readonly messages: readonly Message[];
}

interface Exercised {
  readonly items: readonly Item[];
  readonly responses: readonly Response[];
  readonly verdict: ExerciseVerdict;
}

interface Vectors {
  readonly answers: readonly Graded[];
  readonly exercises: readonly Exercised[];
  readonly messageKeys: readonly MessageKey[];
}

/** Which of the answers, what was given instead, the verdict in short. */
type Variation = readonly [number, string, string];

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../tests/vectors/${name}.json`, import.meta.url), 'utf8')) as T;
}

const vectors = read<Vectors>('grader');

function short({ rating, mistakes }: Verdict): string {
  const told = mistakes.map(({ kind, span, expected }) => `${kind} ${span.start}-${span.end} ${expected}`);
  return `${rating} ${told.join('|')}`.trimEnd();
}

describe('the twin of the server', () => {
  it('grades every answer alike', () => {
    for (const { answer, policy, given, verdict } of vectors.answers) {
      expect({ answer, given, ...grade(answer, given, policy) }).toEqual({ answer, given, ...verdict });
    }
    expect(vectors.answers.length).toBeGreaterThan(300);
  });

  it('grades variations of them alike', () => {
    const variations = read<readonly Variation[]>('grader-variations');
    for (const [of, given, told] of variations) {
      const { answer, policy } = vectors.answers[of] ?? { answer: { text: '' }, policy: DUTCH };
      expect([answer, given, short(grade(answer, given, policy))]).toEqual([answer, given, told]);
    }
    expect(variations.length).toBeGreaterThan(1000);
  });

  it('grades every exercise alike', () => {
    for (const { items, responses, verdict } of vectors.exercises) {
      expect(gradeExercise(items, responses)).toEqual(verdict);
    }
    expect(vectors.exercises.length).toBeGreaterThan(10);
  });

  it('knows the same words', () => {
    expect(WORDS).toEqual(read('grader-words'));
  });

  it('says the same of every mistake', () => {
    for (const { given, verdict, messages } of vectors.answers) {
      expect(verdict.mistakes.map((mistake) => messageOf(mistake, given))).toEqual(messages);
    }
  });
});

describe('messages', () => {
  it.each(['nl', 'en', 'ru'] as const)('say in %s what is wrong and what is right', (language) => {
    expect(Object.keys(MESSAGES[language]).sort()).toEqual([...vectors.messageKeys].sort());
    for (const [key, sentence] of Object.entries(MESSAGES[language])) {
      const used = (key.endsWith('.extra') || key === 'extra-word' ? 'given' : 'expected') satisfies keyof Message;
      expect(sentence).toContain(`{${used}}`);
    }
  });

  it('are sentences', () => {
    const [mistake] = grade({ text: 'fiets', articles: ['de'] }, 'het fiets').mistakes;
    expect(mistake && say(messageOf(mistake, 'het fiets'), 'en')).toBe('The article is “de”, not “het”.');
  });
});

describe('an answer that a client makes', () => {
  const kind: NounForms = { kind: 'noun', articles: ['het'], singular: 'kind', plurals: ['kinderen'] };
  const lopen: VerbForms = {
    kind: 'verb',
    infinitive: 'lopen',
    pastSingular: 'liep',
    pastPlural: 'liepen',
    participle: 'gelopen',
    auxiliaries: ['hebben', 'zijn'],
  };

  it.each([
    [singular(kind), 'het kind'],
    [plural(kind), 'kinderen'],
    [plural(kind), 'de kinderen'],
    [past(lopen), 'liep'],
    [past(lopen), 'liep, liepen'],
    [participle(lopen), 'gelopen'],
    [perfect(lopen), 'heeft gelopen'],
    [perfect(lopen), 'is gelopen'],
  ])('is right in all its forms: %o %s', (answer, given) => {
    expect(grade(answer, given).rating).toBe('good');
  });
});

describe('an answer of a stranger', () => {
  const fiets = Expected.of({ text: 'fiets', articles: ['de'] });

  it.each([
    'fiets '.repeat(2000),
    '\u{1f6b2}'.repeat(3000),
    `e${'\u{301}'.repeat(1999)}`,
    '\u{202e}\u{2067}'.repeat(500),
    '\ud800',
    '(/;'.repeat(500),
    'op '.repeat(100),
  ])('is graded at once', (given) => {
    const start = performance.now();
    const { correct, mistakes } = grade(fiets, given);
    expect(correct).toBe(false);
    for (const { span } of mistakes) {
      expect(span.start).toBeLessThanOrEqual(span.end);
      expect(span.end).toBeLessThanOrEqual([...given].length);
    }
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('counts characters and not their halves', () => {
    const { mistakes } = grade({ text: 'de fiets' }, '\u{1f6b2} het fiets');
    expect(mistakes.map(({ kind, span }) => [kind, span.start, span.end])).toEqual([
      ['article', 2, 5],
      ['extra-word', 0, 1],
    ]);
  });

  it('is easy only when it is right', () => {
    expect(calledEasy(grade(fiets, 'de fiets')).rating).toBe('easy');
    expect(calledEasy(grade(fiets, 'het fiets')).rating).toBe('hard');
    expect(calledEasy(grade({ text: 'bread' }, 'house', GLOSS)).rating).toBe('again');
  });
});

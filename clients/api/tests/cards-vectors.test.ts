/** `tests/vectors/thematic-cards.json` at the root holds what the service answers; a device must answer the same. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Schemas } from '../src/http/connect';
import type { MistakeKind, Verdict } from '../src/grader';
import {
  type CardStateView,
  type CardView,
  type Exam,
  judge,
  type KeptCard,
  type KeptMark,
  noted,
  places,
  schedulerOf,
  type Table,
  takenBack,
  told,
} from '../src/cards';

/** Rating, whether it is right, and each mistake: its kind, where it begins and ends, what would be right. */
type Short = readonly [
  rating: Verdict['rating'],
  correct: boolean,
  mistakes: readonly (readonly [kind: MistakeKind, start: number, end: number, expected: string])[],
];
type Judged = readonly [given: string, verdict: Short];

interface Question {
  readonly card: CardView;
  readonly typed: readonly Judged[];
  readonly chosen: readonly Judged[];
}

interface Packed {
  readonly cardId: string;
  readonly wordId: string;
  readonly kind: CardView['kind'];
  readonly newWord: boolean;
  readonly ofExam: boolean;
  readonly state?: CardStateView;
  readonly notBefore?: string;
}

interface Said {
  readonly cardId: string;
  readonly reviewId?: string;
  readonly answer?: Extract<Schemas['thematicCards']['AnswerBody'], { way: 'self-rated' }>;
  readonly practice?: boolean;
  readonly answeredAt?: string;
  readonly undone?: string;
  readonly markId?: string;
  readonly mark?: KeptMark['mark'];
  readonly markedAt?: string;
}

interface SittingCase {
  readonly zone: string;
  readonly newWords: number;
  readonly exam: Exam | null;
  readonly metBefore: Table['metBefore'];
  readonly cards: readonly Packed[];
  readonly said: readonly Said[];
  readonly now: string;
  readonly most: number;
  readonly expected: readonly string[];
}

interface Vectors {
  readonly questions: readonly Question[];
  readonly sittings: readonly SittingCase[];
}

const file = new URL('../../../tests/vectors/thematic-cards.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;

const SCHEDULER = schedulerOf({
  algorithm: 'fsrs-6',
  parameters: 0,
  desiredRetention: 0.9,
  week: [100, 100, 100, 100, 100, 100, 100],
});

function short({ rating, correct, mistakes }: Verdict): Short {
  return [rating, correct, mistakes.map(({ kind, span, expected }) => [kind, span.start, span.end, expected])];
}

function keptOf({ cardId, wordId, kind, state, notBefore, ...of }: Packed, place: number): KeptCard {
  const card = { cardId, wordId, kind } as CardView;
  const kept = { id: cardId, card, place, notBefore, ...of, packedNew: !state?.last, log: [], undone: [], marks: [] };
  return state ? told(kept, state) : kept;
}

function after(kept: KeptCard, said: Said, zone: string): KeptCard {
  const { reviewId, answer, practice = false, answeredAt = '', undone, markId, mark, markedAt = '' } = said;
  if (said.cardId !== kept.id) return kept;
  if (undone !== undefined) return takenBack(kept, undone, SCHEDULER);
  if (reviewId !== undefined && answer) {
    return noted(kept, { reviewId, answeredAt, zone, practice }, answer.rating as Verdict['rating']);
  }
  if (markId === undefined || mark === undefined) throw new Error('nothing that can be said of a card');
  return { ...kept, marks: [...kept.marks, { id: markId, mark, markedAt: Date.parse(markedAt), zone }] };
}

describe('the twin of the service', () => {
  it('judges every answer alike', { timeout: 60_000 }, () => {
    let judged = 0;
    for (const { card, typed, chosen } of vectors.questions) {
      for (const [way, answers] of [['typed', typed] as const, ['chosen', chosen] as const]) {
        for (const [text, verdict] of answers) {
          const asked = { kind: card.kind, expected: card.expected, way, text };
          expect({ ...asked, verdict: short(judge(card, { way, text })) }).toEqual({ ...asked, verdict });
          judged += 1;
        }
      }
    }
    expect(judged).toBeGreaterThan(1000);
  });

  it('asks the same cards in the same order', () => {
    for (const [number, sitting] of vectors.sittings.entries()) {
      const { zone, newWords, exam, metBefore, said, most, expected } = sitting;
      const cards = sitting.cards
        .map(keptOf)
        .map((kept) => said.reduce((standing, one) => after(standing, one, zone), kept));
      const now = Date.parse(sitting.now);
      const table: Table = { cards, scheduler: SCHEDULER, newWords, exam: exam ?? undefined, metBefore, now, zone };
      expect([number, places(table, most).map(({ id }) => id)]).toEqual([number, expected]);
    }
    expect(vectors.sittings.length).toBeGreaterThan(30);
  });
});

/** An answer to a card of the package, taken on the device. */

import type { Schemas } from '../http/connect';
import { type Fsrs, type Review, studyDay } from '../scheduler';
import type { Verdict } from '../grader';
import { type KeptCard, standingOf, stateOf } from './kept';
import { judge } from './question';

type Cards = Schemas['thematicCards'];

/** What was done, as it is handed in later. */
export interface Submitted {
  readonly reviewId: string;
  readonly answer: Cards['AnswerBody'];
  readonly answeredAt: string;
  readonly zone: string;
  readonly practice: boolean;
}

export interface Taken {
  readonly kept: KeptCard;
  readonly outcome: Cards['OutcomeView'];
}

/** `asked` is the card as it was shown, in the language of the student. */
export function answer(kept: KeptCard, asked: KeptCard['card'], submitted: Submitted, scheduler: Fsrs): Taken {
  const verdict = judge(asked, submitted.answer);
  const after = noted(kept, submitted, verdict.rating);
  const { state, setAside } = standingOf(after, scheduler);
  return {
    kept: after,
    outcome: {
      rating: verdict.rating,
      correct: verdict.correct,
      mistakes: verdict.mistakes.map(({ kind, span, expected }) => ({ kind, ...span, expected })),
      expected: asked.expected,
      phase: state.phase,
      dueAt: new Date(state.dueAt ?? Date.parse(submitted.answeredAt)).toISOString(),
      intervalDays: state.intervalDays,
      answers: state.reviews,
      lapses: state.lapses,
      setAside: setAside !== undefined,
      answeredAt: submitted.answeredAt,
    },
  };
}

/** With an answer of this rating in its log. Extra practice moves nothing. */
export function noted(
  kept: KeptCard,
  { reviewId, answeredAt, zone, practice }: Omit<Submitted, 'answer'>,
  rating: Verdict['rating'],
): KeptCard {
  if (practice || kept.log.some(({ id }) => id === reviewId)) return kept;
  const at = Date.parse(answeredAt);
  const review: Review = { id: reviewId, card: kept.id, rating, answeredAt: at, receivedAt: at, zone };
  const introducedOn = kept.introducedOn ?? (kept.packedNew ? studyDay(at, zone) : undefined);
  return { ...kept, introducedOn, log: [...kept.log, review] };
}

/** As if the answer had not been given. */
export function takenBack(kept: KeptCard, reviewId: string, scheduler: Fsrs): KeptCard {
  const without = { ...kept, undone: [...kept.undone, reviewId] };
  const isNewAgain = kept.packedNew && stateOf(without, scheduler).phase === 'new';
  return isNewAgain ? { ...without, introducedOn: undefined } : without;
}

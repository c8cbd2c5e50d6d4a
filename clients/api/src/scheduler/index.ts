export { dayStart, studyDay } from './days';
export { type EasyDays, EVEN_WEEK, type Window } from './easy-days';
export {
  type Basis,
  type CardState,
  Fsrs,
  INTERVAL_MAX_DAYS,
  isDue,
  LEARNING_STEPS,
  type Phase,
  type Schedule,
  type Transition,
} from './fsrs';
export { DEFAULT_WEIGHTS, type Memory } from './model';
export { Pace } from './pace';
export { inOrder, type Rating, RATINGS, type Review } from './review';
export {
  EXAM_REFRESH_DAYS,
  examAsksOn,
  examNewCards,
  held,
  type Hold,
  LEECH_AGAIN_LAPSES,
  LEECH_LAPSES,
} from './rules';
export {
  arrange,
  type Candidate,
  LEARN_AHEAD,
  type Limits,
  nextCard,
  type Returning,
  SAME_WORD_DISTANCE,
  type Sitting,
} from './session';

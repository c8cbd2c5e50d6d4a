/** What an answer is worth: the twin of `crates/grader`. */

export * from './answer';
export * from './exercise';
export { Expected } from './expected';
export { grade } from './grade';
export * from './message';
export { DUTCH, GLOSS, type Policy } from './policy';
export {
  calledEasy,
  type Mistake,
  MISTAKE_KINDS,
  type MistakeKind,
  type Rating,
  ratingOf,
  type Span,
  type Verdict,
} from './verdict';

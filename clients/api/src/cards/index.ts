/** Cards by topic on a device without a connection: what is asked, what an answer is worth, where a card stands. */

export { answer, noted, type Submitted, type Taken, takenBack } from './answering';
export { type Exam, places, type Table, waiting } from './arrangement';
export {
  type CardStateView,
  type CardView,
  type KeptCard,
  type KeptMark,
  type SchedulerView,
  schedulerOf,
  type Standing,
  standingOf,
  told,
  tomorrow,
} from './kept';
export { inLanguage, judge } from './question';

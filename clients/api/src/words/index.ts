/** Own words on a device without a connection: what is asked, what an answer is worth, where a word stands. */

export {
  answerOwn,
  type KeptWord,
  notedOwn,
  progressOf,
  type Seat,
  seated,
  seats,
  type SubmittedWord,
  toldOwn,
  waitingWords,
  type Week,
  weekHere,
} from './kept';
export {
  type Answered,
  type Ask,
  asked,
  belongsTo,
  dueOn,
  type Progress,
  replayed,
  type Rules,
  stepped,
} from './progress';
export { judgeOwn, type OwnWord, questionOf, shown } from './question';
export { beginsAt, laterWeek, mondayOf, weekOf } from './week';

/** The HTTP API as all clients call it: typed calls, and the layers that every call passes. */

export { connect, type Api, type Connection, type Schemas, type ServiceName } from './connect';
export { authorised, type Credentials } from './authorised';
export { announced, type Announcements } from './announced';
export { repeating, type Patience } from './repeating';
export { answerOf, answerWithTag, isProblem, Problem, Unreachable, type FieldFault, type Tagged } from './problem';
export { newId } from './ids';
export type { Send } from './send';

import type en from './messages/en.json';

/** A text of the interface. `scripts/messages.mjs` holds every language to the same keys and arguments. */
export type MessageKey = keyof typeof en;

/** What stands in a text's places. */
export type MessageValues = Readonly<Record<string, string | number | Date>>;

import { DICTIONARY } from './dictionary';
import { EVERYBODY } from './everybody';
import { OFFLINE } from './offline';
import type { Screen } from './screen';
import { STAFF } from './staff';

/** Every screen of the client; `tests/` refuses a route that none of them opens, and one without its sheet. */
export const SCREENS: readonly Screen[] = [...EVERYBODY, ...OFFLINE, ...DICTIONARY, ...STAFF];

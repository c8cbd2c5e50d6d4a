import { DICTIONARY } from './dictionary';
import { EMPTY } from './empty';
import { EVERYBODY } from './everybody';
import { OFFLINE } from './offline';
import { REFUSED } from './refused';
import type { Screen } from './screen';
import { STAFF } from './staff';

/** Every screen of the client; `tests/` refuses a route that none of them opens, and one without its sheet. */
export const SCREENS: readonly Screen[] = [...EVERYBODY, ...OFFLINE, ...DICTIONARY, ...STAFF, ...EMPTY, ...REFUSED];

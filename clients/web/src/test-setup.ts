import './closed-prototype';

import { afterEach, beforeEach } from 'vitest';

beforeEach(() => localStorage.clear());
afterEach(() => localStorage.clear());

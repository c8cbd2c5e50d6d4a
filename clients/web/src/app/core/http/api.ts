import { inject, InjectionToken } from '@angular/core';
import { type Api, authorised } from '@tall/api/http';

import { Session } from '../session/session';
import { connectTo, SEND } from './open-api';

/** Calls as whoever is logged in. */
export const API = new InjectionToken<Api>('calls of who is logged in', {
  factory: () => connectTo(authorised(inject(SEND), inject(Session))),
});

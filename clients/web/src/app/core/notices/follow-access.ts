import { DOCUMENT, type EnvironmentProviders, inject, provideEnvironmentInitializer } from '@angular/core';
import { answerOf } from '@tall/api/http';

import { API } from '../http/api';
import { Session } from '../session/session';
import { Notices } from './notices';

/** What was asked so long ago is asked again, by whoever comes back to the page or stays on it. */
const AGAIN_MS = 5 * 60_000;
/** How often that is looked at: a timer is never on time to the millisecond, and a whole turn would be missed. */
const LOOK_MS = 30_000;

/** Asks again what somebody may open while the page is looked at: by itself it is asked at the lobby alone. */
export function followAccess(): EnvironmentProviders {
  return provideEnvironmentInitializer(() => {
    const document = inject(DOCUMENT);
    const session = inject(Session);
    const notices = inject(Notices);
    const api = inject(API);
    let askedAt = Date.now();
    const ask = async () => {
      const isLate = Date.now() - askedAt >= AGAIN_MS;
      if (!isLate || document.visibilityState !== 'visible' || !session.isLoggedIn()) return;
      askedAt = Date.now();
      const userId = session.userId();
      const { items } = await answerOf(api.GET('/api/v2/lobby/products'));
      if (session.userId() === userId) notices.mayOpen(items);
    };
    // Nobody waits for it: what cannot be had now comes the next time.
    const askQuietly = () => void ask().catch(() => undefined);
    document.addEventListener('visibilitychange', askQuietly);
    document.defaultView?.setInterval(askQuietly, LOOK_MS);
  });
}

import {
  DestroyRef,
  DOCUMENT,
  effect,
  type EnvironmentProviders,
  inject,
  Injector,
  provideEnvironmentInitializer,
  type Type,
} from '@angular/core';

import { firstScreen } from '../layout/first-screen';
import { Connection } from '../offline/connection';
import { Session } from '../session/session';

/** Listens to what the school tells. */
export interface Listener {
  /** Until nobody wants it any more. It never fails. */
  listen(signal: AbortSignal): Promise<void>;
}

/**
 * While somebody who is logged in looks at the page, and has a connection, what the school tells is listened to. What is told
 * meanwhile waits: whoever comes back is told first what they missed.
 */
export function followNotices(load: () => Promise<Type<Listener>>): EnvironmentProviders {
  return provideEnvironmentInitializer(() => {
    const document = inject(DOCUMENT);
    const session = inject(Session);
    const connection = inject(Connection);
    const injector = inject(Injector);
    const first = firstScreen();
    let listening = new AbortController();
    const turn = () => {
      listening.abort();
      listening = new AbortController();
      const { signal } = listening;
      if (document.visibilityState !== 'visible' || !session.isLoggedIn() || !connection.isOnline()) return;
      const begin = (listener: Type<Listener>) => (signal.aborted ? undefined : injector.get(listener).listen(signal));
      // Where the connection was lost before it was here, it comes with the next turn.
      void first.then(load).then(begin, () => undefined);
    };
    document.addEventListener('visibilitychange', turn);
    inject(DestroyRef).onDestroy(() => {
      listening.abort();
      document.removeEventListener('visibilitychange', turn);
    });
    effect(() => {
      session.userId();
      connection.isOnline();
      turn();
    });
  });
}

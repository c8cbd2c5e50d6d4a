import { DOCUMENT, effect, type EnvironmentProviders, inject, provideEnvironmentInitializer } from '@angular/core';
import { Router } from '@angular/router';

import { deepestData } from '../layout/deepest-data';
import { Session } from './session';

/**
 * When a session ends, here or in another tab or on the server, its screens go with it; whoever did not leave by
 * themselves comes back to the same place. A screen that is there for whose session has to end stays. When somebody else
 * logged in meanwhile, in another tab, nothing of the one before stays: not on the screen, not in memory.
 */
export function followSession(): EnvironmentProviders {
  return provideEnvironmentInitializer(() => {
    const session = inject(Session);
    const router = inject(Router);
    const view = inject(DOCUMENT).defaultView;
    let before = session.userId();
    const leave = () => {
      const next = session.wasLeft() ? undefined : router.url;
      void router.navigate(['/log-in'], { queryParams: { ended: true, next } });
    };
    effect(() => {
      const userId = session.userId();
      if (before !== undefined && userId === undefined) {
        if (deepestData(router.routerState.snapshot.root)['outlivesSession'] !== true) leave();
      } else if (before !== undefined && userId !== before) view?.location.assign('/');
      before = userId;
    });
  });
}

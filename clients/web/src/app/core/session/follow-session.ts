import { effect, type EnvironmentProviders, inject, provideEnvironmentInitializer } from '@angular/core';
import { Router } from '@angular/router';

import { Session } from './session';

/**
 * When a session ends, here or in another tab or on the server, its screens go with it; whoever did not leave by
 * themselves comes back to the same place.
 */
export function followSession(): EnvironmentProviders {
  return provideEnvironmentInitializer(() => {
    const session = inject(Session);
    const router = inject(Router);
    let wasLoggedIn = session.isLoggedIn();
    effect(() => {
      const isLoggedIn = session.isLoggedIn();
      if (wasLoggedIn && !isLoggedIn) {
        const next = session.wasLeft() ? undefined : router.url;
        void router.navigate(['/log-in'], { queryParams: { ended: true, next } });
      }
      wasLoggedIn = isLoggedIn;
    });
  });
}

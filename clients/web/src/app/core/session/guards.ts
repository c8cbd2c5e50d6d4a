import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';

import { Session } from './session';
import type { Role } from './tokens';

/** Whoever is not logged in logs in first, and comes back. */
export const loggedIn: CanActivateFn = (_route, state) => {
  if (inject(Session).isLoggedIn()) return true;
  const next = state.url === '/' ? undefined : state.url;
  return inject(Router).createUrlTree(['/log-in'], { queryParams: { next } });
};

/** Whoever is logged in has nothing to do here. */
export const loggedOut: CanActivateFn = () => !inject(Session).isLoggedIn() || inject(Router).createUrlTree(['/']);

/** For these roles; whoever has another is told so, under the same address. The server decides for itself. */
export function asRole(...roles: readonly Role[]): CanActivateFn {
  return () => {
    const role = inject(Session).role();
    if (role !== undefined && roles.includes(role)) return true;
    return new RedirectCommand(inject(Router).createUrlTree(['/not-allowed']), { skipLocationChange: true });
  };
}

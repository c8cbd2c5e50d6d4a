import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';

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

/** For these roles. The server decides for itself; this keeps people from screens that would be empty. */
export function asRole(...roles: readonly Role[]): CanActivateFn {
  return () => {
    const role = inject(Session).role();
    return (role !== undefined && roles.includes(role)) || inject(Router).createUrlTree(['/']);
  };
}

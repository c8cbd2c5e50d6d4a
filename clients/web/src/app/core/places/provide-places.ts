import { type EnvironmentProviders, inject, provideEnvironmentInitializer } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

import { deepestData } from '../layout/deepest-data';
import { OpenSittings, placeOf } from './open-sittings';
import { Places } from './places';

/** Notes each screen of a product; a route names its product in its data, and has the focus where it is a sitting. */
export function providePlaces(): EnvironmentProviders {
  return provideEnvironmentInitializer(() => {
    const router = inject(Router);
    const places = inject(Places);
    const sittings = inject(OpenSittings);
    router.events.pipe(filter((event) => event instanceof NavigationEnd)).subscribe((event) => {
      const { product, isFocused } = deepestData(router.routerState.snapshot.root) as Record<string, unknown>;
      const path = event.urlAfterRedirects.split(/[?#]/)[0];
      if (typeof product !== 'string' || !path) return;
      void places.note(product, placeOf({ path, isSitting: isFocused === true }, sittings.latest(product)));
    });
  });
}

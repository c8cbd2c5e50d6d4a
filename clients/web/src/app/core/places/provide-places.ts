import { type EnvironmentProviders, inject, provideEnvironmentInitializer } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

import { deepestData } from '../layout/deepest-data';
import { Places } from './places';

/** Notes each screen of a product; a route names its product in its data. */
export function providePlaces(): EnvironmentProviders {
  return provideEnvironmentInitializer(() => {
    const router = inject(Router);
    const places = inject(Places);
    router.events.pipe(filter((event) => event instanceof NavigationEnd)).subscribe((event) => {
      const product: unknown = deepestData(router.routerState.snapshot.root)['product'];
      const path = event.urlAfterRedirects.split(/[?#]/)[0];
      if (typeof product === 'string' && path) void places.note(product, path);
    });
  });
}

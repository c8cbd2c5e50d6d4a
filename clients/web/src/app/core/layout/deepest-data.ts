import type { ActivatedRouteSnapshot, Data } from '@angular/router';

/** What the route of the screen says, beneath all that encloses it. */
export function deepestData(root: ActivatedRouteSnapshot): Data {
  let route = root;
  while (route.firstChild) route = route.firstChild;
  return route.data;
}

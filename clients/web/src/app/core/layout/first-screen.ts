import { ApplicationRef, inject, Injector, onIdle, runInInjectionContext } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter, firstValueFrom } from 'rxjs';

/** Then too, where a device is never idle. */
const LATEST_MS = 3_000;

/**
 * When the first screen stands with what it shows, and the device has nothing else to do: what can wait until then takes none
 * of its connection and its time. To be called where something may be injected.
 */
export async function firstScreen(): Promise<void> {
  const injector = inject(Injector);
  const application = inject(ApplicationRef);
  // Before it an application that has not begun counts as stable.
  await firstValueFrom(inject(Router).events.pipe(filter((event) => event instanceof NavigationEnd)));
  await application.whenStable();
  await runInInjectionContext(injector, () => onIdle({ timeout: LATEST_MS }));
}

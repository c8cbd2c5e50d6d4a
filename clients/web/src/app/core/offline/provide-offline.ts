import {
  effect,
  type EnvironmentProviders,
  inject,
  Injector,
  provideEnvironmentInitializer,
  type Type,
} from '@angular/core';

import { firstScreen } from '../layout/first-screen';
import { Session } from '../session/session';
import { eraseDevices } from './device-databases';
import { Waiting } from './waiting';

/** Keeps a student's device ready for a time without a connection. */
export interface Keeper {
  start(): Promise<void>;
}

/**
 * What is kept on a device is erased when its student leaves, and when somebody else comes. Whose session only ran out finds
 * it again: what was answered meanwhile is sent after the next log-in.
 */
export function provideOffline(load: () => Promise<Type<Keeper>>): EnvironmentProviders {
  return provideEnvironmentInitializer(() => {
    const session = inject(Session);
    const waiting = inject(Waiting);
    const injector = inject(Injector);
    const first = firstScreen();
    effect(() => {
      const userId = session.userId();
      const isStudent = session.role() === 'student';
      if (userId === undefined) waiting.tell({ waiting: 0, rejected: 0 });
      if (userId !== undefined || session.wasLeft()) void eraseDevices(userId);
      if (userId === undefined || !isStudent) return;
      // Where the connection was lost before it was here, it comes with the next visit.
      const begin = (keeper: Type<Keeper>) => injector.get(keeper).start();
      void first.then(load).then(begin, () => undefined);
    });
  });
}

import { inject, injectAsync, Service } from '@angular/core';
import { Unreachable } from '@tall/api/http';

import { Connection } from '../../core/offline/connection';

/**
 * Where something is done: at the server while it answers, on the device when it does not. It is the same either way, and
 * under the same id, so that what only lacked its receipt counts once.
 */
@Service()
export class HereOrThere {
  private readonly connection = inject(Connection);
  private readonly sync = injectAsync(() => import('./sync').then((m) => m.Sync));

  /** The device when nobody answers, and it can: `here` gives nothing when it cannot. What is done here is sent soon. */
  orHere<T>(there: () => Promise<T>, here: () => Promise<T | undefined>): Promise<T> {
    return this.orKept(there, () => this.onDevice(here));
  }

  /** The same of what is only looked at. */
  async orKept<T>(there: () => Promise<T>, here: () => Promise<T | undefined>): Promise<T> {
    if (!this.connection.isOnline()) {
      const found = await here();
      if (found !== undefined) return found;
    }
    try {
      return await there();
    } catch (failure) {
      if (!(failure instanceof Unreachable)) throw failure;
      const found = await here();
      if (found === undefined) throw failure;
      return found;
    }
  }

  /** On the device, to be sent soon. */
  async onDevice<T>(here: () => Promise<T>): Promise<T> {
    const done = await here();
    // What cannot be said now is sent when the client begins the next time.
    await this.sync().then(
      (sync) => sync.soon(),
      () => undefined,
    );
    return done;
  }
}

export function orNothingHere<T>(found: T | undefined): T {
  if (found === undefined) throw new Unreachable('this is not kept on the device');
  return found;
}

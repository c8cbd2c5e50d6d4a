import { inject, Service } from '@angular/core';
import { Unreachable } from '@tall/api/http';

import { Connection } from '../../core/offline/connection';
import { Sync } from './sync';

/**
 * Where something is done: at the server while it answers, on the device when it does not. It is the same either way, and
 * under the same id, so that what only lacked its receipt counts once.
 */
@Service()
export class HereOrThere {
  private readonly connection = inject(Connection);
  private readonly sync = inject(Sync);

  /** The device when nobody answers, and it can: `here` gives nothing when it cannot. */
  async orHere<T>(there: () => Promise<T>, here: () => Promise<T | undefined>): Promise<T> {
    if (!this.connection.isOnline()) {
      const done = await this.onDevice(here);
      if (done !== undefined) return done;
    }
    try {
      return await there();
    } catch (failure) {
      if (!(failure instanceof Unreachable)) throw failure;
      const done = await this.onDevice(here);
      if (done === undefined) throw failure;
      return done;
    }
  }

  /** On the device, to be sent soon. */
  async onDevice<T>(here: () => Promise<T>): Promise<T> {
    const done = await here();
    this.sync.soon();
    return done;
  }
}

export function orNothingHere<T>(found: T | undefined): T {
  if (found === undefined) throw new Unreachable('this is not kept on the device');
  return found;
}

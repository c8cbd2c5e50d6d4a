import { Service, signal } from '@angular/core';

/** What was done on this device and the server does not know. */
export interface Unsent {
  /** To be sent as soon as there is a connection. */
  readonly waiting: number;
  /** Sent, and not taken: somebody has to look at it. */
  readonly rejected: number;
}

/** How much waits on this device, for every part of the screen that says so. */
@Service()
export class Waiting {
  private readonly unsent = signal<Unsent>({ waiting: 0, rejected: 0 });
  readonly counts = this.unsent.asReadonly();

  tell(unsent: Unsent): void {
    this.unsent.set(unsent);
  }
}

import { signal } from '@angular/core';

/** What a button asks for: whether it is under way, and why it failed the last time. */
export class Action {
  readonly isBusy = signal(false);
  readonly failure = signal<unknown>(undefined);

  readonly run = async (work: () => Promise<void>): Promise<void> => {
    this.failure.set(undefined);
    this.isBusy.set(true);
    try {
      await work();
    } catch (failure) {
      this.failure.set(failure);
    } finally {
      this.isBusy.set(false);
    }
  };
}

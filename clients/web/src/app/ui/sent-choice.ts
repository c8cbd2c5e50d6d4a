import { computed, signal, type Signal } from '@angular/core';

/**
 * A choice that is sent as soon as it is made: shown at once, and where it is refused, what was before is shown again
 * and why is told. One is sent after the other, so that each stands on the answer to the one before.
 */
export class SentChoice<T> {
  private readonly wanted = signal<readonly [T] | undefined>(undefined);
  private readonly failed = signal<unknown>(undefined);
  readonly failure = this.failed.asReadonly();
  readonly value: Signal<T | undefined>;
  private before: Promise<void> = Promise.resolve();

  /** `kept` is what holds at the server; `send` changes it there, and here when that is done. */
  constructor(
    kept: Signal<T | undefined>,
    private readonly send: (value: T) => Promise<void>,
  ) {
    this.value = computed(() => {
      const wanted = this.wanted();
      return wanted ? wanted[0] : kept();
    });
  }

  readonly choose = (value: T): Promise<void> => {
    const wanted = [value] as const;
    this.wanted.set(wanted);
    this.before = this.before.then(() => this.attempt(wanted));
    return this.before;
  };

  /** Nothing is said any more of what was refused. */
  forget(): void {
    this.failed.set(undefined);
  }

  private async attempt(wanted: readonly [T]): Promise<void> {
    // Somebody has chosen something else meanwhile.
    if (this.wanted() !== wanted) return;
    this.forget();
    await this.send(wanted[0]).catch((failure: unknown) => this.failed.set(failure));
    if (this.wanted() === wanted) this.wanted.set(undefined);
  }
}

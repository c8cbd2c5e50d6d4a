import type { Product, QueuedOf } from './device-database';

/** What a server said to what was handed in. */
export interface HandedIn {
  /** Ask again at once. */
  readonly more: boolean;
  /** Puts it down on the device. */
  readonly settle: () => Promise<void>;
}

/**
 * A product that can be studied without a connection: how its facts are handed in and its package is fetched. Each call is
 * apart from what is done with its answer, so that nothing reaches the device of somebody else who has come meanwhile.
 */
export interface Shelf<P extends Product> {
  readonly product: P;
  handIn(queued: readonly QueuedOf<P>[], cursor: string | undefined): Promise<HandedIn>;
  /** The package of so many days; what it gives puts it down. */
  fetch(days: number): Promise<() => Promise<void>>;
  /** What belongs to the package and may come later, however often it is asked for. */
  complete?(): Promise<void>;
}

import { DestroyRef, inject, Service, signal } from '@angular/core';

import { type Unsent, Waiting } from '../../core/offline/waiting';
import { Session } from '../../core/session/session';
import {
  type DeviceDatabase,
  openDevice,
  type PackageOf,
  type Product,
  type QueuedFact,
  type QueuedOf,
} from './device-database';

/** Facts of one request. */
const AT_ONCE = 500;
/** Where the words and cards of each product lie. */
const SHELVES = { 'thematic-cards': 'cards', 'learning-cards': 'words' } as const;
/** Done is what outlives the battery. */
export const SAFELY = { durability: 'strict' } as const;

/** What is kept on this device for who is logged in: packages, and the queue of what was done with them. */
@Service()
export class DeviceStore {
  private readonly session = inject(Session);
  private readonly unsent = inject(Waiting);
  private readonly otherTabs = new BroadcastChannel('tall.offline');
  private opened: { readonly userId: string; readonly database: Promise<DeviceDatabase> } | undefined;

  private readonly changes = signal(0);
  /** Another number after each change, here or in another tab. */
  readonly revision = this.changes.asReadonly();

  constructor() {
    this.otherTabs.onmessage = () => void this.count();
    inject(DestroyRef).onDestroy(() => this.otherTabs.close());
  }

  async database(): Promise<DeviceDatabase> {
    const userId = this.session.userId();
    if (userId === undefined) throw new Error('nobody is logged in');
    if (this.opened?.userId !== userId) {
      void this.opened?.database.then((other) => other.close());
      const closed = () => (this.opened = undefined);
      this.opened = { userId, database: openDevice(userId, closed) };
    }
    return this.opened.database;
  }

  async package<P extends Product>(product: P): Promise<PackageOf<P> | undefined> {
    return (await (await this.database()).get('packages', product)) as PackageOf<P> | undefined;
  }

  /** Takes nothing of a product along any more. What was not sent stays. */
  async unpack(product: Product): Promise<void> {
    const shelf = SHELVES[product];
    const transaction = (await this.database()).transaction([shelf, 'packages', 'sittings'], 'readwrite');
    void transaction.objectStore(shelf).clear();
    void transaction.objectStore('packages').delete(product);
    const sittings = transaction.objectStore('sittings');
    for (const sitting of await sittings.getAll()) if (sitting.product === product) void sittings.delete(sitting.id);
    await transaction.done;
    this.changed();
  }

  /** What is taken along of a product is not what the school has any more. */
  async outdate(product: Product): Promise<void> {
    const { store, done } = (await this.database()).transaction('packages', 'readwrite');
    const kept = await store.get(product);
    if (kept) void store.put({ ...kept, isStale: true });
    await done;
  }

  async cursor(product: Product): Promise<string | undefined> {
    return (await this.database()).get('cursors', product);
  }

  /** Begins again from where the server knows, when it no longer knows the cursor. */
  async forgetCursor(product: Product): Promise<void> {
    await (await this.database()).delete('cursors', product);
  }

  /** What is to be sent next, in the order in which it was done. */
  async next<P extends Product>(product: P): Promise<QueuedOf<P>[]> {
    const database = await this.database();
    return (await database.getAllFromIndex('facts', 'queue', [product, 'waiting'], AT_ONCE)) as QueuedOf<P>[];
  }

  async rejected(): Promise<QueuedFact[]> {
    return (await this.database()).getAllFromIndex('facts', 'state', 'rejected');
  }

  /** What was rejected is tried once more. */
  async retry(fact: QueuedFact): Promise<void> {
    await (await this.database()).put('facts', { ...fact, state: 'waiting', code: undefined });
    this.changed();
  }

  async discard({ order }: QueuedFact): Promise<void> {
    if (order !== undefined) await (await this.database()).delete('facts', order);
    this.changed();
  }

  /** Tells how much waits. Where it was erased meanwhile there is nothing to tell. */
  async count(): Promise<void> {
    const unsent = await this.counted().catch(() => undefined);
    if (!unsent) return;
    this.unsent.tell(unsent);
    this.changes.update((revision) => revision + 1);
  }

  /** To be said after each change. */
  changed(): void {
    this.otherTabs.postMessage('changed');
    void this.count();
  }

  private async counted(): Promise<Unsent> {
    const database = await this.database();
    const [waiting, rejected] = await Promise.all([
      database.countFromIndex('facts', 'state', 'waiting'),
      database.countFromIndex('facts', 'state', 'rejected'),
    ]);
    return { waiting, rejected };
  }
}

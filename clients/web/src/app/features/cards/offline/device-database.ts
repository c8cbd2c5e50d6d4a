import type { KeptCard, SchedulerView, Table } from '@tall/api/cards';
import type { Schemas } from '@tall/api/http';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

import { databaseOf } from '../../../core/offline/device-databases';

export type Fact = Schemas['thematicCards']['SyncFact'];

/** Something that was done here, until the server has it. */
export interface QueuedFact {
  /** In which order facts were queued; given by the database. */
  readonly order?: number;
  readonly fact: Fact;
  readonly headword: string;
  readonly queuedAt: string;
  readonly state: 'waiting' | 'rejected';
  /** Why it was rejected: the code of the problem. */
  readonly code?: string | undefined;
}

/** What a package says beside its cards. */
export interface Package {
  readonly packedAt: string;
  readonly days: number;
  readonly newWords: number;
  readonly scheduler: SchedulerView;
  readonly metBefore: Table['metBefore'];
}

export interface KeptSitting {
  readonly id: string;
  readonly arrangedAt: string;
  readonly cardIds: readonly string[];
}

interface Layout extends DBSchema {
  cards: { key: string; value: KeptCard };
  facts: { key: number; value: QueuedFact; indexes: { state: string } };
  sittings: { key: string; value: KeptSitting };
  /** `package`: what was taken along; `cursor`: up to where the device knows. */
  about: { key: string; value: Package | string };
}

export type DeviceDatabase = IDBPDatabase<Layout>;

const LAYOUT = 1;

export function openDevice(userId: string, closed: () => void): Promise<DeviceDatabase> {
  return openDB<Layout>(databaseOf(userId), LAYOUT, {
    upgrade(database) {
      database.createObjectStore('cards', { keyPath: 'id' });
      database.createObjectStore('facts', { keyPath: 'order', autoIncrement: true }).createIndex('state', 'state');
      database.createObjectStore('sittings', { keyPath: 'id' });
      database.createObjectStore('about');
    },
    // Another tab erases it, or a newer release changes its layout.
    blocking(_version, _other, event) {
      (event.target as IDBDatabase).close();
      closed();
    },
    terminated: closed,
  });
}

import type { Exam, KeptCard, SchedulerView, Table } from '@tall/api/cards';
import type { Schemas } from '@tall/api/http';
import type { KeptWord, Rules, Seat } from '@tall/api/words';
import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB, type StoreNames } from 'idb';

import { databaseOf } from '../../core/offline/device-databases';

/** What can be studied without a connection. */
export const PRODUCTS = ['thematic-cards', 'learning-cards'] as const;
export type Product = (typeof PRODUCTS)[number];

interface Queued<P extends Product, Fact> {
  /** In which order facts were queued; given by the database. */
  readonly order?: number;
  readonly product: P;
  readonly fact: Fact;
  readonly headword: string;
  readonly queuedAt: string;
  readonly state: 'waiting' | 'rejected';
  /** Why it was rejected: the code of the problem. */
  readonly code?: string | undefined;
}

export type CardFact = Schemas['thematicCards']['SyncFact'];
export type WordFact = Extract<Schemas['learningCards']['WordSyncFact'], { fact: 'review' }>;
/** Something that was done here, until the server has it. */
export type QueuedFact = Queued<'thematic-cards', CardFact> | Queued<'learning-cards', WordFact>;
export type QueuedOf<P extends Product> = Extract<QueuedFact, { product: P }>;

interface Packed<P extends Product> {
  readonly product: P;
  readonly packedAt: string;
  readonly days: number;
  /** The server told of something that belongs to it and is not in it, or is in it otherwise. */
  readonly isStale?: boolean;
}

export interface CardPackage extends Packed<'thematic-cards'> {
  readonly newWords: number;
  readonly scheduler: SchedulerView;
  readonly metBefore: Table['metBefore'];
  readonly exam?: Exam | null | undefined;
}

export interface WordPackage extends Packed<'learning-cards'> {
  readonly rules: Rules;
  /** Words of a sitting. */
  readonly most: number;
}

/** What a package says beside its cards. */
export type Package = CardPackage | WordPackage;
export type PackageOf<P extends Product> = Extract<Package, { product: P }>;

interface Sat<P extends Product> {
  readonly product: P;
  readonly id: string;
  readonly arrangedAt: string;
}

export interface CardSitting extends Sat<'thematic-cards'> {
  readonly cardIds: readonly string[];
}

export interface WordSitting extends Sat<'learning-cards'> {
  readonly places: readonly Seat[];
}

export interface Layout extends DBSchema {
  cards: { key: string; value: KeptCard };
  words: { key: string; value: KeptWord };
  facts: { key: number; value: QueuedFact; indexes: { state: string; queue: [string, string] } };
  sittings: { key: string; value: CardSitting | WordSitting };
  packages: { key: string; value: Package };
  /** Up to where the device knows, by product. */
  cursors: { key: string; value: string };
}

export type DeviceDatabase = IDBPDatabase<Layout>;
export type Facts = IDBPObjectStore<Layout, StoreNames<Layout>[], 'facts', 'readwrite'>;

const LAYOUT = 2;

export function openDevice(userId: string, closed: () => void): Promise<DeviceDatabase> {
  return openDB<Layout>(databaseOf(userId), LAYOUT, {
    upgrade(database, before, _now, transaction) {
      if (before === 0) {
        database.createObjectStore('cards', { keyPath: 'id' });
        database.createObjectStore('facts', { keyPath: 'order', autoIncrement: true }).createIndex('state', 'state');
        database.createObjectStore('sittings', { keyPath: 'id' });
      }
      database.createObjectStore('words', { keyPath: 'id' });
      database.createObjectStore('packages', { keyPath: 'product' });
      database.createObjectStore('cursors');
      transaction.objectStore('facts').createIndex('queue', ['product', 'state']);
      if (before === 1) void fromFirst(database, transaction.objectStore('facts'));
    },
    // Another tab erases it, or a newer release changes its layout.
    blocking(_version, _other, event) {
      (event.target as IDBDatabase).close();
      closed();
    },
    terminated: closed,
  });
}

/** In the first layout everything was of cards. What waits to be sent stays; what was taken along is fetched anew. */
async function fromFirst(
  database: DeviceDatabase,
  facts: IDBPObjectStore<Layout, StoreNames<Layout>[], 'facts', 'versionchange'>,
): Promise<void> {
  (database as unknown as IDBPDatabase).deleteObjectStore('about');
  for (let cursor = await facts.openCursor(); cursor; cursor = await cursor.continue()) {
    await cursor.update({ ...cursor.value, product: 'thematic-cards' } as QueuedFact);
  }
}

/** What the server has leaves the queue; what it rejects stays to be looked at. Gives what was settled, by id. */
export function settleFacts(
  facts: Facts,
  queued: readonly QueuedFact[],
  results: readonly Schemas['thematicCards']['FactResultView'][],
): ReadonlySet<string> {
  const settled = new Set<string>();
  for (const [at, one] of queued.entries()) {
    const result = results[at];
    if (!result || one.order === undefined) continue;
    settled.add(one.fact.id);
    if (result.result === 'rejected') void facts.put({ ...one, state: 'rejected', code: codeOf(result.problem) });
    else void facts.delete(one.order);
  }
  return settled;
}

function codeOf(problem: Schemas['thematicCards']['FactResultView']['problem']): string {
  return problem?.type.split(':').at(-1) ?? 'unknown';
}

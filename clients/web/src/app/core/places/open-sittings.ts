import { computed, effect, inject, Service } from '@angular/core';

import { Session } from '../session/session';
import { fromStore } from '../store/from-store';
import { keptStore } from '../store/kept-store';
import { LOCAL_STORAGE } from '../store/local-storage';

/** A sitting that was begun on this device and has something left to ask. */
export interface OpenSitting {
  readonly productId: string;
  /** What is studied in it: there is one open for each. */
  readonly about: string;
  readonly id: string;
  readonly path: string;
  /** When it was begun here, in milliseconds. */
  readonly begunAt: number;
}

/** A sitting to go on with, and how far it is. */
export interface Resumable {
  readonly path: string;
  readonly done: number;
  readonly total: number;
}

interface OpenSittingsState {
  readonly userId?: string | undefined;
  /** The latest last. */
  readonly sittings: readonly OpenSitting[];
}

const NONE: OpenSittingsState = { sittings: [] };
/** Later other cards are due. */
const OPEN_MS = 86_400_000;

/** With this one as the latest, in the place of the one before about the same. */
export function withSitting(sittings: readonly OpenSitting[], sitting: OpenSitting): OpenSitting[] {
  const { productId, about } = sitting;
  const others = sittings.filter((one) => one.productId !== productId || one.about !== about);
  return [...others, sitting].filter((one) => isOpen(one, sitting.begunAt));
}

export function isOpen({ begunAt }: OpenSitting, now: number): boolean {
  return now - begunAt < OPEN_MS;
}

/** Where somebody is to be found: in their sitting, and beside one where they left the last of the product that is open. */
export function placeOf(
  { path, isSitting }: { readonly path: string; readonly isSitting: boolean },
  open: OpenSitting | undefined,
): string {
  return isSitting ? path : (open?.path ?? path);
}

/** The sittings that somebody can go on with on this device. They go with the log-out. */
@Service()
export class OpenSittings {
  private readonly session = inject(Session);
  private readonly store = keptStore<OpenSittingsState>({
    name: 'tall.sittings',
    initial: NONE,
    read: readSittings,
    storage: inject(LOCAL_STORAGE),
  });
  private readonly all = fromStore(this.store, (state) => state);
  private readonly own = computed(() => (this.all().userId === this.session.userId() ? this.all().sittings : []));

  constructor() {
    effect(() => {
      if (this.session.wasLeft()) this.store.setState(NONE, true);
    });
  }

  /** The last of a product. */
  latest(productId: string): OpenSitting | undefined {
    return this.open().findLast((one) => one.productId === productId);
  }

  about(productId: string, about: string): OpenSitting | undefined {
    return this.open().find((one) => one.productId === productId && one.about === about);
  }

  /** It was begun here, or gone on with. */
  begin(sitting: Omit<OpenSitting, 'begunAt'>): void {
    if (this.latest(sitting.productId)?.id === sitting.id) return;
    this.keep(withSitting(this.own(), { ...sitting, begunAt: Date.now() }));
  }

  /** Nothing is left to be asked in it. */
  end(id: string): void {
    const others = this.own().filter((one) => one.id !== id);
    if (others.length < this.own().length) this.keep(others);
  }

  private open(): OpenSitting[] {
    const now = Date.now();
    return this.own().filter((one) => isOpen(one, now));
  }

  private keep(sittings: readonly OpenSitting[]): void {
    this.store.setState({ userId: this.session.userId(), sittings }, true);
  }
}

function readSittings(kept: unknown): OpenSittingsState | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { userId, sittings } = kept as Record<string, unknown>;
  if (typeof userId !== 'string' || !Array.isArray(sittings)) return undefined;
  return { userId, sittings: sittings.filter(isSitting) };
}

function isSitting(kept: unknown): kept is OpenSitting {
  if (typeof kept !== 'object' || kept === null) return false;
  const { productId, about, id, path, begunAt } = kept as Record<string, unknown>;
  return [productId, about, id, path].every((text) => typeof text === 'string') && typeof begunAt === 'number';
}

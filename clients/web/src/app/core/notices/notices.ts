import { computed, effect, inject, Service } from '@angular/core';
import type { Schemas } from '@tall/api/http';

import { Session } from '../session/session';
import { fromStore } from '../store/from-store';
import { keptStore } from '../store/kept-store';
import { LOCAL_STORAGE } from '../store/local-storage';

type Product = Schemas['lobby']['ProductView'];

/** What somebody may open since they last looked, and what no more. */
export interface Access {
  readonly come: readonly Product[];
  readonly gone: readonly Product[];
}

interface NoticesState {
  readonly userId?: string | undefined;
  /** What they may open, as far as this device was told. */
  readonly products?: readonly Product[] | undefined;
  readonly access?: Access | undefined;
  /** Words that were met and have been corrected since. */
  readonly corrected: readonly string[];
}

const NOTHING: NoticesState = { corrected: [] };
/** More are counted, not named. */
const MOST_CORRECTED = 200;

/**
 * What somebody should know and has not asked for. No service tells it: it is what differs from what this device was told
 * before, and stays until it is put away. It goes with the log-out.
 */
@Service()
export class Notices {
  private readonly session = inject(Session);
  private readonly store = keptStore<NoticesState>({
    name: 'tall.notices',
    initial: NOTHING,
    read: readNotices,
    storage: inject(LOCAL_STORAGE),
  });
  private readonly all = fromStore(this.store, (state) => state);
  private readonly own = computed(() => (this.all().userId === this.session.userId() ? this.all() : NOTHING));

  readonly access = computed(() => this.own().access);
  readonly corrected = computed(() => this.own().corrected);

  constructor() {
    effect(() => {
      if (this.session.wasLeft()) this.store.setState(NOTHING, true);
    });
  }

  /** The catalogue of whoever is logged in, as it is now. */
  mayOpen(products: readonly Product[]): void {
    const { products: before, access } = this.own();
    const came = before && products.filter((one) => !has(before, one));
    const went = before?.filter((one) => !has(products, one));
    const hasChanged = (came ?? []).length + (went ?? []).length > 0;
    this.keep({ products, access: hasChanged ? { come: came ?? [], gone: went ?? [] } : access });
  }

  /** Words whose cards ask for something else than they did. */
  wereCorrected(words: readonly string[]): void {
    if (words.length === 0) return;
    const corrected = [...new Set([...this.own().corrected, ...words])];
    this.keep({ corrected: corrected.slice(0, MOST_CORRECTED) });
  }

  /** Their reader has seen them. */
  putAway(what: 'access' | 'corrected'): void {
    this.keep(what === 'access' ? { access: undefined } : { corrected: [] });
  }

  private keep(change: Partial<NoticesState>): void {
    this.store.setState({ ...this.own(), ...change, userId: this.session.userId() }, true);
  }
}

function has(products: readonly Product[], product: Product): boolean {
  return products.some(({ id }) => id === product.id);
}

function readNotices(kept: unknown): NoticesState | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { userId, products, access, corrected } = kept as Record<string, unknown>;
  const isAccess = (value: unknown): value is Access =>
    typeof value === 'object' &&
    value !== null &&
    'come' in value &&
    'gone' in value &&
    areProducts(value.come) &&
    areProducts(value.gone);
  return {
    userId: typeof userId === 'string' ? userId : undefined,
    products: areProducts(products) ? products : undefined,
    access: isAccess(access) ? access : undefined,
    corrected: Array.isArray(corrected) ? corrected.filter((word) => typeof word === 'string') : [],
  };
}

function areProducts(value: unknown): value is Product[] {
  const isProduct = (one: unknown) => typeof one === 'object' && one !== null && 'id' in one && 'title' in one;
  return Array.isArray(value) && value.every(isProduct);
}

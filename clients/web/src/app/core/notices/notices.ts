import { computed, effect, inject, Service } from '@angular/core';
import type { Schemas } from '@tall/api/http';

import { Session } from '../session/session';
import { fromStore } from '../store/from-store';
import { keptStore } from '../store/kept-store';
import { LOCAL_STORAGE } from '../store/local-storage';

type Product = Schemas['lobby']['ProductView'];
type ContentNotice = Schemas['lobby']['ContentNoticeView'];

/** What somebody may open since they last looked, and what no more. */
export interface Access {
  readonly come: readonly Product[];
  readonly gone: readonly Product[];
}

/** Something that the school published, and what it says of it. */
export type Published = Pick<ContentNotice, 'id' | 'topic' | 'word' | 'affectsProgress' | 'text'>;

interface NoticesState {
  readonly userId?: string | undefined;
  /** What they may open, as far as this device was told. */
  readonly products?: readonly Product[] | undefined;
  readonly access?: Access | undefined;
  /** Words that were met and have been corrected since. */
  readonly corrected: readonly string[];
  /** What was published that somebody who learns should know, the first first. */
  readonly published: readonly Published[];
  /** The last notice that was told, to go on from. */
  readonly last?: string | undefined;
  /** Notices that were told: around the last one some are told twice. */
  readonly told: readonly string[];
}

const NOTHING: NoticesState = { corrected: [], published: [], told: [] };
/** More are counted, not named. */
const MOST_CORRECTED = 200;
const MOST_PUBLISHED = 20;
const MOST_TOLD = 200;

/**
 * What somebody should know and has not asked for: what the school tells, and what differs from what this device was told
 * before. It stays until it is put away, and goes with the log-out.
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
  readonly published = computed(() => this.own().published);
  readonly last = computed(() => this.own().last);

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

  /**
   * The school published something; gives whether that is news here. A repeat changes nothing, and what says nothing to
   * anybody is only counted as told.
   */
  wasPublished({ id, topic, word, affectsProgress, text }: ContentNotice): boolean {
    const { told, published } = this.own();
    if (told.includes(id)) return false;
    const isToBeTold = affectsProgress || text !== undefined;
    this.keep({
      told: [...told, id].slice(-MOST_TOLD),
      ...(isToBeTold && {
        published: [...published, { id, topic, word, affectsProgress, text }].slice(-MOST_PUBLISHED),
      }),
    });
    return true;
  }

  /** Everything up to this notice was told. */
  goOnFrom(id: string): void {
    this.keep({ last: id });
  }

  /** Their reader has seen them. */
  putAway(what: 'access' | 'corrected' | 'published'): void {
    this.keep(what === 'access' ? { access: undefined } : { [what]: [] });
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
  const { userId, products, access, corrected, published, last, told } = kept as Record<string, unknown>;
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
    corrected: textsIn(corrected),
    published: Array.isArray(published) ? published.filter(isPublished) : [],
    last: typeof last === 'string' ? last : undefined,
    told: textsIn(told),
  };
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}

function isPublished(value: unknown): value is Published {
  const isText = (text: unknown) => text === undefined || (typeof text === 'object' && text !== null && 'nl' in text);
  if (typeof value !== 'object' || value === null || !('id' in value)) return false;
  const { topic, word, text } = value as Record<string, unknown>;
  return isText(topic) && isText(text) && (word === undefined || typeof word === 'string');
}

function areProducts(value: unknown): value is Product[] {
  const isProduct = (one: unknown) => typeof one === 'object' && one !== null && 'id' in one && 'title' in one;
  return Array.isArray(value) && value.every(isProduct);
}

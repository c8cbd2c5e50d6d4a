import { DOCUMENT, effect, inject, Injector, Service, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { isProblem, Problem, Unreachable } from '@tall/api/http';

import { deepestData } from '../../core/layout/deepest-data';
import { ContentChanges } from '../../core/notices/content-changes';
import { Connection } from '../../core/offline/connection';
import { DeviceSettings } from '../../core/offline/device-settings';
import type { Keeper } from '../../core/offline/provide-offline';
import { exclusively } from '../../core/session/exclusively';
import { Session } from '../../core/session/session';
import { CardShelf } from '../cards/offline/card-shelf';
import { WordShelf } from '../dictionary/offline/word-shelf';
import type { Product } from './device-database';
import { DeviceStore } from './device-store';
import type { Shelf } from './shelf';

/** A package is renewed after so long. */
const STALE_MS = 6 * 3_600_000;
/** Before something of it is studied with a connection: what the school corrected is asked rightly. */
const FRESH_MS = 60_000;
/** How long somebody who wants to begin waits for that. */
const PATIENCE_MS = 3_000;
/** What is done in one go is sent in one go. */
const SOON_MS = 2_000;
/** After something was published more often follows, and not all devices ask at the same moment. */
const PUBLISHED_MS = 20_000;
const SPREAD_MS = 40_000;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/**
 * Sends what was done on this device, takes what it lacks, and renews what is taken along: at the beginning, when the
 * connection is back, after answers that were kept here, and when the school has changed what is taken along. One tab at a
 * time, later each time that nobody answers, and no package beside a sitting.
 */
@Service()
export class Sync implements Keeper {
  private readonly store = inject(DeviceStore);
  private readonly shelves = [inject(CardShelf), inject(WordShelf)] as const;
  private readonly connection = inject(Connection);
  private readonly settings = inject(DeviceSettings);
  private readonly session = inject(Session);
  private readonly changes = inject(ContentChanges);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly view = inject(DOCUMENT).defaultView;

  private hasStarted = false;
  private timer: number | undefined;
  private renewal: number | undefined;
  private attempts = 0;
  private current: Promise<void> | undefined;

  private readonly running = signal(false);
  readonly isRunning = this.running.asReadonly();
  private readonly failed = signal<unknown>(undefined);
  /** Why it did not work the last time. */
  readonly failure = this.failed.asReadonly();

  async start(): Promise<void> {
    await this.store.count();
    if (this.hasStarted) return this.run();
    this.hasStarted = true;
    effect(
      () => {
        this.settings.days();
        if (this.connection.isOnline()) untracked(() => void this.run());
      },
      { injector: this.injector },
    );
    effect(
      () => {
        if (this.changes.count() > 0) untracked(() => void this.outdate().catch(() => undefined));
      },
      { injector: this.injector },
    );
  }

  /** In a moment, and not at all where there is no connection: then when it is back. */
  soon(milliseconds = SOON_MS): void {
    this.view?.clearTimeout(this.timer);
    this.timer = this.view?.setTimeout(() => void this.run(), milliseconds);
  }

  /** Now. Who asks while it is under way waits for the same. */
  run(stale = STALE_MS): Promise<void> {
    this.current ??= this.attempt(stale).finally(() => (this.current = undefined));
    return this.current;
  }

  /** Has what is taken along as the school has it now, if that is a matter of a moment. */
  async freshen(): Promise<void> {
    const fresh = (this.current ?? Promise.resolve()).then(() => this.run(FRESH_MS));
    await Promise.race([fresh, new Promise((resolve) => this.view?.setTimeout(resolve, PATIENCE_MS))]);
  }

  /** After the package that may be under way: whether that has the change in it nobody knows. */
  private async outdate(): Promise<void> {
    if (this.session.role() !== 'student') return;
    await exclusively('tall.sync', () => this.store.outdate('thematic-cards'));
    this.renewLater();
  }

  private renewLater(): void {
    this.view?.clearTimeout(this.renewal);
    this.renewal = this.view?.setTimeout(() => void this.run(), PUBLISHED_MS + Math.random() * SPREAD_MS);
  }

  private async attempt(stale: number): Promise<void> {
    if (!this.connection.isOnline() || this.session.role() !== 'student') return;
    this.running.set(true);
    this.view?.clearTimeout(this.timer);
    try {
      await this.forEach(async (shelf, userId) => {
        await this.handIn(shelf, userId);
        await this.renew(shelf, userId, stale);
      });
      this.complete();
      this.attempts = 0;
      this.failed.set(undefined);
    } catch (failure) {
      this.failed.set(failure);
      this.tryLater(failure);
    } finally {
      this.running.set(false);
    }
  }

  /** Takes along anew, however old what is here is. */
  async packNow(): Promise<void> {
    await this.forEach((shelf, userId) => this.pack(shelf, userId));
    this.complete();
  }

  /** Nobody waits for it, and what fails comes with the next package. */
  private complete(): void {
    for (const shelf of this.shelves as readonly Shelf<Product>[]) void shelf.complete?.().catch(() => undefined);
  }

  /** One after the other; that one of them cannot be reached is no reason to leave the other be. */
  private async forEach(work: (shelf: Shelf<Product>, userId: string | undefined) => Promise<void>): Promise<void> {
    const userId = this.session.userId();
    const failures: unknown[] = [];
    await exclusively('tall.sync', async () => {
      for (const shelf of this.shelves) {
        await work(shelf, userId).catch((failure: unknown) => failures.push(failure));
      }
    });
    if (failures.length > 0) throw failures[0];
  }

  /** Until nothing waits, and nothing is lacked. A fact leaves the device when the server has said what came of it. */
  private async handIn(shelf: Shelf<Product>, userId: string | undefined): Promise<void> {
    const { product } = shelf;
    for (;;) {
      const queued = await this.store.next(product);
      const cursor = await this.store.cursor(product);
      if (queued.length === 0 && !(await this.store.package(product))) return;
      try {
        const { more, settle } = await this.of(userId, () => shelf.handIn(queued, cursor));
        await settle();
        if (!more && (await this.store.next(product)).length === 0) return;
      } catch (failure) {
        // A cursor is signed with keys that do not last for ever.
        if (!cursor || !isProblem(failure, 'invalid-fields', 'invalid-cursor', 'not-understood')) throw failure;
        await this.store.forgetCursor(product);
      }
    }
  }

  private async renew(shelf: Shelf<Product>, userId: string | undefined, stale: number): Promise<void> {
    const days = this.days();
    const kept = await this.store.package(shelf.product);
    if (days === 0) {
      if (kept) await this.store.unpack(shelf.product);
      return;
    }
    const isFresh = kept?.days === days && !kept.isStale && Date.now() - Date.parse(kept.packedAt) < stale;
    if (isFresh) return;
    if (kept && this.isInSitting()) this.renewLater();
    else await this.pack(shelf, userId);
  }

  private async pack(shelf: Shelf<Product>, userId: string | undefined): Promise<void> {
    const putDown = await this.of(userId, () => shelf.fetch(this.days()));
    await putDown();
  }

  private isInSitting(): boolean {
    return deepestData(this.router.routerState.snapshot.root)['isFocused'] === true;
  }

  private days(): number {
    return Number(this.settings.days());
  }

  /** A call of one student: when another has come before its answer, nothing of it reaches the device. */
  private async of<T>(userId: string | undefined, call: () => Promise<T>): Promise<T> {
    const mayGoOn = () => userId !== undefined && this.session.userId() === userId;
    const answer = mayGoOn() ? await call() : undefined;
    if (answer === undefined || !mayGoOn()) throw new Error('somebody else has come');
    return answer;
  }

  /** Later each time, and partly by chance, so that a school that was cut off does not come back all at once. */
  private tryLater(failure: unknown): void {
    const isPassing =
      failure instanceof Unreachable ||
      (failure instanceof Problem && (failure.status >= 500 || failure.status === 429));
    if (!isPassing) return;
    const usual = Math.min(FIRST_WAIT_MS * 2 ** this.attempts, LONGEST_WAIT_MS);
    this.attempts += 1;
    this.soon(usual * (0.5 + Math.random() / 2));
  }
}

import { DOCUMENT, effect, inject, Injector, Service, signal, untracked } from '@angular/core';
import { answerOf, isProblem, Problem, Unreachable } from '@tall/api/http';
import { studyDay } from '@tall/api/scheduler';

import { API } from '../../../core/http/api';
import { Connection } from '../../../core/offline/connection';
import { DeviceSettings } from '../../../core/offline/device-settings';
import type { Keeper } from '../../../core/offline/provide-offline';
import { exclusively } from '../../../core/session/exclusively';
import { Session } from '../../../core/session/session';
import { Device } from './device';

/** A package is renewed after so long. */
const STALE_MS = 6 * 3_600_000;
/** What is done in one go is sent in one go. */
const SOON_MS = 2_000;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/**
 * Sends what was done on this device, takes what it lacks, and renews what is taken along: at the beginning, when the
 * connection is back, and after answers that were kept here. One tab at a time, and later each time that nobody answers.
 */
@Service()
export class Sync implements Keeper {
  private readonly api = inject(API);
  private readonly device = inject(Device);
  private readonly connection = inject(Connection);
  private readonly settings = inject(DeviceSettings);
  private readonly session = inject(Session);
  private readonly injector = inject(Injector);
  private readonly view = inject(DOCUMENT).defaultView;
  private readonly zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  private hasStarted = false;
  private timer: number | undefined;
  private attempts = 0;
  private current: Promise<void> | undefined;

  private readonly running = signal(false);
  readonly isRunning = this.running.asReadonly();
  private readonly failed = signal<unknown>(undefined);
  /** Why it did not work the last time. */
  readonly failure = this.failed.asReadonly();

  async start(): Promise<void> {
    await this.device.count();
    if (this.hasStarted) return this.run();
    this.hasStarted = true;
    effect(
      () => {
        this.settings.days();
        if (this.connection.isOnline()) untracked(() => void this.run());
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
  run(): Promise<void> {
    this.current ??= this.attempt().finally(() => (this.current = undefined));
    return this.current;
  }

  private async attempt(): Promise<void> {
    if (!this.connection.isOnline() || this.session.role() !== 'student') return;
    this.running.set(true);
    this.view?.clearTimeout(this.timer);
    try {
      const userId = this.session.userId();
      await exclusively('tall.sync', async () => {
        await this.handIn(userId);
        await this.renew(userId);
      });
      this.attempts = 0;
      this.failed.set(undefined);
    } catch (failure) {
      this.failed.set(failure);
      this.tryLater(failure);
    } finally {
      this.running.set(false);
    }
  }

  /** Until nothing waits, and nothing is lacked. A fact leaves the device when the server has said what came of it. */
  private async handIn(userId: string | undefined): Promise<void> {
    for (;;) {
      const queued = await this.device.next();
      const cursor = await this.device.cursor();
      if (queued.length === 0 && !(await this.device.package())) return;
      const facts = queued.map(({ fact }) => fact);
      const body = { deviceTime: new Date().toISOString(), facts, ...(cursor && { cursor }) };
      try {
        const sent = this.of(userId, () => answerOf(this.api.POST('/api/v2/thematic-cards/sync', { body })));
        const { results, cards, cursor: now, more } = await sent;
        await this.device.settle({ queued, results, cards, cursor: now });
        if (!more && (await this.device.next()).length === 0) return;
      } catch (failure) {
        // A cursor is signed with keys that do not last for ever.
        if (!cursor || !isProblem(failure, 'invalid-fields', 'invalid-cursor', 'not-understood')) throw failure;
        await this.device.forgetCursor();
      }
    }
  }

  private async renew(userId: string | undefined): Promise<void> {
    const days = Number(this.settings.days());
    const kept = await this.device.package();
    if (days === 0) {
      if (kept) await this.device.unpack();
      return;
    }
    const isFresh = kept?.days === days && Date.now() - Date.parse(kept.packedAt) < STALE_MS;
    if (!isFresh) await this.pack(userId, days);
  }

  /** Takes along anew, however old what is here is. */
  async packNow(): Promise<void> {
    const days = Number(this.settings.days());
    const userId = this.session.userId();
    await exclusively('tall.sync', () => this.pack(userId, days));
  }

  private async pack(userId: string | undefined, days: number): Promise<void> {
    const today = studyDay(Date.now(), this.zone);
    const [view, calendar] = await this.of(userId, () =>
      Promise.all([
        answerOf(this.api.GET('/api/v2/thematic-cards/offline', { params: { query: { days } } })),
        answerOf(
          this.api.GET('/api/v2/thematic-cards/statistics/days', { params: { query: { from: today, to: today } } }),
        ),
      ]),
    );
    const introduced = calendar.days.find(({ day }) => day === today)?.introduced ?? 0;
    await this.device.pack(view, days, introduced);
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

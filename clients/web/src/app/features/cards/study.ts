import { computed, inject, Injectable, PendingTasks, signal } from '@angular/core';
import { isProblem, newId } from '@tall/api/http';
import { createStore } from 'zustand/vanilla';

import { fromStore } from '../../core/store/from-store';
import type { Answer, Given, Mark, Outcome, SessionCard } from './cards-api';
import { Desk } from './offline/desk';
import { ON_DEVICE } from './offline/on-device';
import { answered, begin, current, done, passedOver, type Sitting } from './sitting';

/** Where a card is: asked, shown with its answer to judge oneself, being sent, or graded. */
type Step =
  | { readonly name: 'asking' | 'revealed' }
  | { readonly name: 'sending'; readonly given: Given }
  | { readonly name: 'failed'; readonly given: Given; readonly failure: unknown }
  | { readonly name: 'graded'; readonly given: Given; readonly outcome: Outcome };

/** An answer that can be taken back, and the sitting as it was before. */
interface Before {
  readonly sitting: Sitting;
  readonly given: Given;
}

interface StudyState {
  readonly sitting: Sitting | undefined;
  readonly before: Before | undefined;
  readonly step: Step;
  /** When the current card was shown. */
  readonly shownAt: number;
  readonly failure: unknown;
}

const LONGEST_MS = 3_600_000;

/** A sitting on one screen: which card is asked, what was answered, what came of it. */
@Injectable()
export class Study {
  private readonly desk = inject(Desk);
  private readonly tasks = inject(PendingTasks);
  private readonly store = createStore<StudyState>(() => ({
    sitting: undefined,
    before: undefined,
    step: { name: 'asking' },
    shownAt: Date.now(),
    failure: undefined,
  }));

  readonly sitting = fromStore(this.store, (state) => state.sitting);
  readonly step = fromStore(this.store, (state) => state.step);
  private readonly before = fromStore(this.store, (state) => state.before);
  readonly failure = fromStore(this.store, (state) => state.failure);
  readonly card = computed(() => {
    const sitting = this.sitting();
    return sitting && current(sitting);
  });
  readonly done = computed(() => {
    const sitting = this.sitting();
    return sitting ? done(sitting) : 0;
  });
  /** Whether the last answer can be taken back; only while nothing is being sent. */
  readonly canTakeBack = computed(() => this.before() !== undefined && this.step().name !== 'sending');
  readonly isFinished = computed(() => this.sitting() !== undefined && this.card() === undefined);

  /** Whether the student would rather choose than type, where a card has choices; until they say otherwise. */
  readonly isChoosing = signal(false);

  async open(topicId: string, sessionId: string): Promise<void> {
    this.store.setState({ failure: undefined });
    // Until its card is there the screen does not stand, and what can wait waits.
    const isThere = this.tasks.add();
    try {
      const view = await this.desk.session(topicId, sessionId);
      this.store.setState({ sitting: begin(view), before: undefined, step: { name: 'asking' }, shownAt: Date.now() });
    } catch (failure) {
      this.store.setState({ failure });
    } finally {
      isThere();
    }
  }

  /** Shows what is right; its student says how it went. */
  reveal(): void {
    this.store.setState({ step: { name: 'revealed' } });
  }

  answer(answer: Answer): Promise<void> {
    const { sitting, shownAt } = this.store.getState();
    const card = sitting && current(sitting);
    if (!card) return Promise.resolve();
    return this.send({
      reviewId: newId(),
      sessionId: sitting.id,
      practice: sitting.isPractice,
      card,
      answer,
      answeredAt: new Date().toISOString(),
      durationMs: Math.min(Date.now() - shownAt, LONGEST_MS),
    });
  }

  /** The same answer once more, under the same id. */
  async sendAgain(): Promise<void> {
    const { step } = this.store.getState();
    if (step.name === 'failed') await this.send(step.given);
  }

  /** The last answer, as if it had not been given: its card is asked again. */
  async takeBack(): Promise<void> {
    const { before } = this.store.getState();
    if (!before) return;
    // Gone at once, so that a second wish while the first is on its way asks for nothing.
    this.store.setState({ before: undefined });
    await this.orFail(async () => {
      await this.desk.takeBack(before.given, isOnDevice(before.sitting)).catch((failure: unknown) => {
        this.store.setState({ before });
        throw failure;
      });
      this.ask(before.sitting);
    });
  }

  /** The current card is not asked any more: today, or ever. */
  async setAside(mark: Extract<Mark, 'buried' | 'suspended'>): Promise<void> {
    const { sitting } = this.store.getState();
    const card = sitting && current(sitting);
    if (!card) return;
    await this.orFail(async () => {
      await this.desk.mark(card, mark, isOnDevice(sitting));
      this.passOver(card);
    });
  }

  next(): void {
    const { sitting, step } = this.store.getState();
    if (!sitting || step.name !== 'graded') return;
    this.ask(answered(sitting, step.outcome));
  }

  private async send(given: Given): Promise<void> {
    this.store.setState({ step: { name: 'sending', given } });
    try {
      const { sitting } = this.store.getState();
      const outcome = await this.desk.answer(given, sitting !== undefined && isOnDevice(sitting));
      this.store.setState({ step: { name: 'graded', given, outcome }, before: sitting && { sitting, given } });
      // Who judged themselves has seen the answer already.
      if (given.answer.way === 'self-rated') this.next();
    } catch (failure) {
      if (isProblem(failure, 'not-found')) this.passOver(given.card);
      else this.store.setState({ step: { name: 'failed', given, failure } });
    }
  }

  /** Its word was taken back by its authors since the sitting was arranged. */
  private passOver(card: SessionCard): void {
    const { sitting } = this.store.getState();
    if (sitting && current(sitting) === card) this.ask(passedOver(sitting));
  }

  private async orFail(work: () => Promise<void>): Promise<void> {
    this.store.setState({ failure: undefined });
    await work().catch((failure: unknown) => {
      this.store.setState({ failure });
    });
  }

  private ask(sitting: Sitting): void {
    this.store.setState({ sitting, step: { name: 'asking' }, shownAt: Date.now() });
  }
}

function isOnDevice({ topicId }: Sitting): boolean {
  return topicId === ON_DEVICE;
}

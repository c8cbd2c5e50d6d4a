import { computed, inject, Injectable, PendingTasks, signal } from '@angular/core';
import { isProblem, newId } from '@tall/api/http';

import { resultOf, type Result } from '../cards/sitting';
import { WordDesk, type WordPlace } from './offline/word-desk';
import type { GivenWord, SessionWord, WordAnswer, WordOutcome, WordSession } from './week-api';

/** Where a word is: shown before it is asked, asked, shown to judge oneself, being sent, or graded. */
type Step =
  | { readonly name: 'meeting' | 'asking' | 'revealed' }
  | { readonly name: 'sending'; readonly given: GivenWord }
  | { readonly name: 'failed'; readonly given: GivenWord; readonly failure: unknown }
  | { readonly name: 'graded'; readonly given: GivenWord; readonly outcome: WordOutcome };

const LONGEST_MS = 3_600_000;

/** What is still to be asked: words that were not answered yet, and those that come back. */
export function leftIn({ words }: WordSession): SessionWord[] {
  return words.filter((one) => !one.answered || one.again);
}

/** A sitting with own words on one screen. What comes back is asked for when all were asked. */
@Injectable()
export class WordStudy {
  private readonly desk = inject(WordDesk);
  private readonly tasks = inject(PendingTasks);

  private readonly queue = signal<readonly SessionWord[]>([]);
  private place: WordPlace = { sessionId: '', isOnDevice: false };
  private shownAt = Date.now();

  readonly isOpen = signal(false);
  readonly failure = signal<unknown>(undefined);
  readonly step = signal<Step>({ name: 'asking' });
  readonly done = signal(0);
  readonly total = signal(0);
  /** What became of each word at its first answer. */
  readonly results = signal<ReadonlyMap<string, Result>>(new Map());
  readonly word = computed(() => this.queue()[0]);
  readonly isFinished = computed(() => this.isOpen() && this.word() === undefined);

  async open(place: WordPlace): Promise<void> {
    this.place = place;
    this.failure.set(undefined);
    // Until its word is there the screen does not stand, and what can wait waits.
    const isThere = this.tasks.add();
    try {
      const view = await this.desk.session(place);
      const queue = leftIn(view);
      this.done.set(view.done);
      this.total.set(view.done + queue.length);
      this.isOpen.set(true);
      this.ask(queue);
    } catch (failure) {
      this.failure.set(failure);
    } finally {
      isThere();
    }
  }

  /** The word was looked at; now it is asked. */
  met(): void {
    this.shownAt = Date.now();
    this.step.set({ name: 'asking' });
  }

  /** Shows what is right; its student says how it went. */
  reveal(): void {
    this.step.set({ name: 'revealed' });
  }

  async answer(answer: WordAnswer): Promise<void> {
    const word = this.word();
    if (!word) return;
    await this.send({
      reviewId: newId(),
      sessionId: this.place.sessionId,
      word,
      answer,
      answeredAt: new Date().toISOString(),
      durationMs: Math.min(Date.now() - this.shownAt, LONGEST_MS),
    });
  }

  /** The same answer once more, under the same id. */
  async sendAgain(): Promise<void> {
    const step = this.step();
    if (step.name === 'failed') await this.send(step.given);
  }

  async next(): Promise<void> {
    const step = this.step();
    if (step.name !== 'graded') return;
    const { wordId } = step.given.word.word;
    if (!this.results().has(wordId)) {
      this.results.update((results) => new Map(results).set(wordId, resultOf(step.outcome)));
    }
    if (!step.outcome.again) this.done.update((count) => count + 1);
    await this.goOn();
  }

  private async send(given: GivenWord): Promise<void> {
    this.step.set({ name: 'sending', given });
    try {
      const outcome = await this.desk.answer(given, this.place);
      this.step.set({ name: 'graded', given, outcome });
      // Who judged themselves has seen the answer already.
      if (given.answer.way === 'self-rated') await this.next();
    } catch (failure) {
      // It was removed since the sitting was arranged.
      if (isProblem(failure, 'not-found')) await this.goOn();
      else this.step.set({ name: 'failed', given, failure });
    }
  }

  private async goOn(): Promise<void> {
    const rest = this.queue().slice(1);
    if (rest.length > 0) {
      this.ask(rest);
      return;
    }
    this.isOpen.set(false);
    this.queue.set([]);
    await this.open(this.place);
  }

  private ask(queue: readonly SessionWord[]): void {
    this.queue.set(queue);
    this.shownAt = Date.now();
    this.step.set({ name: queue[0]?.unmet && !queue[0].answered ? 'meeting' : 'asking' });
  }
}

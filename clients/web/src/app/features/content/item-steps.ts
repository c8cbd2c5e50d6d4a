import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, maxLength, required } from '@angular/forms/signals';
import type { Tagged } from '@tall/api/http';

import { Translator } from '../../core/i18n/translator';
import { Failure } from '../../ui/failure';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';
import { Announcement, announcementOf, announcementRules, NO_ANNOUNCEMENT } from './announcement';
import { ContentApi, type Item, type Status, type Step, type StepToTake } from './content-api';
import { StatusMark } from './status-mark';

/** The steps that are possible, the usual one first. */
const POSSIBLE: Readonly<Record<Status, readonly Step[]>> = {
  draft: ['submit', 'archive'],
  review: ['approve', 'return', 'archive'],
  approved: ['publish', 'return', 'archive'],
  published: ['archive'],
  archived: ['restore'],
};
/** Those of which more is asked before they are taken. */
const WITH_WORDS: readonly Step[] = ['return', 'publish'];
const LONGEST_REASON = 500;

/** Where an item stands, and the way on from there. */
@Component({
  selector: 'tall-item-steps',
  imports: [Announcement, Failure, StatusMark, TextField],
  templateUrl: './item-steps.html',
})
export class ItemSteps {
  readonly of = input.required<Tagged<Item>>();
  /** What is typed and not saved would not be published. */
  readonly isBlocked = input(false);
  readonly taken = output();

  protected readonly t = inject(Translator).t;
  private readonly content = inject(ContentApi);

  protected readonly item = computed(() => this.of().value);
  protected readonly steps = computed(() => POSSIBLE[this.item().status]);
  protected readonly asked = signal<Step | undefined>(undefined);

  private readonly model = signal({ ...NO_ANNOUNCEMENT, reason: '' });
  protected readonly form = form(this.model, (path) => {
    announcementRules(path);
    required(path.reason, { when: () => this.asked() === 'return' });
    maxLength(path.reason, LONGEST_REASON);
  });
  protected readonly submission = new Submission(this.form, async () => {
    const step = this.asked();
    if (step) await this.content.take(this.item().itemId, this.of().etag, this.toTake(step));
    this.asked.set(undefined);
    this.form().reset({ ...NO_ANNOUNCEMENT, reason: '' });
    this.taken.emit();
  });

  /** At once, or after what has to be said about it. */
  protected begin(step: Step): void {
    this.asked.set(step);
    if (!WITH_WORDS.includes(step)) void this.submission.send();
  }

  private toTake(step: Step): StepToTake {
    const typed = this.model();
    if (step === 'publish') return { step, ...announcementOf(typed) };
    return step === 'return' ? { step, reason: typed.reason.trim() } : { step };
  }
}

import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';

import { Translator } from '../../core/i18n/translator';
import { Connection } from '../../core/offline/connection';
import { Failure } from '../../ui/failure';
import { Icon } from '../../ui/icon';
import { Skeleton } from '../../ui/skeleton';
import { ProgressBar } from '../cards/progress-bar';
import { Counts } from '../cards/counts';
import { WordQuestion } from './word-question';
import { WordSittings } from './word-sittings';
import { WordStudy } from './word-study';
import { WordVerdict } from './word-verdict';

/** One own word at a time, and nothing else. Escape pauses: what was answered is kept, and the sitting goes on later. */
@Component({
  selector: 'tall-word-sitting',
  imports: [Counts, Failure, Icon, ProgressBar, RouterLink, Skeleton, WordQuestion, WordVerdict],
  providers: [WordStudy],
  templateUrl: './word-sitting.html',
  styleUrls: ['../cards/sitting-page.css', './word-sitting.css'],
  host: { '(document:keydown.escape)': 'pause()' },
})
export class WordSittingPage {
  readonly sessionId = input.required<string>();
  /** Whether it was arranged on this device, and is of no other. */
  readonly isOnDevice = input(false);

  protected readonly t = inject(Translator).t;
  protected readonly study = inject(WordStudy);
  protected readonly isOnline = inject(Connection).isOnline;
  private readonly router = inject(Router);
  private readonly sittings = inject(WordSittings);

  protected readonly place = computed(() => ({ sessionId: this.sessionId(), isOnDevice: this.isOnDevice() }));
  /** Where it was begun, and where one goes from it. */
  protected readonly home = computed(() => (this.isOnDevice() ? '/cards/offline' : '/dictionary/week'));
  protected readonly homeTitle = computed(() => this.t(this.isOnDevice() ? 'offline.title' : 'week.title'));
  /** Where it is gone on with when a word of it was put right, which takes a connection. */
  protected readonly path = computed(() =>
    this.isOnline() && !this.isOnDevice() ? `/dictionary/week/sessions/${this.sessionId()}` : undefined,
  );
  protected readonly graded = computed(() => {
    const step = this.study.step();
    if (step.name !== 'graded' || step.given.answer.way !== 'typed') return undefined;
    return { word: step.given.word, answer: step.given.answer, outcome: step.outcome };
  });

  constructor() {
    effect(() => {
      const place = this.place();
      untracked(() => void this.study.open(place));
    });
    effect(() => {
      const { sessionId, isOnDevice } = this.place();
      // One of the device is of no other.
      if (isOnDevice || !this.study.isOpen()) return;
      const isFinished = this.study.isFinished();
      untracked(() => this.sittings.note(sessionId, isFinished));
    });
  }

  protected pause(): void {
    void this.router.navigate([this.home()]);
  }
}

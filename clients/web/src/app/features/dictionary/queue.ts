import { afterNextRender, Component, computed, ElementRef, inject, Injector, signal } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Translator } from '../../core/i18n/translator';
import { Action } from '../../ui/action';
import { Empty } from '../../ui/empty';
import { Failure } from '../../ui/failure';
import { Page } from '../../ui/page';
import { Pages } from '../../ui/pages';
import { PagesEnd } from '../../ui/pages-end';
import { Headword } from '../cards/headword';
import { DictionaryApi, type OwnWord } from './dictionary-api';
import { QueueApi } from './queue-api';
import { type Move, placeAfter } from './queue-order';

const AT_ONCE = 50;

/** Words that wait for a week, in the order in which they will be taken. */
@Component({
  selector: 'tall-queue',
  imports: [Empty, Failure, Headword, Page, PagesEnd, RouterLink],
  templateUrl: './queue.html',
  styles: `
    li {
      overflow-wrap: anywhere;
    }
    /* The words of the buttons begin where the word does, where they stand below it. */
    .ways {
      display: flex;
      flex-wrap: wrap;
      margin-inline: auto -0.75rem;
    }
    @media (max-width: 30rem) {
      .ways {
        margin-inline: -0.75rem;
      }
    }
  `,
})
export class Queue {
  protected readonly t = inject(Translator).t;
  private readonly dictionary = inject(DictionaryApi);
  private readonly queue = inject(QueueApi);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly ways = ['first', 'earlier', 'later'] as const;
  protected readonly pages = signal(this.fromTheStart());
  protected readonly words = computed(() => this.pages().items());
  private readonly action = new Action();
  protected readonly failure = this.action.failure;
  protected readonly moved = signal('');

  protected canMove(move: Move, index: number): boolean {
    return this.placeOf(move, index) !== undefined;
  }

  protected async move(move: Move, index: number): Promise<void> {
    const [word, place] = [this.words()[index], this.placeOf(move, index)];
    if (this.action.isBusy() || !word || !place) return;
    await this.action.run(async () => {
      await this.queue.place(word.wordId, place);
      this.pages.set(await this.asFarAsShown());
      this.moved.set(this.t('queue.moved', { word: word.headword }));
    });
    afterNextRender(() => this.follow(word.wordId, move), { injector: this.injector });
  }

  protected again(): void {
    this.pages.set(this.fromTheStart());
  }

  private placeOf(move: Move, index: number) {
    const ids = this.words().map((word) => word.wordId);
    return placeAfter(move, index, ids, !this.pages().hasMore());
  }

  /** Who moves a word by keyboard goes on with it where it is now. */
  private follow(wordId: string, move: Move): void {
    const row = this.host.querySelector(`[data-word="${wordId}"]`);
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('button:enabled') ?? [])];
    (buttons.find((button) => button.dataset['way'] === move) ?? buttons[0])?.focus();
  }

  /** In the order that holds now; what is in sight stays until it is here. */
  private async asFarAsShown(): Promise<Pages<OwnWord>> {
    const fresh = this.fromTheStart();
    await fresh.ready;
    while (fresh.hasMore() && !fresh.failure() && fresh.items().length < this.words().length) await fresh.more();
    return fresh;
  }

  private fromTheStart(): Pages<OwnWord> {
    const wanted = { stage: 'waiting', sort: 'queue', limit: AT_ONCE } as const;
    return new Pages((cursor) => this.dictionary.words({ ...wanted, cursor }));
  }
}

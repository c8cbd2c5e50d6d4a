import { Component, computed, effect, inject, input, resource, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { isProblem } from '@tall/api/http';

import { Translator } from '../../core/i18n/translator';
import { Action } from '../../ui/action';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Pages } from '../../ui/pages';
import { PagesEnd } from '../../ui/pages-end';
import { Headword } from '../cards/headword';
import { DictionaryApi, type OwnWord } from './dictionary-api';
import { glossOf } from './gloss';

const AT_ONCE = 20;

/** Two words that are one: which one goes, and, as it cannot be undone, whether it is sure. */
@Component({
  selector: 'tall-merge-words',
  imports: [Failure, Headword, Loaded, Page, PagesEnd],
  templateUrl: './merge-words.html',
  styleUrl: './merge-words.css',
})
export class MergeWords {
  /** The word that stays. */
  readonly wordId = input.required<string>();
  /** The word that goes, where it is known; from the address. */
  readonly with = input<string>();

  protected readonly t = inject(Translator).t;
  private readonly dictionary = inject(DictionaryApi);
  private readonly router = inject(Router);

  protected readonly word = resource({
    params: () => this.wordId(),
    loader: async ({ params }) => (await this.dictionary.word(params)).value,
  });
  protected readonly stays = computed(() => (this.word.hasValue() ? this.word.value() : undefined));
  protected readonly back = computed(() => `/dictionary/words/${this.wordId()}`);

  protected readonly found = signal<Pages<OwnWord> | undefined>(undefined);
  protected readonly others = computed(() =>
    (this.found()?.items() ?? []).filter(({ wordId }) => wordId !== this.wordId()),
  );
  protected readonly goes = signal<OwnWord | undefined>(undefined);
  /** The server sees two words: only their student can say that they are one. */
  protected readonly doDiffer = signal(false);
  private readonly action = new Action();
  protected readonly isBusy = this.action.isBusy;
  protected readonly failure = this.action.failure;

  constructor() {
    effect(() => {
      const other = this.with();
      if (other) untracked(() => void this.propose(other));
    });
    effect(() => {
      const word = this.stays();
      if (word) untracked(() => this.find(word.lemma));
    });
  }

  protected seek(event: Event, text: string): void {
    event.preventDefault();
    this.find(text.trim());
  }

  protected choose(word: OwnWord): void {
    this.failure.set(undefined);
    this.doDiffer.set(false);
    this.goes.set(word);
  }

  protected merge(): Promise<void> {
    return this.action.run(async () => {
      const goes = this.goes();
      if (!goes) return;
      try {
        await this.dictionary.merge(this.wordId(), goes.wordId, this.doDiffer());
      } catch (failure) {
        if (!isProblem(failure, 'words-differ')) throw failure;
        this.doDiffer.set(true);
        return;
      }
      await this.router.navigateByUrl(this.back());
    });
  }

  protected gloss(word: OwnWord) {
    return glossOf(word.glosses, this.dictionary.glossLanguage());
  }

  private find(text: string): void {
    const wanted = { sort: 'lemma', limit: AT_ONCE, ...(text && { q: text }) } as const;
    this.found.set(new Pages((cursor) => this.dictionary.words({ ...wanted, cursor })));
  }

  private propose(wordId: string): Promise<void> {
    return this.action.run(async () => this.choose((await this.dictionary.word(wordId)).value));
  }
}

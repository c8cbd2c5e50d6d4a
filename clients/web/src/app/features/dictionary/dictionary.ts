import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';

import { Translator } from '../../core/i18n/translator';
import { Empty } from '../../ui/empty';
import { Icon } from '../../ui/icon';
import { Page } from '../../ui/page';
import { Pages } from '../../ui/pages';
import { PagesEnd } from '../../ui/pages-end';
import { SelectField } from '../../ui/select-field';
import { Headword } from '../cards/headword';
import { DictionaryApi, type OwnWord, SORTS, STAGES } from './dictionary-api';
import { glossOf } from './gloss';

const AT_ONCE = 50;

/** The student's own words; what is sought and the order are in the address. */
@Component({
  selector: 'tall-dictionary',
  imports: [Empty, Headword, Icon, Page, PagesEnd, RouterLink, SelectField],
  templateUrl: './dictionary.html',
  styleUrl: './dictionary.css',
})
export class Dictionary {
  /** From the address, so anything. */
  readonly stage = input<string>();
  readonly tag = input<string>();
  readonly q = input<string>();
  readonly sort = input<string>();

  protected readonly t = inject(Translator).t;
  private readonly dictionary = inject(DictionaryApi);
  private readonly router = inject(Router);

  protected readonly shownStage = computed(() => STAGES.find((one) => one === this.stage()) ?? 'any');
  /** Only words that wait are in the queue. */
  private readonly possibleSorts = computed(() =>
    SORTS.filter((one) => one !== 'queue' || this.shownStage() === 'waiting'),
  );
  protected readonly shownSort = computed(
    () => this.possibleSorts().find((one) => one === this.sort()) ?? ('-addedAt' as const),
  );
  protected readonly stages = computed(() => [
    { value: 'any' as const, label: this.t('dictionary.any-stage') },
    ...STAGES.map((value) => ({ value, label: this.t(`word-stage.${value}`) })),
  ]);
  protected readonly sorts = computed(() =>
    this.possibleSorts().map((value) => ({ value, label: this.t(`word-sort.${value}`) })),
  );
  protected readonly isNarrowed = computed(() => !!this.q() || !!this.tag() || this.shownStage() !== 'any');

  protected readonly pages = signal<Pages<OwnWord> | undefined>(undefined);

  constructor() {
    effect(() => {
      const stage = this.shownStage();
      const [tag, q] = [this.tag(), this.q()];
      const wanted = {
        sort: this.shownSort(),
        limit: AT_ONCE,
        ...(stage !== 'any' && { stage }),
        ...(tag && { tag }),
        ...(q && { q }),
      };
      untracked(() => this.pages.set(new Pages((cursor) => this.dictionary.words({ ...wanted, cursor }))));
    });
  }

  protected seek(event: Event, text: string): void {
    event.preventDefault();
    void this.show({ q: text.trim() || null });
  }

  protected show(queryParams: Record<string, string | null>): Promise<boolean> {
    return this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected gloss(word: OwnWord) {
    return glossOf(word.glosses, this.dictionary.glossLanguage());
  }
}

import { inject, Service } from '@angular/core';
import { answerOf } from '@tall/api/http';

import { API } from '../../../core/http/api';
import type { QueuedOf } from '../../offline/device-database';
import type { HandedIn, Shelf } from '../../offline/shelf';
import { AnswerLanguage } from '../answer-language';
import { WordsOnDevice } from './words-on-device';

/** Own words, in their weeks. */
@Service()
export class WordShelf implements Shelf<'learning-cards'> {
  readonly product = 'learning-cards';
  private readonly api = inject(API);
  private readonly words = inject(WordsOnDevice);
  private readonly answerLanguage = inject(AnswerLanguage);

  async handIn(queued: readonly QueuedOf<'learning-cards'>[], before: string | undefined): Promise<HandedIn> {
    const facts = queued.map(({ fact }) => fact);
    const body = { deviceTime: new Date().toISOString(), facts, ...(before && { cursor: before }) };
    const { results, words, cursor, more } = await answerOf(this.api.POST('/api/v2/learning-cards/sync', { body }));
    return { more, settle: () => this.words.settle({ queued, results, words, cursor }) };
  }

  async fetch(days: number): Promise<() => Promise<void>> {
    const view = await answerOf(this.api.GET('/api/v2/learning-cards/offline', { params: { query: { days } } }));
    return async () => {
      await this.words.pack(view, days);
      this.answerLanguage.note(view.language ?? undefined);
    };
  }
}

import { inject, Service } from '@angular/core';
import { answerOf, type Schemas } from '@tall/api/http';

import { API } from '../../core/http/api';

type PlaceWord = Schemas['learningCards']['PlaceWord'];
/** Where in the queue a word is to be. */
export type Place = { readonly at: 'first' | 'last' } | { readonly at: 'before'; readonly wordId: string };

/** The order in which words that wait come into a week. */
@Service()
export class QueueApi {
  private readonly api = inject(API);

  async place(wordId: string, place: Place): Promise<void> {
    // The document says of `at` that it is one of three words and an object too; the service takes the word.
    const body = place as PlaceWord;
    await answerOf(this.api.PUT('/api/v2/learning-cards/words/{wordId}/place', { params: { path: { wordId } }, body }));
  }
}

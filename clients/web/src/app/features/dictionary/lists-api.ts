import { inject, Service } from '@angular/core';
import { answerOf, type Schemas } from '@tall/api/http';

import { API } from '../../core/http/api';
import { everything } from '../../ui/pages';

type Cards = Schemas['learningCards'];
export type WordList = Cards['WordListView'];
export type OfferedList = Cards['OfferedListView'];
export type TakenOver = Cards['TakenOverView'];

const AT_ONCE = 200;

/** Lists of own words, and those that teachers share. */
@Service()
export class ListsApi {
  private readonly api = inject(API);

  lists(): Promise<WordList[]> {
    return everything((cursor) =>
      answerOf(this.api.GET('/api/v2/learning-cards/lists', { params: { query: { limit: AT_ONCE, cursor } } })),
    );
  }

  list(listId: string): Promise<WordList> {
    return answerOf(this.api.GET('/api/v2/learning-cards/lists/{listId}', { params: { path: { listId } } }));
  }

  make(listId: string, name: string): Promise<WordList> {
    const params = { path: { listId } };
    return answerOf(this.api.PUT('/api/v2/learning-cards/lists/{listId}', { params, body: { name } }));
  }

  /** Refused when another device has changed it since. */
  rename({ listId, rev }: WordList, name: string): Promise<WordList> {
    return answerOf(
      this.api.PATCH('/api/v2/learning-cards/lists/{listId}', {
        params: { path: { listId }, header: { 'If-Match': `"${String(rev)}"` } },
        headers: { 'content-type': 'application/merge-patch+json' },
        body: { name },
      }),
    );
  }

  /** Its words stay in the dictionary. */
  async remove(listId: string): Promise<void> {
    await answerOf(this.api.DELETE('/api/v2/learning-cards/lists/{listId}', { params: { path: { listId } } }));
  }

  async putWord(listId: string, wordId: string): Promise<void> {
    const params = { path: { listId } };
    const body = { wordIds: [wordId] };
    await answerOf(this.api.POST('/api/v2/learning-cards/lists/{listId}/words', { params, body }));
  }

  async dropWord(listId: string, wordId: string): Promise<void> {
    const params = { path: { listId, wordId } };
    await answerOf(this.api.DELETE('/api/v2/learning-cards/lists/{listId}/words/{wordId}', { params }));
  }

  offered(): Promise<OfferedList[]> {
    return everything((cursor) =>
      answerOf(this.api.GET('/api/v2/learning-cards/offered-lists', { params: { query: { limit: AT_ONCE, cursor } } })),
    );
  }

  /** Again brings what its teacher has added since. */
  takeOver(listId: string): Promise<TakenOver> {
    const params = { path: { listId } };
    return answerOf(this.api.POST('/api/v2/learning-cards/offered-lists/{listId}/takeovers', { params }));
  }
}

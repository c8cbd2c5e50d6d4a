import { inject, Service } from '@angular/core';
import { answerOf, type Schemas } from '@tall/api/http';

import { API } from '../../core/http/api';
import { everything } from '../../ui/pages';

type Cards = Schemas['learningCards'];
export type SharedListSummary = Cards['SharedListSummary'];
export type SharedList = Cards['SharedListView'];
export type SharedWord = Cards['SharedWordView'];
export type WrittenWord = Cards['WrittenWord'];
export type WrittenSharedList = Cards['WrittenSharedList'];

const AT_ONCE = 200;

/** Lists of words that a teacher shares with their students: all of them, or some. */
@Service()
export class SharedListsApi {
  private readonly api = inject(API);

  lists(): Promise<SharedListSummary[]> {
    return everything((cursor) =>
      answerOf(this.api.GET('/api/v2/learning-cards/shared-lists', { params: { query: { limit: AT_ONCE, cursor } } })),
    );
  }

  list(listId: string): Promise<SharedList> {
    return answerOf(this.api.GET('/api/v2/learning-cards/shared-lists/{listId}', { params: { path: { listId } } }));
  }

  share(listId: string, body: WrittenSharedList): Promise<SharedList> {
    const params = { path: { listId } };
    return answerOf(this.api.PUT('/api/v2/learning-cards/shared-lists/{listId}', { params, body }));
  }

  /** Refused when it has been changed since `rev`. What students took over stays as it is. */
  change({ listId, rev }: SharedListSummary, body: WrittenSharedList): Promise<SharedList> {
    return answerOf(
      this.api.PATCH('/api/v2/learning-cards/shared-lists/{listId}', {
        params: { path: { listId }, header: { 'If-Match': `"${String(rev)}"` } },
        headers: { 'content-type': 'application/merge-patch+json' },
        body,
      }),
    );
  }

  /** What students took over stays theirs. */
  async withdraw(listId: string): Promise<void> {
    await answerOf(this.api.DELETE('/api/v2/learning-cards/shared-lists/{listId}', { params: { path: { listId } } }));
  }
}

import type { Sitting } from './sitting';

/** Where a sitting over all topics that were begun stands among the addresses of topics. */
export const ALL_TOPICS = 'all';

/** Where one goes from a sitting: to its topic, or to all of them. */
export function homeOf(topicId: string): string {
  return topicId === ALL_TOPICS ? '/cards' : `/cards/${topicId}`;
}

export function pathOf({ topicId, id }: Pick<Sitting, 'topicId' | 'id'>): string {
  return `/cards/${topicId}/sessions/${id}`;
}

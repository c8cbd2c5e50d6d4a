import { localPath } from '../log-in/local-path';

/** Where one goes when a word is put right: back to where one came from, or to the word. */
export function afterEditing(wordId: string, from: string | undefined): string {
  const path = localPath(from);
  return path === '/' ? `/dictionary/words/${wordId}` : path;
}

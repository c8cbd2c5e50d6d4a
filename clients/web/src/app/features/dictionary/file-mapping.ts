import { own } from '@tall/api/own';

import type { FileMapping } from './files-api';

export const COLUMNS = ['dutch', 'gloss', 'sentence', 'translation', 'tags', 'list', 'remark'] as const;
export type Column = (typeof COLUMNS)[number];

const NOTHING = {
  dutch: null,
  gloss: null,
  sentence: null,
  translation: null,
  tags: null,
  list: null,
  remark: null,
} satisfies Record<Column, null>;

/** The mapping with another field for a column of a kind of note; without a field, the column is left out. */
export function withField(mapping: FileMapping, noteType: string, column: Column, field: string | null): FileMapping {
  const columns = { ...(own(mapping.noteTypes, noteType) ?? NOTHING), [column]: field };
  const others = Object.fromEntries(Object.entries(mapping.noteTypes).filter(([name]) => name !== noteType));
  // A kind of note of which nothing is named gives no words.
  const isNamed = Object.values(columns).some((one) => one !== null);
  return { ...mapping, noteTypes: isNamed ? { ...others, [noteType]: columns } : others };
}

export type Article = 'de' | 'het' | 'de/het';

/** The article before a noun, and the rest; a word without one is all rest. */
export function articleOf(headword: string): { readonly article: Article | undefined; readonly rest: string } {
  const found = /^(de\/het|het\/de|de|het) (.+)$/s.exec(headword);
  const [, article, rest] = found ?? [];
  if (!article || !rest) return { article: undefined, rest: headword };
  return { article: article === 'de' || article === 'het' ? article : 'de/het', rest };
}

/** What a word means in the reader's language; where that is lacking, in another that is there. */
export function glossOf(
  glosses: Readonly<Record<string, string>>,
  wanted: string,
): { readonly language: string; readonly text: string } | undefined {
  const own = glosses[wanted];
  if (own) return { language: wanted, text: own };
  const [other] = Object.entries(glosses);
  return other && { language: other[0], text: other[1] };
}

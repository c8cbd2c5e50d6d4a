import { own } from '@tall/api/own';

/** What a word means in the reader's language; where that is lacking, in another that is there. */
export function glossOf(
  glosses: Readonly<Record<string, string>>,
  wanted: string,
): { readonly language: string; readonly text: string } | undefined {
  const text = own(glosses, wanted);
  if (text) return { language: wanted, text };
  const [other] = Object.entries(glosses);
  return other && { language: other[0], text: other[1] };
}

/** More would hide what one came for. */
const MOST_WORDS = 100;
/** As long as the server takes a sentence. */
const LONGEST_SENTENCE = 500;
const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;

/** The words of a text in which something was met, in their order, each once. */
export function wordsIn(text: string): string[] {
  const known = new Map<string, string>();
  for (const word of text.match(WORD) ?? []) {
    if (!known.has(word.toLowerCase())) known.set(word.toLowerCase(), word);
  }
  return [...known.values()].slice(0, MOST_WORDS);
}

/** The sentence of a text in which all parts of a word stand; none where the text is but the word. */
export function sentenceWith(word: string, text: string): string | undefined {
  const parts = wordsIn(word.toLowerCase());
  if (parts.length === 0) return undefined;
  const sentences = Array.from(new Intl.Segmenter('nl', { granularity: 'sentence' }).segment(text), ({ segment }) =>
    segment.trim(),
  );
  return sentences.find((sentence) => {
    const words = wordsIn(sentence.toLowerCase());
    return (
      words.length > parts.length &&
      Array.from(sentence).length <= LONGEST_SENTENCE &&
      parts.every((part) => words.includes(part))
    );
  });
}

// Rules of how the texts of the interface are written, whatever their language.

const HYPHENATED = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu;
/** The longest beginning, and the longest end, of which a line would keep a scrap. */
const SHORT_BEGINNING = 3;
const SHORT_END = 2;

/**
 * Words that a line would break at their hyphen and leave a scrap: `кто-то`, `e-mail`. They take a non-breaking one (U+2011).
 * Codes, all in capitals, keep theirs: they are copied.
 */
export function splitWords(text) {
  const isSplit = (word) => {
    const parts = word.split('-');
    const leavesScrap = parts[0].length <= SHORT_BEGINNING || parts.at(-1).length <= SHORT_END;
    return leavesScrap && /\p{Ll}/u.test(word);
  };
  return (text.match(HYPHENATED) ?? []).filter(isSplit);
}

/** Where a heading or the title of a screen says what it says, in a template or in routes. */
const HEADING = /<h[1-6]\b[^>]*>[^<]*|\[(?:heading|title)\]="[^"]*"|\btitle\('[^']*'/g;

/** The keys of what code shows as a heading. */
export function headingsIn(code) {
  const keys = [...code.matchAll(HEADING)].flatMap(
    ([heading]) => heading.match(/(?<=')[\w-]+(?:\.[\w-]+)*(?=')/g) ?? [],
  );
  return new Set(keys);
}

/** A heading is no sentence. */
export function endsAsSentence(text) {
  return /[^.]\.$/.test(text.trim());
}

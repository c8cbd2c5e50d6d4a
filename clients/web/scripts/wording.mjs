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

/** A number and what it counts, in a text or in a plural of ICU. */
const COUNTED = /(?<=[#\d]) (?=\p{L})/gu;
/** Russian prepositions and conjunctions of one letter: they begin a line, and never end one. */
const RUSSIAN_LETTER = /(?<![\p{L}\p{N}])([авикосу]) (?=\S)/giu;
const BEFORE_DASH = / (?=—)/g;

/** A text whose lines part no number from what it counts, leave no Russian letter alone at their end and begin with no dash. */
export function withWholeLines(text, language) {
  const joined = text.replace(COUNTED, '\u00A0').replace(BEFORE_DASH, '\u00A0');
  return language === 'ru' ? joined.replace(RUSSIAN_LETTER, '$1\u00A0') : joined;
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

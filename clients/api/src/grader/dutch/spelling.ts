/**
 * Open and closed syllables, the d and t at the end, and how a word sounds. Words come in small letters and without
 * diacritics.
 */

import { at, isLonger } from '../words';

/** Which letters are written once instead of twice, or twice instead of once. */
export interface Doubling {
  readonly vowel: boolean;
  readonly consonant: boolean;
}

/**
 * Whether two words differ in nothing but doubled letters, as open and closed syllables ask for: *bomen* and *boomen*,
 * *bommen* and *bomen*. A vowel is doubled between consonants, not within *ie*, *oe* or *eu*; a consonant after a vowel.
 */
export function doubling(right: string, given: string): Doubling | undefined {
  if (right === given || onceEach(right) !== onceEach(given)) {
    return undefined;
  }
  const one = runs(right);
  const other = runs(given);
  let vowel = false;
  let consonant = false;
  for (let place = 0; place < one.length; place += 1) {
    const { letter, length } = at(one, place);
    const lengthGiven = at(other, place).length;
    if (length === lengthGiven) {
      continue;
    }
    const before = isVowel(one[place - 1]?.letter ?? '');
    const after = isVowel(one[place + 1]?.letter ?? '');
    if (Math.max(length, lengthGiven) > 2 || !/^\p{Alphabetic}$/u.test(letter)) {
      return undefined;
    } else if (isSingleVowel(letter) && !before && !after) {
      vowel = true;
    } else if (!isVowel(letter) && before) {
      consonant = true;
    } else {
      return undefined;
    }
  }
  return { vowel, consonant };
}

/** Whether two words differ in the d, t or dt at their end: *wordt* and *word*, *gewerkt* and *gewerkd*. */
export function endsOtherwise(right: string, given: string): boolean {
  const one = withoutOneOf(['dt', 'd', 't'], right);
  return right !== given && one !== undefined && one === withoutOneOf(['dt', 'd', 't'], given) && isLonger(one, 1);
}

/** Whether two words differ in the t, alone, that a verb takes: *loopt* and *loop*, *gaat* and *ga*. */
export function differsInFinalT(right: string, given: string): boolean {
  return takesT(right, given) || takesT(given, right);
}

/** Whether `long` is `short` with a t. A vowel that was at the end is then in a closed syllable: *ga*, *gaat*. */
function takesT(long: string, short: string): boolean {
  const stem = without('t', long);
  if (stem === undefined || !isLonger(short, 1)) {
    return false;
  }
  const last = short.at(-1) ?? '';
  return stem === short || (isSingleVowel(last) && stem === short + last);
}

const PAST_ENDINGS = ['dde', 'tte', 'de', 'te'];

/**
 * Whether two words differ in the ending of a weak past: *werkte* and *werkde*, *antwoordde* and *antwoorde*. After a
 * single vowel the same letters are a matter of syllables: *bedden* and *beden*.
 */
export function weakPastEndsOtherwise(right: string, given: string): boolean {
  if (right.endsWith('n') !== given.endsWith('n') || right === given) {
    return false;
  }
  const stem = (word: string): string | undefined => withoutOneOf(PAST_ENDINGS, without('n', word) ?? word);
  const one = stem(right);
  return one !== undefined && one === stem(given) && isClosed(one);
}

/** Whether a stem ends in a consonant that follows a vowel, or in a long vowel. */
function isClosed(stem: string): boolean {
  const letters = [...stem];
  const last = letters.pop();
  if (last === undefined) {
    return false;
  }
  return isVowel(last) ? isVowel(letters.at(-1) ?? '') : letters.some(isVowel);
}

/**
 * Near enough how a word sounds, whatever its syllables: doubled letters once, *v* as *f*, *z* as *s*. *Huis* and
 * *huizen* begin alike, so do *loop* and *lopen*.
 */
export function sound(word: string): string {
  return onceEach(word.replaceAll('v', 'f').replaceAll('z', 's'));
}

/** The consonants of how a word sounds: what *drinken*, *dronk* and *gedronken* keep when their vowel changes. */
export function skeleton(word: string): string {
  return sound(word)
    .replaceAll('ij', 'i')
    .replace(/[aeiouy]/g, '');
}

export function isVowel(letter: string): boolean {
  return /^[aeiouy]$/.test(letter);
}

/** A vowel that is doubled to be long. */
function isSingleVowel(letter: string): boolean {
  return /^[aeou]$/.test(letter);
}

/** A word without an ending that it has. */
export function without(ending: string, word: string): string | undefined {
  return word.endsWith(ending) ? word.slice(0, word.length - ending.length) : undefined;
}

/** A word without the first of these endings that it has. */
export function withoutOneOf(endings: readonly string[], word: string): string | undefined {
  const ending = endings.find((one) => word.endsWith(one));
  return ending === undefined ? undefined : without(ending, word);
}

/** What follows a beginning that a word has. */
export function following(beginning: string, word: string): string | undefined {
  return word.startsWith(beginning) ? word.slice(beginning.length) : undefined;
}

/** The letters of a word, each run of the same letter once. */
function onceEach(word: string): string {
  return runs(word)
    .map((run) => run.letter)
    .join('');
}

interface Run {
  letter: string;
  length: number;
}

function runs(word: string): Run[] {
  const found: Run[] = [];
  for (const letter of word) {
    const last = found.at(-1);
    if (last?.letter === letter) {
      last.length += 1;
    } else {
      found.push({ letter, length: 1 });
    }
  }
  return found;
}

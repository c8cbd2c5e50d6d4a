/** What an answer is worth where something is right. */

import type { Answer } from './answer';
import { type Alignment, align } from './alignment';
import { Expected } from './expected';
import { DUTCH, type Policy, withoutOpeners } from './policy';
import { rightVerdict, type Verdict, verdictOf, withoutMercy, wrongVerdict } from './verdict';
import { lengthOf, wordsOf } from './words';

/** An answer of more characters is wrong unread, unless something longer is expected. */
const MOST_CHARACTERS = 2_000;

/**
 * What `given` is worth where `right` is right.
 *
 * The answer is held against every variant, and the verdict is that of the nearest: the one whose mistakes weigh least, the
 * first of several. Time and memory are bounded whatever is given.
 */
export function grade(right: Answer | Expected, given: string, policy: Policy = DUTCH): Verdict {
  const expected = right instanceof Expected ? right : Expected.of(right);
  const whole: Required<Policy> = { ...DUTCH, ...policy };
  const span = { start: 0, end: lengthOf(given) };
  if (span.end > Math.max(MOST_CHARACTERS, 2 * expected.length)) {
    return wrongVerdict(span, expected.text);
  }
  const words = wordsOf(given);
  if (expected.isAsWritten(words)) {
    return rightVerdict();
  }
  let nearest: Alignment | undefined;
  for (const variant of expected.variantsUnder(whole)) {
    const alignment = align(variant, withoutOpeners(words, whole));
    if (!nearest || alignment.weight < nearest.weight) {
      nearest = alignment;
    }
  }
  const mistakes = nearest?.mistakes;
  const verdict = mistakes ? verdictOf(mistakes) : wrongVerdict(span, expected.text);
  return expected.isArticleAlone() ? withoutMercy(verdict) : verdict;
}

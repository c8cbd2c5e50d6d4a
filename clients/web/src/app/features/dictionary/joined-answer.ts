import type { WordAnswer, WordOutcome } from './week-api';

type Mistake = WordOutcome['mistakes'][number];
export const FORMS = ['word', 'plural', 'past', 'participle'] as const;
const BETWEEN = ', ';

/** All that was typed on one line, with each mistake in its place of that line. Places count Unicode scalar values. */
export function joinedAnswer(
  answer: Extract<WordAnswer, { way: 'typed' }>,
  mistakes: readonly Mistake[],
): { readonly text: string; readonly mistakes: Mistake[] } {
  const typed = { word: answer.text, plural: answer.plural, past: answer.past, participle: answer.participle };
  const parts: string[] = [];
  const placed: Mistake[] = [];
  for (const form of FORMS) {
    const before = Array.from(parts.map((part) => part + BETWEEN).join('')).length;
    const text = typed[form];
    const inIt = mistakes.filter((mistake) => mistake.form === form);
    placed.push(...inIt.map((one) => ({ ...one, start: one.start + before, end: one.end + before })));
    if (text) parts.push(text);
  }
  return { text: parts.join(BETWEEN), mistakes: placed };
}

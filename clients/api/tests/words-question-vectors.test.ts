/** `tests/vectors/learning-cards.json` at the root holds what the service asks and says of answers; a device must do the same. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Schemas } from '../src/http/connect';
import { judgeOwn, type OwnWord, questionOf, shown } from '../src/words';

type Cards = Schemas['learningCards'];
type Form = Cards['Form'];

interface Vector {
  readonly word: OwnWord;
  readonly language: string;
  readonly question: Cards['QuestionView'];
  /** The word, its forms, and the verdict: rating, whether it is right, whether it passes, and each mistake. */
  readonly typed: readonly (readonly [
    text: string,
    forms: readonly (readonly [form: Form, text: string])[],
    verdict: unknown,
  ])[];
}

const file = new URL('../../../tests/vectors/learning-cards.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vector[];

describe('the twin of the questions of own words', () => {
  it('asks and judges alike', () => {
    let judgedAnswers = 0;
    for (const { word, language, question, typed } of vectors) {
      const { asked } = question;
      const own = questionOf(word, asked, language);
      expect([word.lemma, shown(asked, own)]).toEqual([word.lemma, question]);
      for (const [text, forms, verdict] of typed) {
        const judged = judgeOwn(asked, own, { way: 'typed', text, ...Object.fromEntries(forms) });
        const mistakes = judged.mistakes.map(({ form, kind, start, end, expected }) => [
          form,
          kind,
          start,
          end,
          expected,
        ]);
        const said = [judged.rating, judged.correct, judged.passes, mistakes];
        expect({ lemma: word.lemma, asked, text, forms, verdict: said }).toEqual({
          ...{ lemma: word.lemma, asked, text, forms },
          verdict,
        });
        judgedAnswers += 1;
      }
    }
    expect(judgedAnswers).toBeGreaterThan(1000);
  });
});

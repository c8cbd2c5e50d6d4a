import { inject, injectAsync, Service } from '@angular/core';
import { answerOf, answerWithTag, type Schemas, type Tagged } from '@tall/api/http';

import { API } from '../../core/http/api';
import { everything } from '../../ui/pages';
import { AnswerLanguage, type AnswerLanguageCode } from './answer-language';

type Cards = Schemas['learningCards'];
export type OwnWord = Cards['WordView'];
export type WordsPage = Cards['Page_WordView'];
export type Removal = Cards['RemovalView'];
export type AddedWord = Cards['AddedView'];
export type Candidate = Cards['CandidateView'];
export type Entry = Cards['Entry'];
export type WrittenWord = Cards['WrittenWord'];
export type WordChange = Cards['ChangeWord'];
export type Sentence = Cards['OwnSentence'];
export type Stage = Cards['StageName'];
export type PartOfSpeech = Cards['PartOfSpeech'];

export const STAGES = ['waiting', 'learning', 'graduated', 'known', 'leech'] as const;
export const SORTS = ['-addedAt', 'addedAt', 'lemma', 'queue'] as const;

export interface WantedWords {
  readonly stage?: Stage | undefined;
  readonly tag?: string | undefined;
  readonly listId?: string | undefined;
  readonly q?: string | undefined;
  readonly sort: (typeof SORTS)[number];
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The student's own words. */
@Service()
export class DictionaryApi {
  private readonly api = inject(API);
  private readonly answerLanguage = inject(AnswerLanguage);
  private readonly device = injectAsync(() => import('./offline/words-on-device').then((m) => m.WordsOnDevice));

  words(query: WantedWords): Promise<WordsPage> {
    return answerOf(this.api.GET('/api/v2/learning-cards/words', { params: { query } }));
  }

  word(wordId: string): Promise<Tagged<OwnWord>> {
    return answerWithTag(this.api.GET('/api/v2/learning-cards/words/{wordId}', { params: { path: { wordId } } }));
  }

  async lookUp(form: string): Promise<Candidate[]> {
    const query = { form, language: this.glossLanguage() };
    const { candidates } = await answerOf(this.api.GET('/api/v2/learning-cards/lookups', { params: { query } }));
    return candidates;
  }

  add(wordId: string, body: WrittenWord): Promise<AddedWord> {
    return answerOf(this.api.PUT('/api/v2/learning-cards/words/{wordId}', { params: { path: { wordId } }, body }));
  }

  /** Refused when the word is no longer what `etag` stands for. */
  async change(wordId: string, etag: string, body: WordChange): Promise<void> {
    await answerOf(
      this.api.PATCH('/api/v2/learning-cards/words/{wordId}', {
        params: { path: { wordId }, header: { 'If-Match': etag } },
        headers: { 'content-type': 'application/merge-patch+json' },
        body,
      }),
    );
  }

  async remove(wordId: string): Promise<void> {
    await answerOf(this.api.DELETE('/api/v2/learning-cards/words/{wordId}', { params: { path: { wordId } } }));
    // Where nothing can be kept there is nothing to forget.
    await this.device()
      .then((device) => device.forget(wordId))
      .catch(() => undefined);
  }

  restore(wordId: string): Promise<OwnWord> {
    const params = { path: { wordId } };
    return answerOf(this.api.POST('/api/v2/learning-cards/words/{wordId}/restorations', { params }));
  }

  rescue(wordId: string): Promise<OwnWord> {
    const params = { path: { wordId } };
    return answerOf(this.api.POST('/api/v2/learning-cards/words/{wordId}/rescues', { params }));
  }

  /** `wordId` takes `otherId` over, for good; `sameWord` where only the student can know that they are one. */
  async merge(wordId: string, otherId: string, sameWord: boolean): Promise<void> {
    const params = { path: { wordId, otherId }, query: { sameWord } };
    await answerOf(this.api.PUT('/api/v2/learning-cards/words/{wordId}/merges/{otherId}', { params }));
  }

  async putSentence(wordId: string, contextId: string, sentence: Sentence): Promise<void> {
    const params = { path: { wordId, contextId } };
    const body = { sentence };
    await answerOf(this.api.PUT('/api/v2/learning-cards/words/{wordId}/contexts/{contextId}', { params, body }));
  }

  async dropSentence(wordId: string, contextId: string): Promise<void> {
    const params = { path: { wordId, contextId } };
    await answerOf(this.api.DELETE('/api/v2/learning-cards/words/{wordId}/contexts/{contextId}', { params }));
  }

  /** Words that can still be taken back, the last that went first. */
  removed(): Promise<Removal[]> {
    return everything((cursor) =>
      answerOf(this.api.GET('/api/v2/learning-cards/removals', { params: { query: { limit: 200, cursor } } })),
    );
  }

  /** The language of meanings. */
  glossLanguage(): AnswerLanguageCode {
    return this.answerLanguage.now();
  }
}

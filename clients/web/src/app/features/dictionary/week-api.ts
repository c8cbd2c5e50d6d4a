import { inject, Service } from '@angular/core';
import { answerOf, answerWithTag, isProblem, newId, type Schemas, type Tagged } from '@tall/api/http';

import { API } from '../../core/http/api';
import { AnswerLanguage } from './answer-language';
import { DictionaryApi } from './dictionary-api';

type Cards = Schemas['learningCards'];
export type Week = Cards['CohortView'];
/** What a device knows of the week under way. */
export interface KeptWeek extends Pick<Week, 'beginsAt' | 'words'> {
  readonly isKept: true;
}
export type WeekWord = Cards['CohortWordView'];
export type WeekSummary = Cards['CohortSummary'];
export type WeekSettingsView = Cards['WeekSettingsView'];
export type WeekSettingsChange = Cards['ChangeWeekSettings'];
export type WordSession = Cards['WordSessionView'];
export type SessionWord = Cards['SessionWordView'];
export type WordOutcome = Cards['WordOutcomeView'];
export type WordAnswer = Cards['WrittenGiven'];

/** An answer as it is sent, under an id of its own: sent again, it counts once. */
export interface GivenWord {
  readonly reviewId: string;
  readonly sessionId: string;
  readonly word: SessionWord;
  readonly answer: WordAnswer;
  readonly answeredAt: string;
  readonly durationMs: number;
}

/** The weeks in which a student learns their own words. */
@Service()
export class WeekApi {
  private readonly api = inject(API);
  private readonly dictionary = inject(DictionaryApi);
  private readonly answerLanguage = inject(AnswerLanguage);
  private readonly zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  /** The week under way; null while there is nothing to learn. */
  async current(): Promise<Week | null> {
    try {
      return await answerOf(this.api.GET('/api/v2/learning-cards/cohorts/current'));
    } catch (failure) {
      if (isProblem(failure, 'not-found')) return null;
      throw failure;
    }
  }

  weeks(cursor: string | undefined): Promise<Cards['Page_CohortSummary']> {
    return answerOf(this.api.GET('/api/v2/learning-cards/cohorts', { params: { query: { limit: 10, cursor } } }));
  }

  async settings(): Promise<Tagged<WeekSettingsView>> {
    return this.noted(await answerWithTag(this.api.GET('/api/v2/learning-cards/settings')));
  }

  /** For the weeks to come. Refused when the settings are no longer what `etag` stands for. */
  async changeSettings(body: WeekSettingsChange, etag: string): Promise<Tagged<WeekSettingsView>> {
    const changed = await answerWithTag(
      this.api.PATCH('/api/v2/learning-cards/settings', {
        params: { header: { 'If-Match': etag } },
        headers: { 'content-type': 'application/merge-patch+json' },
        body,
      }),
    );
    return this.noted(changed);
  }

  /** A word of the queue into the week under way. */
  async takeIn(wordId: string): Promise<void> {
    const params = { path: { wordId } };
    await answerOf(this.api.PUT('/api/v2/learning-cards/cohorts/current/words/{wordId}', { params }));
  }

  arrange(): Promise<WordSession> {
    const params = { path: { sessionId: newId() } };
    const body = { words: 100, language: this.dictionary.glossLanguage(), zone: this.zone };
    return answerOf(this.api.PUT('/api/v2/learning-cards/sessions/{sessionId}', { params, body }));
  }

  session(sessionId: string): Promise<WordSession> {
    return answerOf(this.api.GET('/api/v2/learning-cards/sessions/{sessionId}', { params: { path: { sessionId } } }));
  }

  answer({ word: { word, question }, reviewId, ...given }: GivenWord): Promise<WordOutcome> {
    const { asked, contextId } = question;
    return answerOf(
      this.api.PUT('/api/v2/learning-cards/words/{wordId}/reviews/{reviewId}', {
        params: { path: { wordId: word.wordId, reviewId } },
        body: {
          ...given,
          asked,
          ...(contextId && { contextId }),
          language: this.dictionary.glossLanguage(),
          zone: this.zone,
        },
      }),
    );
  }

  private noted(settings: Tagged<WeekSettingsView>): Tagged<WeekSettingsView> {
    this.answerLanguage.note(settings.value.language ?? undefined);
    return settings;
  }
}

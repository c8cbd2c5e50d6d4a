import { inject, Service } from '@angular/core';
import { answerOf, newId, type Schemas } from '@tall/api/http';

import { API } from '../../core/http/api';
import { Translator } from '../../core/i18n/translator';
import { everything } from '../../ui/pages';
import { ALL_TOPICS } from './sitting-place';

type Cards = Schemas['thematicCards'];
export type TopicView = Cards['TopicView'];
export type SessionView = Cards['SessionView'];
export type SessionCard = Cards['SessionCardView'];
export type WordView = Cards['WordView'];
export type Heard = Cards['AudioView'];
export type Outcome = Cards['OutcomeView'];
export type Mistake = Cards['MistakeView'];
export type Answer = Cards['AnswerCard']['answer'];
export type CardKind = Cards['CardKind'];
export type GlossLanguage = Cards['GlossLanguage'];
export type CardView = Cards['CardView'];
export type Mark = Cards['MarkKind'];

/** What a card is known by where something is said of it. */
export type CardName = Pick<CardView, 'cardId' | 'wordId' | 'kind'>;

/** An answer as it is sent, under an id of its own: sent again, it counts once. */
export interface Given {
  readonly reviewId: string;
  readonly sessionId: string;
  readonly practice: boolean;
  readonly card: SessionCard;
  readonly answer: Answer;
  readonly answeredAt: string;
  readonly durationMs: number;
}

export interface Wishes {
  readonly cards: number;
  /** At most so long, at the student's own pace. */
  readonly minutes?: number | undefined;
  readonly kind: CardKind | undefined;
  /** Extra practice moves no due date. */
  readonly practice?: boolean;
}

/** The calls of thematic cards. */
@Service()
export class CardsApi {
  private readonly api = inject(API);
  private readonly language = inject(Translator).language;
  private readonly zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  topics(): Promise<TopicView[]> {
    return everything((cursor) =>
      answerOf(this.api.GET('/api/v2/thematic-cards/topics', { params: { query: { limit: 200, cursor } } })),
    );
  }

  topic(topicId: string): Promise<TopicView> {
    return answerOf(this.api.GET('/api/v2/thematic-cards/topics/{topicId}', { params: { path: { topicId } } }));
  }

  /** Arranges a sitting of a topic, or of all that were begun. */
  arrange(topicId: string, wishes: Wishes): Promise<SessionView> {
    const { cards, minutes, kind, practice = false } = wishes;
    const wanted = { cards, practice, ...(minutes && { minutes }), ...(kind && { kind }) };
    const body = { ...wanted, language: this.glossLanguage(), zone: this.zone };
    const sessionId = newId();
    return answerOf(
      topicId === ALL_TOPICS
        ? this.api.PUT('/api/v2/thematic-cards/sessions/{sessionId}', { params: { path: { sessionId } }, body })
        : this.api.PUT('/api/v2/thematic-cards/topics/{topicId}/sessions/{sessionId}', {
            params: { path: { topicId, sessionId } },
            body,
          }),
    );
  }

  session(sessionId: string): Promise<SessionView> {
    return answerOf(this.api.GET('/api/v2/thematic-cards/sessions/{sessionId}', { params: { path: { sessionId } } }));
  }

  answer({ card, reviewId, ...given }: Given): Promise<Outcome> {
    return answerOf(
      this.api.PUT('/api/v2/thematic-cards/cards/{cardId}/reviews/{reviewId}', {
        params: { path: { cardId: card.cardId, reviewId } },
        body: {
          ...given,
          wordId: card.wordId,
          kind: card.kind,
          language: this.glossLanguage(),
          zone: this.zone,
        },
      }),
    );
  }

  /** Takes an answer back: the card is as if it had not been given. */
  async takeBack({ card, reviewId }: Given): Promise<void> {
    const { cardId, wordId, kind } = card;
    await answerOf(
      this.api.PUT('/api/v2/thematic-cards/cards/{cardId}/undos/{undoId}', {
        params: { path: { cardId, undoId: newId() } },
        body: { reviewId, wordId, kind, undoneAt: new Date().toISOString() },
      }),
    );
  }

  /** Sets a card aside, puts it off until tomorrow, or has it asked again. */
  async mark({ cardId, wordId, kind }: CardName, mark: Mark): Promise<void> {
    await answerOf(
      this.api.PUT('/api/v2/thematic-cards/cards/{cardId}/marks/{markId}', {
        params: { path: { cardId, markId: newId() } },
        body: { wordId, kind, mark, markedAt: new Date().toISOString(), zone: this.zone },
      }),
    );
  }

  /** Cards that are not asked: those that the student set aside, then those that went wrong too often. */
  async setAside(): Promise<CardView[]> {
    const of = (state: 'suspended' | 'leech') =>
      everything((cursor) =>
        answerOf(this.api.GET('/api/v2/thematic-cards/cards', { params: { query: { state, cursor } } })),
      );
    return [...(await of('suspended')), ...(await of('leech'))];
  }

  /** Words are explained in English and Russian; who reads Dutch here gets English. */
  glossLanguage(): GlossLanguage {
    return this.language() === 'ru' ? 'ru' : 'en';
  }
}

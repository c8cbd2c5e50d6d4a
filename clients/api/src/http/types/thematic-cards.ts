// Made from openapi/thematic-cards.v2.json by `npm run generate`; not to be edited.

export interface paths {
  readonly '/api/v2/thematic-cards/cards/{cardId}/reviews/{reviewId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Answer a card.
     * @description Permission: student, own cards. Safe to repeat: an answer counts once, and the first outcome is given again.
     *
     *     **Permission:** student.
     */
    readonly put: operations['answer_card'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/thematic-cards/sessions/{sessionId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * A sitting, to take it up again.
     * @description Permission: student, own sittings. Words that were withdrawn meanwhile are left out.
     *
     *     **Permission:** student.
     */
    readonly get: operations['show_session'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/thematic-cards/topics': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * The topics that are taught, with how the student stands in each.
     * @description Permission: student.
     *
     *     **Permission:** student.
     */
    readonly get: operations['list_topics'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/thematic-cards/topics/{topicId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * A topic, with how the student stands in it.
     * @description Permission: student.
     *
     *     **Permission:** student.
     */
    readonly get: operations['show_topic'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/thematic-cards/topics/{topicId}/sessions/{sessionId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Arrange a sitting.
     * @description Permission: student. Safe to repeat: the sitting stands as it was arranged the first time. Cards that are due come
     *     first, new ones between them, never two cards of one word on a day.
     *
     *     **Permission:** student.
     */
    readonly put: operations['arrange_session_of_topic'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description An answer, in either way of giving one. */
    readonly AnswerBody:
      | {
          /**
           * @description What was typed.
           * @example de brood
           */
          readonly text: string;
          /** @enum {string} */
          readonly way: 'typed';
        }
      | {
          /**
           * @description `again`, `hard`, `good`, `easy`.
           * @example good
           */
          readonly rating: string;
          /** @enum {string} */
          readonly way: 'self-rated';
        };
    /** @description An answer to a card. */
    readonly AnswerCard: {
      /** @description The answer. */
      readonly answer: components['schemas']['AnswerBody'];
      /** @description When, by the device's clock. A clock that runs ahead is taken as now. */
      readonly answeredAt: components['schemas']['Timestamp'];
      /**
       * Format: int32
       * @description How long it took, in milliseconds, at most an hour.
       */
      readonly durationMs?: number | null;
      /** @description How it asks, as the sitting told. */
      readonly kind: components['schemas']['CardKind'];
      /** @description The language that the student answers from, or in. */
      readonly language?: components['schemas']['GlossLanguage'];
      readonly sessionId?: components['schemas']['StudySessionId'] | null;
      /** @description What the card asks, as the sitting told. */
      readonly wordId: components['schemas']['WordId'];
      /** @description IANA zone in which the student is. */
      readonly zone?: components['schemas']['Zone'];
    };
    /** @description What the student wants of a sitting. Everything may be left out. */
    readonly ArrangeSession: {
      /**
       * Format: int32
       * @description At most so many cards, 1 to 200.
       * @default 20
       */
      readonly cards: number;
      readonly kind?: components['schemas']['CardKind'] | null;
      /** @description The language to answer from. */
      readonly language?: components['schemas']['GlossLanguage'];
      /** @description IANA zone in which the student is: decides which day it is. */
      readonly zone?: components['schemas']['Zone'];
    };
    /** Format: uuid */
    readonly CardId: string;
    /**
     * @description How a card asks.
     * @enum {string}
     */
    readonly CardKind: 'unknown' | 'recognition' | 'recall';
    /** @description A card, with all that asking it takes. */
    readonly CardView: {
      /** @description The card: where the answer goes. */
      readonly cardId: components['schemas']['CardId'];
      readonly dueAt?: components['schemas']['Timestamp'] | null;
      /**
       * @description What is right, for a student who judges their own answer.
       * @example het brood
       */
      readonly expected: string;
      /** @description `recognition`: the Dutch is shown; `recall`: the Dutch is asked. */
      readonly kind: components['schemas']['CardKind'];
      readonly lastAnsweredAt?: components['schemas']['Timestamp'] | null;
      /**
       * @description What the card is going through: `new`, `learning`, `review`, `relearning`.
       * @example new
       */
      readonly phase: string;
      /**
       * @description What is shown.
       * @example bread; loaf
       */
      readonly prompt: string;
      /** @description The word. */
      readonly word: components['schemas']['WordView'];
      /** @description What it asks. */
      readonly wordId: components['schemas']['WordId'];
    };
    /** @description A sentence with its translations. */
    readonly ExampleView: {
      /** @description In Dutch. */
      readonly text: string;
      /** @description By language. */
      readonly translations: {
        readonly [key: string]: string;
      };
    };
    /** @description One bad field of a request. */
    readonly FieldError: {
      /**
       * @description What is wrong, for programs.
       * @example unknown-field
       */
      readonly code: string;
      /**
       * @description What is wrong, for people.
       * @example There is no field `lemma`.
       */
      readonly message: string;
      /**
       * @description Where: an RFC 6901 JSON pointer into the body (`/words/3/lemma`), or `query:limit`,
       *     `path:topicId`, `header:If-Match`.
       * @example /words/3/lemma
       */
      readonly pointer: string;
    };
    /**
     * @description The language of a gloss: what the student knows already.
     * @enum {string}
     */
    readonly GlossLanguage: 'en' | 'ru';
    /**
     * @description A level of the Common European Framework of Reference for Languages (Council of Europe, 2001).
     * @enum {string}
     */
    readonly Level: 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2';
    /**
     * Format: int32
     * @description How many items a page may hold: 1 to 200, 50 unless said.
     * @default 50
     * @example 50
     */
    readonly Limit: number;
    /** @description One text in every language of the user interface. */
    readonly LocalizedText: {
      /** @description English. */
      readonly en: string;
      /** @description Dutch. */
      readonly nl: string;
      /** @description Russian. */
      readonly ru: string;
    };
    /** @description One mistake in an answer. */
    readonly MistakeView: {
      /** @description Where it ends, exclusive. */
      readonly end: number;
      /**
       * @description What would be right there.
       * @example het
       */
      readonly expected: string;
      /**
       * @description What kind: `article`, `typo`, `diacritic`, `capital`, `missing-word`, `extra-word`, `wrong`.
       * @example article
       */
      readonly kind: string;
      /** @description Where in the answer it begins, in Unicode characters. */
      readonly start: number;
    };
    /** @description What came of an answer. */
    readonly OutcomeView: {
      /**
       * Format: int32
       * @description Answers to this card so far.
       */
      readonly answers: number;
      /** @description Whether it was right. */
      readonly correct: boolean;
      /** @description When it returns. */
      readonly dueAt: components['schemas']['Timestamp'];
      /**
       * @description What is right.
       * @example het brood
       */
      readonly expected: string;
      /**
       * Format: int32
       * @description Days until then; 0 within the steps.
       */
      readonly intervalDays: number;
      /**
       * Format: int32
       * @description Times it was forgotten when due.
       */
      readonly lapses: number;
      /** @description What was wrong with it, most specific first. */
      readonly mistakes: readonly components['schemas']['MistakeView'][];
      /**
       * @description What the card is going through now.
       * @example learning
       */
      readonly phase: string;
      /**
       * @description How well it went, as the scheduler counts: `again`, `hard`, `good`, `easy`.
       * @example hard
       */
      readonly rating: string;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    readonly Page_TopicView: {
      /** @description The items, in the order of the list. */
      readonly items: readonly {
        readonly description?: components['schemas']['LocalizedText'] | null;
        /** @description The topic. */
        readonly id: components['schemas']['TopicId'];
        /** @description The level that it is taught at. */
        readonly level: components['schemas']['Level'];
        /** @description How the student stands. */
        readonly progress: components['schemas']['ProgressView'];
        /**
         * @description Its name in addresses.
         * @example eten-en-drinken
         */
        readonly slug: string;
        /** @description Its name. */
        readonly title: components['schemas']['LocalizedText'];
        /**
         * Format: int64
         * @description Words that are taught in it.
         */
        readonly words: number;
      }[];
      /** @description Leads on; absent on the last page. */
      readonly nextCursor?: string | null;
    };
    /**
     * @description What kind of word it is.
     * @enum {string}
     */
    readonly PartOfSpeech:
      | 'unknown'
      | 'noun'
      | 'verb'
      | 'adjective'
      | 'adverb'
      | 'pronoun'
      | 'determiner'
      | 'numeral'
      | 'preposition'
      | 'conjunction'
      | 'interjection'
      | 'phrase';
    /** @description The problem document (RFC 9457) that a client reads. */
    readonly Problem: {
      /**
       * @description This occurrence in words.
       * @example There is no topic 0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10.
       */
      readonly detail: string;
      /** @description One entry for each bad field. */
      readonly errors?: readonly components['schemas']['FieldError'][];
      /**
       * @description The trace id of the request, to be quoted when asking for help.
       * @example 4bf92f3577b34da6a3ce929d0e0e4736
       */
      readonly instance?: string | null;
      /**
       * Format: int32
       * @description The HTTP status.
       * @example 404
       */
      readonly status: number;
      /**
       * @description The type in words; the same for every occurrence.
       * @example Not found
       */
      readonly title: string;
      /**
       * @description `urn:tall:problem:<code>`; docs/API.md lists them all.
       * @example urn:tall:problem:not-found
       */
      readonly type: string;
    };
    /** @description How a student stands in a topic. */
    readonly ProgressView: {
      /**
       * Format: int64
       * @description Answers in all.
       */
      readonly answers: number;
      /**
       * Format: int64
       * @description Those of them that wait to be asked now.
       */
      readonly due: number;
      /**
       * Format: int64
       * @description Times that a learnt card was forgotten.
       */
      readonly lapses: number;
      readonly lastAnsweredAt?: components['schemas']['Timestamp'] | null;
      /**
       * Format: int64
       * @description Those of them that are learnt: they return after days.
       */
      readonly learnt: number;
      /**
       * Format: int64
       * @description Cards that were answered at least once.
       */
      readonly met: number;
      /**
       * Format: double
       * @description Share of learnt, due cards that were recalled, 0 to 1; absent before there was one.
       */
      readonly trueRetention?: number | null;
    };
    /** Format: uuid */
    readonly ReviewId: string;
    /** @description A card of a sitting. */
    readonly SessionCardView: components['schemas']['CardView'] & {
      /** @description Whether it was answered since the sitting was arranged. */
      readonly answered: boolean;
    };
    /** @description A sitting. */
    readonly SessionView: {
      /** @description Cards that were answered since then. */
      readonly answered: number;
      /** @description When it was arranged. */
      readonly arrangedAt: components['schemas']['Timestamp'];
      /**
       * @description The cards, in the order to ask them in. Empty when nothing of the topic is due and the day's new cards are
       *     done.
       */
      readonly cards: readonly components['schemas']['SessionCardView'][];
      /** @description The sitting. */
      readonly id: components['schemas']['StudySessionId'];
      /** @description What it is about. */
      readonly topicId: components['schemas']['TopicId'];
    };
    /** Format: uuid */
    readonly StudySessionId: string;
    /**
     * Format: date-time
     * @description An instant in a request or an answer: RFC 3339, UTC, milliseconds, as in `2026-03-02T08:15:30.125Z`.
     *
     *     Any offset is read; `Z` is written. What is finer than a millisecond is cut off.
     * @example 2026-03-02T08:15:30.125Z
     */
    readonly Timestamp: string;
    /** Format: uuid */
    readonly TopicId: string;
    /** @description A topic, with how the student stands in it. */
    readonly TopicView: {
      readonly description?: components['schemas']['LocalizedText'] | null;
      /** @description The topic. */
      readonly id: components['schemas']['TopicId'];
      /** @description The level that it is taught at. */
      readonly level: components['schemas']['Level'];
      /** @description How the student stands. */
      readonly progress: components['schemas']['ProgressView'];
      /**
       * @description Its name in addresses.
       * @example eten-en-drinken
       */
      readonly slug: string;
      /** @description Its name. */
      readonly title: components['schemas']['LocalizedText'];
      /**
       * Format: int64
       * @description Words that are taught in it.
       */
      readonly words: number;
    };
    /** Format: uuid */
    readonly WordId: string;
    /** @description A word, as a student sees it. */
    readonly WordView: {
      /** @description Sentences with it. */
      readonly examples: readonly components['schemas']['ExampleView'][];
      /** @description Its forms by name, as far as it has them: `plural`, `diminutive`, `past`, `participle`, `comparative`. */
      readonly forms: {
        readonly [key: string]: string;
      };
      /** @description What it means, by language. */
      readonly glosses: {
        readonly [key: string]: string;
      };
      /**
       * @description With its article, as it is learnt.
       * @example het brood
       */
      readonly headword: string;
      /** @description How it sounds. */
      readonly ipa?: string | null;
      /**
       * @description Dictionary form.
       * @example brood
       */
      readonly lemma: string;
      /** @description Its level. */
      readonly level: components['schemas']['Level'];
      /** @description What kind of word it is. */
      readonly partOfSpeech: components['schemas']['PartOfSpeech'];
    };
    /**
     * @description An IANA time zone, `Europe/Amsterdam` unless said.
     * @default Europe/Amsterdam
     * @example Europe/Amsterdam
     */
    readonly Zone: string;
  };
  responses: {
    /** @description The state does not allow it. */
    readonly Conflict: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "detail": "This id was used for something else.",
         *       "instance": "4bf92f3577b34da6a3ce929d0e0e4736",
         *       "status": 409,
         *       "title": "Id taken",
         *       "type": "urn:tall:problem:id-taken"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The caller's role may not. */
    readonly Forbidden: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "detail": "Your role does not permit this.",
         *       "instance": "4bf92f3577b34da6a3ce929d0e0e4736",
         *       "status": 403,
         *       "title": "Not permitted",
         *       "type": "urn:tall:problem:forbidden"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description A defect on our side. */
    readonly Internal: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "detail": "Something went wrong on our side. Quote `instance` when you ask for help.",
         *       "instance": "4bf92f3577b34da6a3ce929d0e0e4736",
         *       "status": 500,
         *       "title": "Internal error",
         *       "type": "urn:tall:problem:internal"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Understood and refused; `errors` says where. */
    readonly Invalid: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "detail": "There is no field `colour`.",
         *       "errors": [
         *         {
         *           "code": "unknown-field",
         *           "message": "There is no field `colour`.",
         *           "pointer": "/colour"
         *         }
         *       ],
         *       "instance": "4bf92f3577b34da6a3ce929d0e0e4736",
         *       "status": 422,
         *       "title": "Fields refused",
         *       "type": "urn:tall:problem:invalid-fields"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The request could not be read. */
    readonly Malformed: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "detail": "The body is not UTF-8.",
         *       "instance": "4bf92f3577b34da6a3ce929d0e0e4736",
         *       "status": 400,
         *       "title": "Malformed request",
         *       "type": "urn:tall:problem:malformed-request"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Absent, or not the caller's. */
    readonly NotFound: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "detail": "There is no topic 0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10.",
         *       "instance": "4bf92f3577b34da6a3ce929d0e0e4736",
         *       "status": 404,
         *       "title": "Not found",
         *       "type": "urn:tall:problem:not-found"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The body is too large. */
    readonly TooLarge: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "detail": "The body is longer than this operation takes.",
         *       "instance": "4bf92f3577b34da6a3ce929d0e0e4736",
         *       "status": 413,
         *       "title": "Body too large",
         *       "type": "urn:tall:problem:body-too-large"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The caller's bucket is empty. */
    readonly TooManyRequests: {
      headers: {
        readonly 'Retry-After'?: string;
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "detail": "Wait as long as `Retry-After` says.",
         *       "instance": "4bf92f3577b34da6a3ce929d0e0e4736",
         *       "status": 429,
         *       "title": "Too many requests",
         *       "type": "urn:tall:problem:too-many-requests"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description No access token, or one that does not hold. */
    readonly Unauthorized: {
      headers: {
        readonly 'WWW-Authenticate'?: string;
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "detail": "The access token is expired, revoked or not valid here. Refresh it or log in again.",
         *       "instance": "4bf92f3577b34da6a3ce929d0e0e4736",
         *       "status": 401,
         *       "title": "Access token not accepted",
         *       "type": "urn:tall:problem:invalid-token"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Not possible at the moment. */
    readonly Unavailable: {
      headers: {
        readonly 'Retry-After'?: string;
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "detail": "Not possible at the moment. Try again after `Retry-After`.",
         *       "instance": "4bf92f3577b34da6a3ce929d0e0e4736",
         *       "status": 503,
         *       "title": "Unavailable",
         *       "type": "urn:tall:problem:unavailable"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The body is not of the expected type. */
    readonly UnsupportedMediaType: {
      headers: {
        readonly Accept?: string;
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "detail": "The body must be application/json.",
         *       "instance": "4bf92f3577b34da6a3ce929d0e0e4736",
         *       "status": 415,
         *       "title": "Media type not supported",
         *       "type": "urn:tall:problem:unsupported-media-type"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The client is too old and must be updated. */
    readonly UpdateRequired: {
      headers: {
        readonly 'X-Client-Update'?: string;
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "detail": "This version is too old. Please update.",
         *       "instance": "4bf92f3577b34da6a3ce929d0e0e4736",
         *       "status": 426,
         *       "title": "Update required",
         *       "type": "urn:tall:problem:client-too-old"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: {
    /**
     * @description What calls: platform and version. Below the oldest that is served: 426. Below the newest: the answer carries `x-client-update`.
     * @example web/1.4.0
     */
    readonly ClientVersion: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  readonly answer_card: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The card, as the sitting told. */
        readonly cardId: components['schemas']['CardId'];
        /** @description Made by the client (UUIDv7). */
        readonly reviewId: components['schemas']['ReviewId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AnswerCard'];
      };
    };
    readonly responses: {
      /** @description It was taken before. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OutcomeView'];
        };
      };
      /** @description Taken. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OutcomeView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 409: components['responses']['Conflict'];
      readonly 413: components['responses']['TooLarge'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly show_session: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The sitting. */
        readonly sessionId: components['schemas']['StudySessionId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The sitting. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SessionView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly list_topics: {
    readonly parameters: {
      readonly query?: {
        /** @description Only this level. */
        readonly level?: components['schemas']['Level'];
        /** @description How many at once. */
        readonly limit?: components['schemas']['Limit'];
        /** @description Where to go on. */
        readonly cursor?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of topics. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Page_TopicView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 403: components['responses']['Forbidden'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly show_topic: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The topic. */
        readonly topicId: components['schemas']['TopicId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The topic. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['TopicView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly arrange_session_of_topic: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description What to study. */
        readonly topicId: components['schemas']['TopicId'];
        /** @description Made by the client (UUIDv7). */
        readonly sessionId: components['schemas']['StudySessionId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ArrangeSession'];
      };
    };
    readonly responses: {
      /** @description It was arranged before. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SessionView'];
        };
      };
      /** @description Arranged. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SessionView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 409: components['responses']['Conflict'];
      readonly 413: components['responses']['TooLarge'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
}

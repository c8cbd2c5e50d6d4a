// Made from openapi/cron-utility.v2.json by `npm run generate`; not to be edited.

export interface paths {
  readonly '/api/v2/cron-utility/students': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * The teacher's own students, with how each stands.
     * @description Permission: teacher; each sees the students that they are linked to.
     *
     *     **Permission:** teacher.
     */
    readonly get: operations['list_students'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/cron-utility/students/{studentId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * A student of the teacher, with the words that are hard for them.
     * @description Permission: teacher, own students.
     *
     *     **Permission:** teacher.
     */
    readonly get: operations['show_student'];
    readonly put?: never;
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
    /** @description A topic with hard words. */
    readonly HardTopicView: {
      /** @description Its hard words, the hardest first, ten at most. */
      readonly hardWords: readonly components['schemas']['HardWordView'][];
      /** @description What it is called; absent until its content has arrived here. */
      readonly title?: string | null;
      /** @description The topic. */
      readonly topicId: components['schemas']['TopicId'];
    };
    /** @description A word that is hard for a student. */
    readonly HardWordView: {
      /**
       * Format: int64
       * @description Answers in all.
       */
      readonly answers: number;
      /**
       * @description With its article; absent until its content has arrived here.
       * @example het brood
       */
      readonly headword?: string | null;
      /** @description How often each kind of mistake was made. */
      readonly mistakes: {
        readonly [key: string]: number;
      };
      /** @description The word. */
      readonly wordId: components['schemas']['WordId'];
      /**
       * Format: int64
       * @description Wrong ones.
       */
      readonly wrong: number;
    };
    /**
     * Format: int32
     * @description How many items a page may hold: 1 to 200, 50 unless said.
     * @default 50
     * @example 50
     */
    readonly Limit: number;
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    readonly Page_StudentView: {
      /** @description The items, in the order of the list. */
      readonly items: readonly {
        /**
         * Format: int64
         * @description Answers in all.
         */
        readonly answers: number;
        /**
         * Format: int64
         * @description Right ones.
         */
        readonly correct: number;
        /**
         * Format: int64
         * @description Cards that are due now.
         */
        readonly due: number;
        readonly lastActiveAt?: components['schemas']['Timestamp'] | null;
        /** @description The student. */
        readonly studentId: components['schemas']['UserId'];
        /**
         * Format: double
         * @description Share of learnt, due cards that were recalled, 0 to 1; absent before there was one.
         */
        readonly trueRetention?: number | null;
      }[];
      /** @description Leads on; absent on the last page. */
      readonly nextCursor?: string | null;
    };
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
    /** @description A student, with the words that are hard for them. */
    readonly StudentDetailView: components['schemas']['StudentView'] & {
      /** @description Topics with hard words, the hardest word first in each. */
      readonly topics: readonly components['schemas']['HardTopicView'][];
    };
    /** @description How a student stands. The name is pii's to tell. */
    readonly StudentView: {
      /**
       * Format: int64
       * @description Answers in all.
       */
      readonly answers: number;
      /**
       * Format: int64
       * @description Right ones.
       */
      readonly correct: number;
      /**
       * Format: int64
       * @description Cards that are due now.
       */
      readonly due: number;
      readonly lastActiveAt?: components['schemas']['Timestamp'] | null;
      /** @description The student. */
      readonly studentId: components['schemas']['UserId'];
      /**
       * Format: double
       * @description Share of learnt, due cards that were recalled, 0 to 1; absent before there was one.
       */
      readonly trueRetention?: number | null;
    };
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
    /** Format: uuid */
    readonly UserId: string;
    /** Format: uuid */
    readonly WordId: string;
  };
  responses: {
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
  readonly list_students: {
    readonly parameters: {
      readonly query?: {
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
      /** @description A page of students. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Page_StudentView'];
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
  readonly show_student: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The student. */
        readonly studentId: components['schemas']['UserId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The student. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['StudentDetailView'];
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
}

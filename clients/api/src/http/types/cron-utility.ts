// Made from openapi/cron-utility.v2.json by `npm run generate`; not to be edited.

export interface paths {
  '/api/v2/cron-utility/students': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The teacher's own students, with how each stands.
     * @description Permission: teacher; each sees the students that they are linked to.
     *
     *     **Permission:** teacher.
     */
    get: operations['list_students'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/cron-utility/students/{studentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A student of the teacher, with the words that are hard for them.
     * @description Permission: teacher, own students.
     *
     *     **Permission:** teacher.
     */
    get: operations['show_student'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description One bad field of a request. */
    FieldError: {
      /**
       * @description What is wrong, for programs.
       * @example unknown-field
       */
      code: string;
      /**
       * @description What is wrong, for people.
       * @example There is no field `lemma`.
       */
      message: string;
      /**
       * @description Where: an RFC 6901 JSON pointer into the body (`/words/3/lemma`), or `query:limit`,
       *     `path:topicId`, `header:If-Match`.
       * @example /words/3/lemma
       */
      pointer: string;
    };
    /** @description A topic with hard words. */
    HardTopicView: {
      /** @description Its hard words, the hardest first, ten at most. */
      hardWords: components['schemas']['HardWordView'][];
      /** @description What it is called; absent until its content has arrived here. */
      title?: string | null;
      /** @description The topic. */
      topicId: components['schemas']['TopicId'];
    };
    /** @description A word that is hard for a student. */
    HardWordView: {
      /**
       * Format: int64
       * @description Answers in all.
       */
      answers: number;
      /**
       * @description With its article; absent until its content has arrived here.
       * @example het brood
       */
      headword?: string | null;
      /** @description How often each kind of mistake was made. */
      mistakes: {
        [key: string]: number;
      };
      /** @description The word. */
      wordId: components['schemas']['WordId'];
      /**
       * Format: int64
       * @description Wrong ones.
       */
      wrong: number;
    };
    /**
     * Format: int32
     * @description How many items a page may hold: 1 to 200, 50 unless said.
     * @default 50
     * @example 50
     */
    Limit: number;
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    Page_StudentView: {
      /** @description The items, in the order of the list. */
      items: {
        /**
         * Format: int64
         * @description Answers in all.
         */
        answers: number;
        /**
         * Format: int64
         * @description Right ones.
         */
        correct: number;
        /**
         * Format: int64
         * @description Cards that are due now.
         */
        due: number;
        lastActiveAt?: components['schemas']['Timestamp'] | null;
        /** @description The student. */
        studentId: components['schemas']['UserId'];
        /**
         * Format: double
         * @description Share of learnt, due cards that were recalled, 0 to 1; absent before there was one.
         */
        trueRetention?: number | null;
      }[];
      /** @description Leads on; absent on the last page. */
      nextCursor?: string | null;
    };
    /** @description The problem document (RFC 9457) that a client reads. */
    Problem: {
      /**
       * @description This occurrence in words.
       * @example There is no topic 0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10.
       */
      detail: string;
      /** @description One entry for each bad field. */
      errors?: components['schemas']['FieldError'][];
      /**
       * @description The trace id of the request, to be quoted when asking for help.
       * @example 4bf92f3577b34da6a3ce929d0e0e4736
       */
      instance?: string | null;
      /**
       * Format: int32
       * @description The HTTP status.
       * @example 404
       */
      status: number;
      /**
       * @description The type in words; the same for every occurrence.
       * @example Not found
       */
      title: string;
      /**
       * @description `urn:tall:problem:<code>`; docs/API.md lists them all.
       * @example urn:tall:problem:not-found
       */
      type: string;
    };
    /** @description A student, with the words that are hard for them. */
    StudentDetailView: components['schemas']['StudentView'] & {
      /** @description Topics with hard words, the hardest word first in each. */
      topics: components['schemas']['HardTopicView'][];
    };
    /** @description How a student stands. The name is pii's to tell. */
    StudentView: {
      /**
       * Format: int64
       * @description Answers in all.
       */
      answers: number;
      /**
       * Format: int64
       * @description Right ones.
       */
      correct: number;
      /**
       * Format: int64
       * @description Cards that are due now.
       */
      due: number;
      lastActiveAt?: components['schemas']['Timestamp'] | null;
      /** @description The student. */
      studentId: components['schemas']['UserId'];
      /**
       * Format: double
       * @description Share of learnt, due cards that were recalled, 0 to 1; absent before there was one.
       */
      trueRetention?: number | null;
    };
    /**
     * Format: date-time
     * @description An instant in a request or an answer: RFC 3339, UTC, milliseconds, as in `2026-03-02T08:15:30.125Z`.
     *
     *     Any offset is read; `Z` is written. What is finer than a millisecond is cut off.
     * @example 2026-03-02T08:15:30.125Z
     */
    Timestamp: string;
    /** Format: uuid */
    TopicId: string;
    /** Format: uuid */
    UserId: string;
    /** Format: uuid */
    WordId: string;
  };
  responses: {
    /** @description The caller's role may not. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
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
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description A defect on our side. */
    Internal: {
      headers: {
        [name: string]: unknown;
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
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Understood and refused; `errors` says where. */
    Invalid: {
      headers: {
        [name: string]: unknown;
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
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The request could not be read. */
    Malformed: {
      headers: {
        [name: string]: unknown;
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
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Absent, or not the caller's. */
    NotFound: {
      headers: {
        [name: string]: unknown;
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
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The caller's bucket is empty. */
    TooManyRequests: {
      headers: {
        'Retry-After'?: string;
        [name: string]: unknown;
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
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description No access token, or one that does not hold. */
    Unauthorized: {
      headers: {
        'WWW-Authenticate'?: string;
        [name: string]: unknown;
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
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Not possible at the moment. */
    Unavailable: {
      headers: {
        'Retry-After'?: string;
        [name: string]: unknown;
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
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The client is too old and must be updated. */
    UpdateRequired: {
      headers: {
        'X-Client-Update'?: string;
        [name: string]: unknown;
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
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: {
    /**
     * @description What calls: platform and version. Below the oldest that is served: 426. Below the newest: the answer carries `x-client-update`.
     * @example web/1.4.0
     */
    ClientVersion: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  list_students: {
    parameters: {
      query?: {
        /** @description How many at once. */
        limit?: components['schemas']['Limit'];
        /** @description Where to go on. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of students. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Page_StudentView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  show_student: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The student. */
        studentId: components['schemas']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The student. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StudentDetailView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
}

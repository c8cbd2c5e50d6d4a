// Made from openapi/lobby.v2.json by `npm run generate`; not to be edited.

export interface paths {
  '/api/v2/lobby/context': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Where the user was, to go on there.
     * @description Permission: every role, own context.
     *
     *     **Permission:** any user.
     */
    get: operations['show_context'];
    /**
     * Note what the user opened, to go on there later, on any device.
     * @description Permission: every role, own context. Safe to repeat. The latest choice stands, whatever the order in which devices
     *     report; the answer is the choice that stands.
     *
     *     **Permission:** any user.
     */
    put: operations['choose'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/lobby/notices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was published in the last thirty days, the earliest first.
     * @description Permission: every role; for technical admins there is nothing. At most the latest 200, on one page. After a known
     *     notice, those of the minute before it are told again: ids tell a repeat.
     *
     *     **Permission:** any user.
     */
    get: operations['list_notices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/lobby/notices/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the user should know, as it happens.
     * @description Permission: every role; each is told what is their business. A stream of server-sent events: `data` is the notice, and
     *     content has an `id` to go on from with `Last-Event-ID`, at least once. It ends when the access token expires or is
     *     revoked, and when the service stops: come back with a new token. A user has eight streams at most. The first notice of
     *     all is `listening`, after those that were missed.
     *
     *     **Permission:** any user.
     */
    get: operations['stream_notices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/lobby/products': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The products that the user may open, in the order in which to show them.
     * @description Permission: every role; each sees its own. Answers from the lobby's own copy of the catalogue, also while profile
     *     is down.
     *
     *     **Permission:** any user.
     */
    get: operations['list_products'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/lobby/standing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How the service stands: its version, since when it runs, and what it lacks.
     * @description Permission: technical admins. Behind a balancer it is the instance that answers. A store or a broker that is down while
     *     the service can still serve is not told here: that is a metric and an alert.
     *
     *     **Permission:** technical admin.
     */
    get: operations['show_service_standing'];
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
    /** @description A choice of the user. */
    Choose: {
      /** @description When, by the device's clock. A clock that runs ahead is taken as now. */
      chosenAt: components['schemas']['Timestamp'];
      /**
       * @description Where in it: a path of the client.
       * @example /topics/eten-en-drinken
       */
      place?: string | null;
      /** @description What was opened: one of the user's products. */
      productId: components['schemas']['ProductId'];
    };
    /** Format: uuid */
    ContentId: string;
    /** @description A version of an item was published. */
    ContentNoticeView: {
      /** @description Whether what a student has learnt of it may count differently now. */
      affectsProgress: boolean;
      /** @description The item. */
      contentId: components['schemas']['ContentId'];
      /** @description Tells notices apart, and where to go on: `after`, `Last-Event-ID`. */
      id: components['schemas']['EventId'];
      /** @description When it was published. */
      publishedAt: components['schemas']['Timestamp'];
      text?: components['schemas']['LocalizedText'] | null;
      topic?: components['schemas']['LocalizedText'] | null;
      /**
       * Format: int64
       * @description The version that was published. It only rises.
       */
      version: number;
      /**
       * @description A word, in its dictionary form.
       * @example brood
       */
      word?: string | null;
    };
    /** @description Where the user was. Empty before the first choice, and when the choice is no longer theirs to open. */
    ContextView: {
      chosenAt?: components['schemas']['Timestamp'] | null;
      /**
       * @description The place in it, as the client told.
       * @example /topics/eten-en-drinken
       */
      place?: string | null;
      productId?: components['schemas']['ProductId'] | null;
    };
    /** Format: uuid */
    EventId: string;
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
    /** @description One text in every language of the user interface. */
    LocalizedText: {
      /** @description English. */
      en: string;
      /** @description Dutch. */
      nl: string;
      /** @description Russian. */
      ru: string;
    };
    /** @description Something that the instance must have before it can serve. */
    NeedView: {
      /**
       * @description Why it is lacking. Absent when it is there.
       * @example not fetched yet
       */
      lacking?: string | null;
      /**
       * @description What it is.
       * @example signing keys
       */
      name: string;
    };
    /** @description Something that a user is told without having asked. */
    NoticeView:
      | {
          /** @enum {string} */
          type: 'listening';
        }
      | (components['schemas']['ContentNoticeView'] & {
          /** @enum {string} */
          type: 'content-updated';
        })
      | (components['schemas']['PolicyNoticeView'] & {
          /** @enum {string} */
          type: 'client-policy-changed';
        })
      | {
          /** @enum {string} */
          type: 'access-changed';
        }
      | {
          /** @enum {string} */
          type: 'missed';
        };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    Page_ContentNoticeView: {
      /** @description The items, in the order of the list. */
      items: {
        /** @description Whether what a student has learnt of it may count differently now. */
        affectsProgress: boolean;
        /** @description The item. */
        contentId: components['schemas']['ContentId'];
        /** @description Tells notices apart, and where to go on: `after`, `Last-Event-ID`. */
        id: components['schemas']['EventId'];
        /** @description When it was published. */
        publishedAt: components['schemas']['Timestamp'];
        text?: components['schemas']['LocalizedText'] | null;
        topic?: components['schemas']['LocalizedText'] | null;
        /**
         * Format: int64
         * @description The version that was published. It only rises.
         */
        version: number;
        /**
         * @description A word, in its dictionary form.
         * @example brood
         */
        word?: string | null;
      }[];
      /** @description Leads on; absent on the last page. */
      nextCursor?: string | null;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    Page_ProductView: {
      /** @description The items, in the order of the list. */
      items: {
        /** @description Its name. */
        id: components['schemas']['ProductId'];
        /** @description What it is called. */
        title: components['schemas']['LocalizedText'];
      }[];
      /** @description Leads on; absent on the last page. */
      nextCursor?: string | null;
    };
    /** @description Which versions of the client are let in. */
    PolicyNoticeView: {
      /**
       * @description What to update to.
       * @example 1.4.0
       */
      latestVersion: string;
      /**
       * @description Older ones are answered 426.
       * @example 1.2.0
       */
      minimumVersion: string;
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
    ProductId: string;
    /** @description A product that the user may open. */
    ProductView: {
      /** @description Its name. */
      id: components['schemas']['ProductId'];
      /** @description What it is called. */
      title: components['schemas']['LocalizedText'];
    };
    /** @description How the instance stands that answers. */
    ServiceStandingView: {
      /** @description What it must have, by name. */
      needs: components['schemas']['NeedView'][];
      /** @description Whether it lacks nothing that it must have before it can serve. */
      ready: boolean;
      /** @description When it began. */
      startedAt: components['schemas']['Timestamp'];
      /**
       * @description Its version.
       * @example 0.1.0
       */
      version: string;
    };
    /**
     * Format: date-time
     * @description An instant in a request or an answer: RFC 3339, UTC, milliseconds, as in `2026-03-02T08:15:30.125Z`.
     *
     *     Any offset is read; `Z` is written. What is finer than a millisecond is cut off.
     * @example 2026-03-02T08:15:30.125Z
     */
    Timestamp: string;
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
    /** @description The body is too large. */
    TooLarge: {
      headers: {
        [name: string]: unknown;
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
    /** @description The body is not of the expected type. */
    UnsupportedMediaType: {
      headers: {
        Accept?: string;
        [name: string]: unknown;
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
  show_context: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The last choice of any device. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContextView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  choose: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Choose'];
      };
    };
    responses: {
      /** @description The choice that stands. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContextView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  list_notices: {
    parameters: {
      query?: {
        /** @description The last notice that is known. */
        after?: components['schemas']['EventId'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of them, on one page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Page_ContentNoticeView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  stream_notices: {
    parameters: {
      query?: never;
      header?: {
        /** @description The last notice that is known. */
        'Last-Event-ID'?: components['schemas']['EventId'] | null;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Notices, until the token is over. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': {
            data: string;
            id?: string;
          };
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  list_products: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of them, on one page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Page_ProductView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  show_service_standing: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Of the instance that answers. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceStandingView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
}

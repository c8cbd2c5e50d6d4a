// Made from openapi/lobby.v2.json by `npm run generate`; not to be edited.

export interface paths {
  readonly '/api/v2/lobby/context': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Where the user was, to go on there.
     * @description Permission: every role, own context.
     *
     *     **Permission:** any user.
     */
    readonly get: operations['show_context'];
    /**
     * Note what the user opened, to go on there later, on any device.
     * @description Permission: every role, own context. Safe to repeat. The latest choice stands, whatever the order in which devices
     *     report; the answer is the choice that stands.
     *
     *     **Permission:** any user.
     */
    readonly put: operations['choose'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/lobby/products': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * The products that the user may open, in the order in which to show them.
     * @description Permission: every role; each sees its own. Answers from the lobby's own copy of the catalogue, also while profile
     *     is down.
     *
     *     **Permission:** any user.
     */
    readonly get: operations['list_products'];
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
    /** @description A choice of the user. */
    readonly Choose: {
      /** @description When, by the device's clock. A clock that runs ahead is taken as now. */
      readonly chosenAt: components['schemas']['Timestamp'];
      /**
       * @description Where in it: a path of the client.
       * @example /topics/eten-en-drinken
       */
      readonly place?: string | null;
      /** @description What was opened: one of the user's products. */
      readonly productId: components['schemas']['ProductId'];
    };
    /** @description Where the user was. Empty before the first choice, and when the choice is no longer theirs to open. */
    readonly ContextView: {
      readonly chosenAt?: components['schemas']['Timestamp'] | null;
      /**
       * @description The place in it, as the client told.
       * @example /topics/eten-en-drinken
       */
      readonly place?: string | null;
      readonly productId?: components['schemas']['ProductId'] | null;
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
    /** @description One text in every language of the user interface. */
    readonly LocalizedText: {
      /** @description English. */
      readonly en: string;
      /** @description Dutch. */
      readonly nl: string;
      /** @description Russian. */
      readonly ru: string;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    readonly Page_ProductView: {
      /** @description The items, in the order of the list. */
      readonly items: readonly {
        /** @description Its name. */
        readonly id: components['schemas']['ProductId'];
        /** @description What it is called. */
        readonly title: components['schemas']['LocalizedText'];
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
    readonly ProductId: string;
    /** @description A product that the user may open. */
    readonly ProductView: {
      /** @description Its name. */
      readonly id: components['schemas']['ProductId'];
      /** @description What it is called. */
      readonly title: components['schemas']['LocalizedText'];
    };
    /**
     * Format: date-time
     * @description An instant in a request or an answer: RFC 3339, UTC, milliseconds, as in `2026-03-02T08:15:30.125Z`.
     *
     *     Any offset is read; `Z` is written. What is finer than a millisecond is cut off.
     * @example 2026-03-02T08:15:30.125Z
     */
    readonly Timestamp: string;
  };
  responses: {
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
  readonly show_context: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The last choice of any device. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ContextView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly choose: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['Choose'];
      };
    };
    readonly responses: {
      /** @description The choice that stands. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ContextView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 413: components['responses']['TooLarge'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly list_products: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description All of them, on one page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Page_ProductView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
}

// Made from openapi/admin.v2.json by `npm run generate`; not to be edited.

export interface paths {
  readonly '/api/v2/admin/imports/previews': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Look what an import would do.
     * @description Every fault of every file at once, by line; or, when there is none, what happens to each item. Nothing is written.
     *
     *     **Permission:** educational admin.
     */
    readonly post: operations['preview_import'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/admin/imports/{importId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Import content files.
     * @description New and changed items become drafts. With one fault in any file nothing is imported, and every fault is told. Safe to
     *     repeat: each item is changed once, and the first answer is given again; a repeat of an import that was cut off does
     *     the rest.
     *
     *     **Permission:** educational admin.
     */
    readonly put: operations['import_files'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/admin/items': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List items, by title.
     * @description **Permission:** educational admin.
     */
    readonly get: operations['list_items'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/admin/items/{itemId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Show an item.
     * @description **Permission:** educational admin.
     */
    readonly get: operations['show_item'];
    /**
     * Create an item, or change its working version.
     * @description Without `If-Match` it is created, as a draft; with the `ETag` of what was read it is changed, and becomes a draft
     *     again. What students see stays as it is until it is published. Safe to repeat.
     *
     *     **Permission:** educational admin.
     */
    readonly put: operations['put_item'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/admin/items/{itemId}/differences': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Compare two versions of an item.
     * @description **Permission:** educational admin.
     */
    readonly get: operations['show_differences'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/admin/items/{itemId}/steps/{stepId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Take a step: submit, approve, return, publish, archive, restore.
     * @description Publishing shows the working version to students; archiving takes it away from them. Safe to repeat: a step is taken
     *     once, and the first answer is given again. With `If-Match` it is refused when the item is no longer what was read.
     *
     *     **Permission:** educational admin.
     */
    readonly put: operations['take_step_of_item'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/admin/items/{itemId}/versions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List what was published of an item.
     * @description To bring a version back, put its content into the item again, and publish that.
     *
     *     **Permission:** educational admin.
     */
    readonly get: operations['list_versions'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/admin/topics/{topicId}/steps/{stepId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Take steps with a topic and all its words.
     * @description Each item takes those of the steps that it can, in the order given, in one write. Safe to repeat: each item takes
     *     them once, and the first answer is given again; a repeat of a request that was cut off does the rest.
     *
     *     **Permission:** educational admin.
     */
    readonly put: operations['take_steps_of_topic'];
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
    /**
     * @description What was done with an item.
     * @enum {string}
     */
    readonly Act: 'created' | 'edited' | 'submitted' | 'approved' | 'returned' | 'published' | 'archived' | 'restored';
    /** @description The forms of an adjective. */
    readonly Adjective: {
      /** @description Absent where it has none. */
      readonly comparative?: string | null;
      /** @description The form in -e. */
      readonly inflected?: string | null;
      /** @description Absent where it has none. */
      readonly superlative?: string | null;
    };
    /** @description What became of one item. */
    readonly AdvancedView: {
      /** @description The item. */
      readonly itemId: components['schemas']['ContentId'];
      /** @description What kind it is. */
      readonly kind: components['schemas']['ContentKind'];
      /** @description Where its working version is. */
      readonly status: components['schemas']['Status'];
      /** @description The steps that it took; none when it could take none. */
      readonly taken: readonly components['schemas']['Step'][];
      /**
       * @description A topic's name in Dutch, a word's lemma.
       * @example brood
       */
      readonly title: string;
      /**
       * Format: int64
       * @description The last version number that was given to students; 0 before the first.
       */
      readonly version: number;
    };
    /**
     * @description A definite article. Closed: Dutch has these two.
     * @enum {string}
     */
    readonly Article: 'de' | 'het';
    /**
     * @description A verb that makes the perfect tense. Closed: Dutch has these two.
     * @enum {string}
     */
    readonly Auxiliary: 'hebben' | 'zijn';
    /** @description The content of an item, under the name of its kind: `{"word": {...}}`. */
    readonly Content:
      | {
          /** @description A topic at one level. */
          readonly topic: components['schemas']['Topic'];
        }
      | {
          /** @description A word of a topic. */
          readonly word: components['schemas']['Word'];
        };
    /** @description Content files. */
    readonly ContentFiles: {
      /** @description One file a topic and level. */
      readonly files: readonly components['schemas']['NamedFile'][];
    };
    /** Format: uuid */
    readonly ContentId: string;
    /**
     * @description What kind of content an item is. A reader ignores a kind that it does not know.
     * @enum {string}
     */
    readonly ContentKind: 'unknown' | 'topic' | 'word';
    /** @description What an import would do to one item. */
    readonly DifferenceView: {
      /** @description The fields that change. */
      readonly changes?: readonly components['schemas']['FieldChange'][];
      /** @description What happens to it. */
      readonly effect: components['schemas']['Effect'];
      /** @description The item, with the id that it has or would get. */
      readonly itemId: components['schemas']['ContentId'];
      /** @description What kind it is. */
      readonly kind: components['schemas']['ContentKind'];
      /**
       * @description A topic's name in Dutch, a word's lemma.
       * @example brood
       */
      readonly title: string;
    };
    /** @description In which fields two versions of an item differ. */
    readonly DifferencesView: {
      /** @description Every field that differs. */
      readonly changes: readonly components['schemas']['FieldChange'][];
      /**
       * Format: int64
       * @description The number of the one.
       */
      readonly from: number;
      /**
       * Format: int64
       * @description The number of the other; absent for the working version.
       */
      readonly to?: number | null;
    };
    /**
     * @description What an import does to an item.
     * @enum {string}
     */
    readonly Effect: 'new' | 'changed' | 'unchanged' | 'archived' | 'left-out';
    /** @description What was done with an item. */
    readonly EntryView: {
      /** @description What. */
      readonly act: components['schemas']['Act'];
      /** @description Whether what students have learnt of it may count differently since. */
      readonly affectsProgress?: boolean | null;
      /** @description When. */
      readonly at: components['schemas']['Timestamp'];
      /** @description Who. */
      readonly by: components['schemas']['UserId'];
      readonly importId?: components['schemas']['ImportId'] | null;
      readonly notice?: components['schemas']['LocalizedText'] | null;
      /** @description Why, as far as its author said. */
      readonly reason?: string | null;
      readonly stepId?: components['schemas']['StepId'] | null;
      /**
       * Format: int64
       * @description The version that it gave to students.
       */
      readonly version?: number | null;
    };
    /** @description Something wrong in a file. */
    readonly Fault: {
      /** @description A stable code. */
      readonly code: string;
      /** @description From 1. */
      readonly line: number;
      /** @description What is wrong and what would be right. */
      readonly message: string;
      /** @description Where in the file, as in `word[3].gloss.ru`. */
      readonly path: string;
    };
    /** @description A field of an item, before and after. */
    readonly FieldChange: {
      /** @description What will stand there; absent when it goes. */
      readonly after?: Record<string, never> | null;
      /** @description What stands there; absent when it is new. */
      readonly before?: Record<string, never> | null;
      /**
       * @description Where in the content, as a JSON pointer (RFC 6901).
       * @example /word/glosses/en
       */
      readonly pointer: string;
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
    /** @description A fault and the file that it is in. */
    readonly FileFault: components['schemas']['Fault'] & {
      /** @description The file, by name. */
      readonly file: string;
      /** @description The file, counted from 0. */
      readonly index: number;
    };
    /** Format: uuid */
    readonly ImportId: string;
    /** @description An import that was applied. */
    readonly ImportView: {
      /** @description How many items there are of each effect. */
      readonly counts: {
        readonly [key: string]: number;
      };
      /** @description The import, as the client named it. */
      readonly importId: components['schemas']['ImportId'];
      /** @description What happened to each item of the files, in their order. */
      readonly items: readonly components['schemas']['ImportedView'][];
    };
    /** @description What an import did to one item. */
    readonly ImportedView: {
      /** @description What happened to it. */
      readonly effect: components['schemas']['Effect'];
      /** @description The item. */
      readonly itemId: components['schemas']['ContentId'];
      /** @description What kind it is. */
      readonly kind: components['schemas']['ContentKind'];
      /**
       * @description A topic's name in Dutch, a word's lemma.
       * @example brood
       */
      readonly title: string;
    };
    /** @description An item in a list. */
    readonly ItemSummary: {
      /** @description The item. */
      readonly itemId: components['schemas']['ContentId'];
      /** @description What kind it is. */
      readonly kind: components['schemas']['ContentKind'];
      /** @description Its level. */
      readonly level: components['schemas']['Level'];
      /** @description Whether students see a version of it now. */
      readonly live: boolean;
      /** @description Where the working version is. */
      readonly status: components['schemas']['Status'];
      /**
       * @description A topic's name in Dutch, a word's lemma.
       * @example brood
       */
      readonly title: string;
      /** @description The topic that it is, or belongs to. */
      readonly topicId: components['schemas']['TopicId'];
      /** @description When something was last done with it. */
      readonly updatedAt: components['schemas']['Timestamp'];
      /**
       * Format: int64
       * @description The last version number that was given to students; 0 before the first.
       */
      readonly version: number;
    };
    /** @description An item, whole. */
    readonly ItemView: {
      /** @description The working version. */
      readonly content: components['schemas']['Content'];
      /** @description What was done with it, the latest last; the last 200. */
      readonly history: readonly components['schemas']['EntryView'][];
      /** @description The item. */
      readonly itemId: components['schemas']['ContentId'];
      /** @description What kind it is. */
      readonly kind: components['schemas']['ContentKind'];
      /** @description Whether students see a version of it now. */
      readonly live: boolean;
      /** @description Where the working version is. */
      readonly status: components['schemas']['Status'];
      /**
       * @description A topic's name in Dutch, a word's lemma.
       * @example brood
       */
      readonly title: string;
      /** @description The topic that it is, or belongs to. */
      readonly topicId: components['schemas']['TopicId'];
      /** @description When something was last done with it. */
      readonly updatedAt: components['schemas']['Timestamp'];
      /**
       * Format: int64
       * @description The last version number that was given to students; 0 before the first.
       */
      readonly version: number;
    };
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
    /** @description A content file with its name. */
    readonly NamedFile: {
      /**
       * @description `<slug>.<level>.toml`.
       * @example eten-en-drinken.a1.toml
       */
      readonly name: string;
      /**
       * @description What is in it.
       * @example format = 1
       *
       *     [topic]
       *     slug = "eten-en-drinken"
       *     ...
       */
      readonly text: string;
    };
    /** @description The forms of a noun. */
    readonly Noun: {
      /** @description `de`, `het`, or both. */
      readonly articles: readonly components['schemas']['Article'][];
      /** @description Absent where it has none. */
      readonly diminutive?: string | null;
      /** @description Absent where it has none. */
      readonly plural?: string | null;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    readonly Page_ItemSummary: {
      /** @description The items, in the order of the list. */
      readonly items: readonly {
        /** @description The item. */
        readonly itemId: components['schemas']['ContentId'];
        /** @description What kind it is. */
        readonly kind: components['schemas']['ContentKind'];
        /** @description Its level. */
        readonly level: components['schemas']['Level'];
        /** @description Whether students see a version of it now. */
        readonly live: boolean;
        /** @description Where the working version is. */
        readonly status: components['schemas']['Status'];
        /**
         * @description A topic's name in Dutch, a word's lemma.
         * @example brood
         */
        readonly title: string;
        /** @description The topic that it is, or belongs to. */
        readonly topicId: components['schemas']['TopicId'];
        /** @description When something was last done with it. */
        readonly updatedAt: components['schemas']['Timestamp'];
        /**
         * Format: int64
         * @description The last version number that was given to students; 0 before the first.
         */
        readonly version: number;
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
    /** @description What an import would do. */
    readonly PreviewView: {
      /** @description How many items there are of each effect. */
      readonly counts: {
        readonly [key: string]: number;
      };
      /** @description Everything that is wrong; with one fault nothing is imported. */
      readonly faults: readonly components['schemas']['FileFault'][];
      /** @description What would happen to each item; none when there is a fault. */
      readonly items: readonly components['schemas']['DifferenceView'][];
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
    /** @description A sentence with its translations. */
    readonly Sentence: {
      /** @description In Dutch. */
      readonly nl: string;
      /** @description By language (ISO 639-1); en and ru always. */
      readonly translations: {
        readonly [key: string]: string;
      };
    };
    /**
     * @description Where the working version of an item is.
     * @enum {string}
     */
    readonly Status: 'draft' | 'review' | 'approved' | 'published' | 'archived';
    /**
     * @description A step of the life of an item.
     * @enum {string}
     */
    readonly Step: 'submit' | 'approve' | 'return' | 'publish' | 'archive' | 'restore';
    /** Format: uuid */
    readonly StepId: string;
    /** @description A step that was taken. */
    readonly StepView: {
      /** @description When. */
      readonly at: components['schemas']['Timestamp'];
      /** @description Who took it. */
      readonly by: components['schemas']['UserId'];
      /** @description The item. */
      readonly itemId: components['schemas']['ContentId'];
      /** @description Where it led. */
      readonly status: components['schemas']['Status'];
      /** @description The step. */
      readonly step: components['schemas']['Step'];
      /** @description The step, as the client named it. */
      readonly stepId: components['schemas']['StepId'];
      /**
       * Format: int64
       * @description The version that it gave to students.
       */
      readonly version?: number | null;
    };
    /** @description What became of a topic and all its words. */
    readonly StepsView: {
      /** @description How many items stand in each status now. */
      readonly counts: {
        readonly [key: string]: number;
      };
      /** @description The topic first, then its words. */
      readonly items: readonly components['schemas']['AdvancedView'][];
      /** @description The request, as the client named it. */
      readonly stepId: components['schemas']['StepId'];
      /** @description The topic. */
      readonly topicId: components['schemas']['TopicId'];
    };
    /**
     * @description A step in the life of an item.
     * @example {
     *       "affectsProgress": true,
     *       "notice": {
     *         "en": "The example was corrected.",
     *         "nl": "Het voorbeeld is verbeterd.",
     *         "ru": "Пример исправлен."
     *       },
     *       "step": "publish"
     *     }
     */
    readonly TakeStep: {
      /** @description With `publish`: whether what students have learnt of it may count differently now. Not, unless said. */
      readonly affectsProgress?: boolean | null;
      readonly notice?: components['schemas']['LocalizedText'] | null;
      /** @description With `return`: what is found wanting. */
      readonly reason?: string | null;
      /** @description The step. */
      readonly step: components['schemas']['Step'];
    };
    /**
     * @description Steps of a topic and all its words.
     * @example {
     *       "steps": [
     *         "submit",
     *         "approve",
     *         "publish"
     *       ]
     *     }
     */
    readonly TakeSteps: {
      /** @description With `publish`: whether what students have learnt may count differently now. Not, unless said. */
      readonly affectsProgress?: boolean | null;
      readonly notice?: components['schemas']['LocalizedText'] | null;
      /** @description Each item takes those that it can, in this order. One to six, each once. */
      readonly steps: readonly components['schemas']['Step'][];
    };
    /**
     * Format: date-time
     * @description An instant in a request or an answer: RFC 3339, UTC, milliseconds, as in `2026-03-02T08:15:30.125Z`.
     *
     *     Any offset is read; `Z` is written. What is finer than a millisecond is cut off.
     * @example 2026-03-02T08:15:30.125Z
     */
    readonly Timestamp: string;
    /** @description A topic at one level. */
    readonly Topic: {
      readonly description?: components['schemas']['LocalizedText'] | null;
      /** @description The level that it is taught at. */
      readonly level: components['schemas']['Level'];
      /** @description Under which licence it may be used, as an SPDX expression. */
      readonly licence: string;
      /**
       * Format: int32
       * @description Its place among the topics of its level, from 0.
       */
      readonly position?: number;
      /** @description Its name in addresses, `eten-en-drinken`. */
      readonly slug: string;
      /** @description Its name. */
      readonly title: components['schemas']['LocalizedText'];
    };
    /** Format: uuid */
    readonly TopicId: string;
    /** Format: uuid */
    readonly UserId: string;
    /** @description The forms of a verb. */
    readonly Verb: {
      /** @description `hebben`, `zijn`, or both. */
      readonly auxiliaries: readonly components['schemas']['Auxiliary'][];
      /** @description `gelopen`. */
      readonly participle: string;
      /** @description The separable particle, such as `op` in *opstaan*. */
      readonly particle?: string | null;
      /** @description `liepen`. */
      readonly pastPlural: string;
      /** @description `liep`. */
      readonly pastSingular: string;
      /** @description Whether it goes with *zich*. */
      readonly reflexive?: boolean;
    };
    /** @description A version as students saw it. */
    readonly VersionView: {
      /** @description Whether what students had learnt of it could count differently since. */
      readonly affectsProgress: boolean;
      /** @description The item as it was. */
      readonly content: components['schemas']['Content'];
      /** @description Whether students see it now. */
      readonly live: boolean;
      readonly notice?: components['schemas']['LocalizedText'] | null;
      /** @description When it was published. */
      readonly publishedAt: components['schemas']['Timestamp'];
      /** @description Who published it. */
      readonly publishedBy: components['schemas']['UserId'];
      /**
       * Format: int64
       * @description Its number.
       */
      readonly version: number;
    };
    /** @description What was published of an item. */
    readonly VersionsView: {
      /** @description The latest first; the last 20. */
      readonly items: readonly components['schemas']['VersionView'][];
    };
    /** @description A word of a topic. */
    readonly Word: {
      readonly adjective?: components['schemas']['Adjective'] | null;
      /** @description Sentences with it, the best first. */
      readonly examples: readonly components['schemas']['Sentence'][];
      /** @description What it means by language (ISO 639-1), each a list of variants; en and ru always. */
      readonly glosses: {
        readonly [key: string]: readonly string[];
      };
      /** @description How it sounds, in the International Phonetic Alphabet. */
      readonly ipa?: string | null;
      /** @description Its name within the topic, for ever: `brood`. */
      readonly key: string;
      /** @description Dictionary form, without article. */
      readonly lemma: string;
      /** @description Its level. */
      readonly level: components['schemas']['Level'];
      readonly noun?: components['schemas']['Noun'] | null;
      /** @description What kind of word it is. */
      readonly partOfSpeech: components['schemas']['PartOfSpeech'];
      /** @description The topic that it belongs to. */
      readonly topicId: components['schemas']['TopicId'];
      readonly verb?: components['schemas']['Verb'] | null;
    };
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
    /** @description It has changed since it was read. */
    readonly PreconditionFailed: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "detail": "It has changed since you read it. Read it again and repeat the change.",
         *       "instance": "4bf92f3577b34da6a3ce929d0e0e4736",
         *       "status": 412,
         *       "title": "Changed in the meantime",
         *       "type": "urn:tall:problem:precondition-failed"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `If-Match` is missing. */
    readonly PreconditionRequired: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "detail": "Send the ETag of what you read as `If-Match`, so that no change of another is lost.",
         *       "instance": "4bf92f3577b34da6a3ce929d0e0e4736",
         *       "status": 428,
         *       "title": "If-Match required",
         *       "type": "urn:tall:problem:precondition-required"
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
  readonly preview_import: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ContentFiles'];
      };
    };
    readonly responses: {
      /** @description Faults, or what happens to each item. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PreviewView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 403: components['responses']['Forbidden'];
      readonly 413: components['responses']['TooLarge'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly import_files: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Made by the client (UUIDv7). */
        readonly importId: components['schemas']['ImportId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ContentFiles'];
      };
    };
    readonly responses: {
      /** @description It was applied, or begun, before. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ImportView'];
        };
      };
      /** @description Applied. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ImportView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 403: components['responses']['Forbidden'];
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
  readonly list_items: {
    readonly parameters: {
      readonly query?: {
        /** @description Only this kind. */
        readonly kind?: 'topic' | 'word';
        /** @description Only those whose working version is here. */
        readonly status?: components['schemas']['Status'];
        /** @description Only this topic and its words. */
        readonly topicId?: components['schemas']['TopicId'];
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
      /** @description A page of items. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Page_ItemSummary'];
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
  readonly show_item: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The item. */
        readonly itemId: components['schemas']['ContentId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The item, whole. */
      readonly 200: {
        headers: {
          /** @description Its revision, for `If-Match`. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ItemView'];
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
  readonly put_item: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of what the caller has read; absent to create. */
        readonly 'If-Match'?: string | null;
      };
      readonly path: {
        /** @description Made by the client (UUIDv7) for a new item. */
        readonly itemId: components['schemas']['ContentId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['Content'];
      };
    };
    readonly responses: {
      /** @description Changed, or it was so before. */
      readonly 200: {
        headers: {
          /** @description Its revision, for `If-Match`. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ItemView'];
        };
      };
      /** @description Created. */
      readonly 201: {
        headers: {
          /** @description Its revision, for `If-Match`. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ItemView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 403: components['responses']['Forbidden'];
      readonly 409: components['responses']['Conflict'];
      readonly 412: components['responses']['PreconditionFailed'];
      readonly 413: components['responses']['TooLarge'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 428: components['responses']['PreconditionRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly show_differences: {
    readonly parameters: {
      readonly query?: {
        /** @description The number of a published version; the last one unless said. */
        readonly from?: number;
        /** @description The number of a published version; the working version unless said. */
        readonly to?: number;
      };
      readonly header?: never;
      readonly path: {
        /** @description The item. */
        readonly itemId: components['schemas']['ContentId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Every field that differs. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['DifferencesView'];
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
  readonly take_step_of_item: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of what the caller has read. */
        readonly 'If-Match'?: string | null;
      };
      readonly path: {
        /** @description The item. */
        readonly itemId: components['schemas']['ContentId'];
        /** @description Made by the client (UUIDv7). */
        readonly stepId: components['schemas']['StepId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['TakeStep'];
      };
    };
    readonly responses: {
      /** @description It was taken before. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['StepView'];
        };
      };
      /** @description Taken. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['StepView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 409: components['responses']['Conflict'];
      readonly 412: components['responses']['PreconditionFailed'];
      readonly 413: components['responses']['TooLarge'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 428: components['responses']['PreconditionRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly list_versions: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The item. */
        readonly itemId: components['schemas']['ContentId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The versions that are kept whole. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['VersionsView'];
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
  readonly take_steps_of_topic: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The topic. */
        readonly topicId: components['schemas']['TopicId'];
        /** @description Made by the client (UUIDv7). */
        readonly stepId: components['schemas']['StepId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['TakeSteps'];
      };
    };
    readonly responses: {
      /** @description It was done, or begun, before. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['StepsView'];
        };
      };
      /** @description Done. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['StepsView'];
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

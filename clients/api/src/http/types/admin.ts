// Made from openapi/admin.v2.json by `npm run generate`; not to be edited.

export interface paths {
  '/api/v2/admin/imports/previews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Look what an import would do.
     * @description Every fault of every file at once, by line; or, when there is none, what happens to each item. Nothing is written.
     *
     *     **Permission:** educational admin.
     */
    post: operations['preview_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/admin/imports/{importId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Import content files.
     * @description New and changed items become drafts. With one fault in any file nothing is imported, and every fault is told. Safe to
     *     repeat: each item is changed once, and the first answer is given again; a repeat of an import that was cut off does
     *     the rest.
     *
     *     **Permission:** educational admin.
     */
    put: operations['import_files'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/admin/items': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List items, by title.
     * @description **Permission:** educational admin.
     */
    get: operations['list_items'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/admin/items/{itemId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show an item.
     * @description **Permission:** educational admin.
     */
    get: operations['show_item'];
    /**
     * Create an item, or change its working version.
     * @description Without `If-Match` it is created, as a draft; with the `ETag` of what was read it is changed, and becomes a draft
     *     again. What students see stays as it is until it is published. Safe to repeat.
     *
     *     **Permission:** educational admin.
     */
    put: operations['put_item'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/admin/items/{itemId}/differences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Compare two versions of an item.
     * @description **Permission:** educational admin.
     */
    get: operations['show_differences'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/admin/items/{itemId}/steps/{stepId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Take a step: submit, approve, return, publish, archive, restore.
     * @description Publishing shows the working version to students; archiving takes it away from them. Safe to repeat: a step is taken
     *     once, and the first answer is given again. With `If-Match` it is refused when the item is no longer what was read.
     *
     *     **Permission:** educational admin.
     */
    put: operations['take_step_of_item'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/admin/items/{itemId}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what was published of an item.
     * @description To bring a version back, put its content into the item again, and publish that.
     *
     *     **Permission:** educational admin.
     */
    get: operations['list_versions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/admin/standing': {
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
  '/api/v2/admin/topics/{topicId}/recordings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what the words of a topic sound like, and which have no recording.
     * @description **Permission:** educational admin.
     */
    get: operations['list_recordings'];
    put?: never;
    /**
     * Give words of a topic their recordings.
     * @description Each by itself: the answer says of each what came of it. A word that gets one becomes a draft, and students hear it
     *     once that is published. Safe to repeat: the same recording again changes nothing.
     *
     *     **Permission:** educational admin.
     */
    post: operations['record_words_of_topic'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/admin/topics/{topicId}/steps/{stepId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Take steps with a topic and all its words.
     * @description Each item takes those of the steps that it can, in the order given, in one write. Safe to repeat: each item takes
     *     them once, and the first answer is given again; a repeat of a request that was cut off does the rest.
     *
     *     **Permission:** educational admin.
     */
    put: operations['take_steps_of_topic'];
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
    /**
     * @description What was done with an item.
     * @enum {string}
     */
    Act:
      'created' | 'edited' | 'recorded' | 'submitted' | 'approved' | 'returned' | 'published' | 'archived' | 'restored';
    /** @description The forms of an adjective. */
    Adjective: {
      /** @description Absent where it has none. */
      comparative?: string | null;
      /** @description The form in -e. */
      inflected?: string | null;
      /** @description Absent where it has none. */
      superlative?: string | null;
    };
    /** @description What became of one item. */
    AdvancedView: {
      /** @description The item. */
      itemId: components['schemas']['ContentId'];
      /** @description What kind it is. */
      kind: components['schemas']['ContentKind'];
      /** @description Where its working version is. */
      status: components['schemas']['Status'];
      /** @description The steps that it took; none when it could take none. */
      taken: components['schemas']['Step'][];
      /**
       * @description A topic's name in Dutch, a word's lemma.
       * @example brood
       */
      title: string;
      /**
       * Format: int64
       * @description The last version number that was given to students; 0 before the first.
       */
      version: number;
    };
    /**
     * @description A definite article. Closed: Dutch has these two.
     * @enum {string}
     */
    Article: 'de' | 'het';
    /**
     * @description A verb that makes the perfect tense. Closed: Dutch has these two.
     * @enum {string}
     */
    Auxiliary: 'hebben' | 'zijn';
    /** @description The content of an item, under the name of its kind: `{"word": {...}}`. */
    Content:
      | {
          /** @description A topic at one level. */
          topic: components['schemas']['Topic'];
        }
      | {
          /** @description A word of a topic. */
          word: components['schemas']['Word'];
        };
    /** @description Content files. */
    ContentFiles: {
      /** @description One file a topic and level. */
      files: components['schemas']['NamedFile'][];
    };
    /** Format: uuid */
    ContentId: string;
    /**
     * @description What kind of content an item is. A reader ignores a kind that it does not know.
     * @enum {string}
     */
    ContentKind: 'unknown' | 'topic' | 'word';
    /** @description What an import would do to one item. */
    DifferenceView: {
      /** @description The fields that change. */
      changes?: components['schemas']['FieldChange'][];
      /** @description What happens to it. */
      effect: components['schemas']['Effect'];
      /** @description The item, with the id that it has or would get. */
      itemId: components['schemas']['ContentId'];
      /** @description What kind it is. */
      kind: components['schemas']['ContentKind'];
      /**
       * @description A topic's name in Dutch, a word's lemma.
       * @example brood
       */
      title: string;
    };
    /** @description In which fields two versions of an item differ. */
    DifferencesView: {
      /** @description Every field that differs. */
      changes: components['schemas']['FieldChange'][];
      /**
       * Format: int64
       * @description The number of the one.
       */
      from: number;
      /**
       * Format: int64
       * @description The number of the other; absent for the working version.
       */
      to?: number | null;
    };
    /**
     * @description What an import does to an item.
     * @enum {string}
     */
    Effect: 'new' | 'changed' | 'unchanged' | 'archived' | 'left-out';
    /** @description What was done with an item. */
    EntryView: {
      /** @description What. */
      act: components['schemas']['Act'];
      /** @description Whether what students have learnt of it may count differently since. */
      affectsProgress?: boolean | null;
      /** @description When. */
      at: components['schemas']['Timestamp'];
      /** @description Who. */
      by: components['schemas']['UserId'];
      importId?: components['schemas']['ImportId'] | null;
      notice?: components['schemas']['LocalizedText'] | null;
      /** @description Why, as far as its author said. */
      reason?: string | null;
      recording?: components['schemas']['RecordingView'] | null;
      stepId?: components['schemas']['StepId'] | null;
      /**
       * Format: int64
       * @description The version that it gave to students.
       */
      version?: number | null;
    };
    /** @description Something wrong in a file. */
    Fault: {
      /** @description A stable code. */
      code: string;
      /** @description From 1. */
      line: number;
      /** @description What is wrong and what would be right. */
      message: string;
      /** @description Where in the file, as in `word[3].gloss.ru`. */
      path: string;
    };
    /** @description A field of an item, before and after. */
    FieldChange: {
      /** @description What will stand there; absent when it goes. */
      after?: Record<string, unknown> | null;
      /** @description What stands there; absent when it is new. */
      before?: Record<string, unknown> | null;
      /**
       * @description Where in the content, as a JSON pointer (RFC 6901).
       * @example /word/glosses/en
       */
      pointer: string;
    };
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
    /** @description A fault and the file that it is in. */
    FileFault: components['schemas']['Fault'] & {
      /** @description The file, by name. */
      file: string;
      /** @description The file, counted from 0. */
      index: number;
    };
    /** Format: uuid */
    ImportId: string;
    /** @description An import that was applied. */
    ImportView: {
      /** @description How many items there are of each effect. */
      counts: {
        [key: string]: number;
      };
      /** @description The import, as the client named it. */
      importId: components['schemas']['ImportId'];
      /** @description What happened to each item of the files, in their order. */
      items: components['schemas']['ImportedView'][];
    };
    /** @description What an import did to one item. */
    ImportedView: {
      /** @description What happened to it. */
      effect: components['schemas']['Effect'];
      /** @description The item. */
      itemId: components['schemas']['ContentId'];
      /** @description What kind it is. */
      kind: components['schemas']['ContentKind'];
      /**
       * @description A topic's name in Dutch, a word's lemma.
       * @example brood
       */
      title: string;
    };
    /** @description An item in a list. */
    ItemSummary: {
      /** @description The item. */
      itemId: components['schemas']['ContentId'];
      /** @description What kind it is. */
      kind: components['schemas']['ContentKind'];
      /** @description Its level. */
      level: components['schemas']['Level'];
      /** @description Whether students see a version of it now. */
      live: boolean;
      /** @description Where the working version is. */
      status: components['schemas']['Status'];
      /**
       * @description A topic's name in Dutch, a word's lemma.
       * @example brood
       */
      title: string;
      /** @description The topic that it is, or belongs to. */
      topicId: components['schemas']['TopicId'];
      /** @description When something was last done with it. */
      updatedAt: components['schemas']['Timestamp'];
      /**
       * Format: int64
       * @description The last version number that was given to students; 0 before the first.
       */
      version: number;
    };
    /** @description An item, whole. */
    ItemView: {
      /** @description The working version. */
      content: components['schemas']['Content'];
      /** @description What was done with it, the latest last; the last 200. */
      history: components['schemas']['EntryView'][];
      /** @description The item. */
      itemId: components['schemas']['ContentId'];
      /** @description What kind it is. */
      kind: components['schemas']['ContentKind'];
      /** @description Whether students see a version of it now. */
      live: boolean;
      recording?: components['schemas']['RecordingView'] | null;
      /** @description Where the working version is. */
      status: components['schemas']['Status'];
      /**
       * @description A topic's name in Dutch, a word's lemma.
       * @example brood
       */
      title: string;
      /** @description The topic that it is, or belongs to. */
      topicId: components['schemas']['TopicId'];
      /** @description When something was last done with it. */
      updatedAt: components['schemas']['Timestamp'];
      /**
       * Format: int64
       * @description The last version number that was given to students; 0 before the first.
       */
      version: number;
    };
    /**
     * @description A level of the Common European Framework of Reference for Languages (Council of Europe, 2001).
     * @enum {string}
     */
    Level: 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2';
    /**
     * Format: int32
     * @description How many items a page may hold: 1 to 200, 50 unless said.
     * @default 50
     * @example 50
     */
    Limit: number;
    /** @description One text in every language of the user interface. */
    LocalizedText: {
      /** @description English. */
      en: string;
      /** @description Dutch. */
      nl: string;
      /** @description Russian. */
      ru: string;
    };
    /** @description A content file with its name. */
    NamedFile: {
      /**
       * @description `<slug>.<level>.toml`.
       * @example eten-en-drinken.a1.toml
       */
      name: string;
      /**
       * @description What is in it.
       * @example format = 1
       *
       *     [topic]
       *     slug = "eten-en-drinken"
       *     ...
       */
      text: string;
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
    /** @description A recording of a word. */
    NewRecording: {
      /** @description An MP3 file in base64: at most 256 KiB and 10 s. */
      audio: string;
      /** @description The word. */
      itemId: components['schemas']['ContentId'];
      /**
       * @description What is heard, as the list of recordings says it; refused when the word has changed since.
       * @example het brood
       */
      says: string;
      /** @description Whose voice it is. */
      voice: components['schemas']['Voice'];
    };
    /** @description The forms of a noun. */
    Noun: {
      /** @description `de`, `het`, or both. */
      articles: components['schemas']['Article'][];
      /** @description Absent where it has none. */
      diminutive?: string | null;
      /** @description Absent where it has none. */
      plural?: string | null;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    Page_ItemSummary: {
      /** @description The items, in the order of the list. */
      items: {
        /** @description The item. */
        itemId: components['schemas']['ContentId'];
        /** @description What kind it is. */
        kind: components['schemas']['ContentKind'];
        /** @description Its level. */
        level: components['schemas']['Level'];
        /** @description Whether students see a version of it now. */
        live: boolean;
        /** @description Where the working version is. */
        status: components['schemas']['Status'];
        /**
         * @description A topic's name in Dutch, a word's lemma.
         * @example brood
         */
        title: string;
        /** @description The topic that it is, or belongs to. */
        topicId: components['schemas']['TopicId'];
        /** @description When something was last done with it. */
        updatedAt: components['schemas']['Timestamp'];
        /**
         * Format: int64
         * @description The last version number that was given to students; 0 before the first.
         */
        version: number;
      }[];
      /** @description Leads on; absent on the last page. */
      nextCursor?: string | null;
    };
    /**
     * @description What kind of word it is.
     * @enum {string}
     */
    PartOfSpeech:
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
    PreviewView: {
      /** @description How many items there are of each effect. */
      counts: {
        [key: string]: number;
      };
      /** @description Everything that is wrong; with one fault nothing is imported. */
      faults: components['schemas']['FileFault'][];
      /** @description What would happen to each item; none when there is a fault. */
      items: components['schemas']['DifferenceView'][];
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
    /** @description Recordings of words of a topic. */
    RecordWords: {
      /** @description At most one a word. */
      recordings: components['schemas']['NewRecording'][];
    };
    /** @description What came of recordings. */
    RecordedView: {
      /** @description How many there are of each effect. */
      counts: {
        [key: string]: number;
      };
      /** @description Each recording, in the order of the request. */
      items: components['schemas']['RecordedWordView'][];
    };
    /** @description What came of one recording. */
    RecordedWordView: {
      /** @description What came of it. */
      effect: components['schemas']['RecordingEffect'];
      /** @description The word. */
      itemId: components['schemas']['ContentId'];
      problem?: components['schemas']['RejectionView'] | null;
      recording?: components['schemas']['RecordingView'] | null;
    };
    /**
     * @description What came of a recording.
     * @enum {string}
     */
    RecordingEffect: 'recorded' | 'unchanged' | 'kept' | 'rejected';
    /** @description A recording of a word. */
    RecordingView: {
      /**
       * Format: int32
       * @description How many bytes it has.
       */
      bytes: number;
      /**
       * Format: int32
       * @description How long it sounds.
       */
      milliseconds: number;
      /**
       * @description What is heard.
       * @example het brood
       */
      says: string;
      /**
       * @description Where it can be had: a path below the gateway. What is there never changes.
       * @example /media/audio/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.mp3
       */
      url: string;
      /** @description Whose voice it is. */
      voice: components['schemas']['Voice'];
    };
    /** @description How the words of a topic sound. */
    RecordingsView: {
      /** @description Its words, by title, without the archived ones. */
      items: components['schemas']['SpokenView'][];
    };
    /** @description Why a recording was rejected. */
    RejectionView: {
      /**
       * @description `not-base64`, `empty`, `not-mp3`, `truncated`, `too-large`, `too-long`, `unknown-word`, `other-text`, `archived`.
       * @example truncated
       */
      code: string;
      /** @description In words. */
      message: string;
    };
    /** @description A sentence with its translations. */
    Sentence: {
      /** @description In Dutch. */
      nl: string;
      /** @description By language (ISO 639-1); en and ru always. */
      translations: {
        [key: string]: string;
      };
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
    /** @description A word, and its recording. */
    SpokenView: {
      /** @description The word. */
      itemId: components['schemas']['ContentId'];
      recording?: components['schemas']['RecordingView'] | null;
      /**
       * @description What a recording of it says.
       * @example het brood
       */
      says: string;
      /**
       * @description Its lemma.
       * @example brood
       */
      title: string;
    };
    /**
     * @description Where the working version of an item is.
     * @enum {string}
     */
    Status: 'draft' | 'review' | 'approved' | 'published' | 'archived';
    /**
     * @description A step of the life of an item.
     * @enum {string}
     */
    Step: 'submit' | 'approve' | 'return' | 'publish' | 'archive' | 'restore';
    /** Format: uuid */
    StepId: string;
    /** @description A step that was taken. */
    StepView: {
      /** @description When. */
      at: components['schemas']['Timestamp'];
      /** @description Who took it. */
      by: components['schemas']['UserId'];
      /** @description The item. */
      itemId: components['schemas']['ContentId'];
      /** @description Where it led. */
      status: components['schemas']['Status'];
      /** @description The step. */
      step: components['schemas']['Step'];
      /** @description The step, as the client named it. */
      stepId: components['schemas']['StepId'];
      /**
       * Format: int64
       * @description The version that it gave to students.
       */
      version?: number | null;
    };
    /** @description What became of a topic and all its words. */
    StepsView: {
      /** @description How many items stand in each status now. */
      counts: {
        [key: string]: number;
      };
      /** @description The topic first, then its words. */
      items: components['schemas']['AdvancedView'][];
      /** @description The request, as the client named it. */
      stepId: components['schemas']['StepId'];
      /** @description The topic. */
      topicId: components['schemas']['TopicId'];
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
    TakeStep: {
      /** @description With `publish`: whether what students have learnt of it may count differently now. Not, unless said. */
      affectsProgress?: boolean | null;
      notice?: components['schemas']['LocalizedText'] | null;
      /** @description With `return`: what is found wanting. */
      reason?: string | null;
      /** @description The step. */
      step: components['schemas']['Step'];
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
    TakeSteps: {
      /** @description With `publish`: whether what students have learnt may count differently now. Not, unless said. */
      affectsProgress?: boolean | null;
      notice?: components['schemas']['LocalizedText'] | null;
      /** @description Each item takes those that it can, in this order. One to six, each once. */
      steps: components['schemas']['Step'][];
    };
    /**
     * Format: date-time
     * @description An instant in a request or an answer: RFC 3339, UTC, milliseconds, as in `2026-03-02T08:15:30.125Z`.
     *
     *     Any offset is read; `Z` is written. What is finer than a millisecond is cut off.
     * @example 2026-03-02T08:15:30.125Z
     */
    Timestamp: string;
    /** @description A topic at one level. */
    Topic: {
      description?: components['schemas']['LocalizedText'] | null;
      /** @description The level that it is taught at. */
      level: components['schemas']['Level'];
      /** @description Under which licence it may be used, as an SPDX expression. */
      licence: string;
      /**
       * Format: int32
       * @description Its place among the topics of its level, from 0.
       */
      position?: number;
      /** @description Its name in addresses, `eten-en-drinken`. */
      slug: string;
      /** @description Its name. */
      title: components['schemas']['LocalizedText'];
    };
    /** Format: uuid */
    TopicId: string;
    /** Format: uuid */
    UserId: string;
    /** @description The forms of a verb. */
    Verb: {
      /** @description `hebben`, `zijn`, or both. */
      auxiliaries: components['schemas']['Auxiliary'][];
      /** @description `gelopen`. */
      participle: string;
      /** @description The separable particle, such as `op` in *opstaan*. */
      particle?: string | null;
      /** @description `liepen`. */
      pastPlural: string;
      /** @description `liep`. */
      pastSingular: string;
      /** @description Whether it goes with *zich*. */
      reflexive?: boolean;
    };
    /** @description A version as students saw it. */
    VersionView: {
      /** @description Whether what students had learnt of it could count differently since. */
      affectsProgress: boolean;
      /** @description The item as it was. */
      content: components['schemas']['Content'];
      /** @description Whether students see it now. */
      live: boolean;
      notice?: components['schemas']['LocalizedText'] | null;
      /** @description When it was published. */
      publishedAt: components['schemas']['Timestamp'];
      /** @description Who published it. */
      publishedBy: components['schemas']['UserId'];
      recording?: components['schemas']['RecordingView'] | null;
      /**
       * Format: int64
       * @description Its number.
       */
      version: number;
    };
    /** @description What was published of an item. */
    VersionsView: {
      /** @description The latest first; the last 20. */
      items: components['schemas']['VersionView'][];
    };
    /** @description Whose voice says it. */
    Voice:
      | 'person'
      | {
          /** @description A computer's: the program and its voice, `espeak-ng nl`. */
          computer: string;
        };
    /** @description A word of a topic. */
    Word: {
      adjective?: components['schemas']['Adjective'] | null;
      /** @description Sentences with it, the best first. */
      examples: components['schemas']['Sentence'][];
      /** @description What it means by language (ISO 639-1), each a list of variants; en and ru always. */
      glosses: {
        [key: string]: string[];
      };
      /** @description How it sounds, in the International Phonetic Alphabet. */
      ipa?: string | null;
      /** @description Its name within the topic, for ever: `brood`. */
      key: string;
      /** @description Dictionary form, without article. */
      lemma: string;
      /** @description Its level. */
      level: components['schemas']['Level'];
      noun?: components['schemas']['Noun'] | null;
      /** @description What kind of word it is. */
      partOfSpeech: components['schemas']['PartOfSpeech'];
      /** @description The topic that it belongs to. */
      topicId: components['schemas']['TopicId'];
      verb?: components['schemas']['Verb'] | null;
    };
  };
  responses: {
    /** @description The state does not allow it. */
    Conflict: {
      headers: {
        [name: string]: unknown;
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
        'application/problem+json': components['schemas']['Problem'];
      };
    };
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
    /** @description It has changed since it was read. */
    PreconditionFailed: {
      headers: {
        [name: string]: unknown;
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
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `If-Match` is missing. */
    PreconditionRequired: {
      headers: {
        [name: string]: unknown;
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
  preview_import: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ContentFiles'];
      };
    };
    responses: {
      /** @description Faults, or what happens to each item. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PreviewView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  import_files: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Made by the client (UUIDv7). */
        importId: components['schemas']['ImportId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ContentFiles'];
      };
    };
    responses: {
      /** @description It was applied, or begun, before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportView'];
        };
      };
      /** @description Applied. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  list_items: {
    parameters: {
      query?: {
        /** @description Only this kind. */
        kind?: 'topic' | 'word';
        /** @description Only those whose working version is here. */
        status?: components['schemas']['Status'];
        /** @description Only this topic and its words. */
        topicId?: components['schemas']['TopicId'];
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
      /** @description A page of items. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Page_ItemSummary'];
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
  show_item: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The item. */
        itemId: components['schemas']['ContentId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The item, whole. */
      200: {
        headers: {
          /** @description Its revision, for `If-Match`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ItemView'];
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
  put_item: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of what the caller has read; absent to create. */
        'If-Match'?: string | null;
      };
      path: {
        /** @description Made by the client (UUIDv7) for a new item. */
        itemId: components['schemas']['ContentId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Content'];
      };
    };
    responses: {
      /** @description Changed, or it was so before. */
      200: {
        headers: {
          /** @description Its revision, for `If-Match`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ItemView'];
        };
      };
      /** @description Created. */
      201: {
        headers: {
          /** @description Its revision, for `If-Match`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ItemView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  show_differences: {
    parameters: {
      query?: {
        /** @description The number of a published version; the last one unless said. */
        from?: number;
        /** @description The number of a published version; the working version unless said. */
        to?: number;
      };
      header?: never;
      path: {
        /** @description The item. */
        itemId: components['schemas']['ContentId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Every field that differs. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DifferencesView'];
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
  take_step_of_item: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of what the caller has read. */
        'If-Match'?: string | null;
      };
      path: {
        /** @description The item. */
        itemId: components['schemas']['ContentId'];
        /** @description Made by the client (UUIDv7). */
        stepId: components['schemas']['StepId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TakeStep'];
      };
    };
    responses: {
      /** @description It was taken before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepView'];
        };
      };
      /** @description Taken. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  list_versions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The item. */
        itemId: components['schemas']['ContentId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The versions that are kept whole. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VersionsView'];
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
  list_recordings: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The topic. */
        topicId: components['schemas']['TopicId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Each word of the topic. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecordingsView'];
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
  record_words_of_topic: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The topic. */
        topicId: components['schemas']['TopicId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecordWords'];
      };
    };
    responses: {
      /** @description What came of each. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecordedView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  take_steps_of_topic: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The topic. */
        topicId: components['schemas']['TopicId'];
        /** @description Made by the client (UUIDv7). */
        stepId: components['schemas']['StepId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TakeSteps'];
      };
    };
    responses: {
      /** @description It was done, or begun, before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepsView'];
        };
      };
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepsView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
}

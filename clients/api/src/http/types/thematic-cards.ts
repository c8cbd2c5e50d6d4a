// Made from openapi/thematic-cards.v2.json by `npm run generate`; not to be edited.

export interface paths {
  readonly '/api/v2/thematic-cards/cards': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * The student's cards: those that were met, or set aside.
     * @description Permission: student, own cards. Leeches and suspended cards are found here, to be brought back.
     *
     *     **Permission:** student.
     */
    readonly get: operations['list_cards'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/thematic-cards/cards/{cardId}/marks/{markId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Suspend a card, resume it, put it off until tomorrow, or bring a leech back.
     * @description Permission: student, own cards. Safe to repeat.
     *
     *     **Permission:** student.
     */
    readonly put: operations['mark_card'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
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
  readonly '/api/v2/thematic-cards/cards/{cardId}/undos/{undoId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Take an answer back.
     * @description Permission: student, own cards. Safe to repeat. The card stands as if the answer had not been given, and may be answered
     *     anew. Problem `too-late-to-undo`: the answer was given more than 24 hours before.
     *
     *     **Permission:** student.
     */
    readonly put: operations['undo_review'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/thematic-cards/offline': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * What to take along for some days without a connection.
     * @description Permission: student, own cards. The client studies with it, and hands in what was done by `POST /sync`.
     *
     *     **Permission:** student.
     */
    readonly get: operations['show_offline'];
    readonly put?: never;
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
    /**
     * Arrange a sitting over several topics.
     * @description Permission: student. Safe to repeat: the sitting stands as it was arranged the first time. Of all topics together the
     *     cards that are due come first; new words come topic by topic, by level and position, those of the exam before the others.
     *
     *     **Permission:** student.
     */
    readonly put: operations['arrange_session_of_topics'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/thematic-cards/settings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * What the student chose.
     * @description Permission: student, own settings. Before the first choice: what everybody begins with.
     *
     *     **Permission:** student.
     */
    readonly get: operations['show_settings'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    /**
     * Choose.
     * @description Permission: student, own settings. Needs the `ETag` of the settings as `If-Match`; `"0"` for the first choice.
     *
     *     **Permission:** student.
     */
    readonly patch: operations['change_settings'];
    readonly trace?: never;
  };
  readonly '/api/v2/thematic-cards/statistics': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * How the student learns: cards, topics, true retention, mistakes, hard words.
     * @description Permission: student, own answers. What was done on days follows an answer within moments.
     *
     *     **Permission:** student.
     */
    readonly get: operations['show_statistics'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/thematic-cards/statistics/days': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * What the student did day by day.
     * @description Permission: student, own answers.
     *
     *     **Permission:** student.
     */
    readonly get: operations['list_days'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/thematic-cards/statistics/forecast': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * How many cards return on the coming days, and how long they take.
     * @description Permission: student, own cards.
     *
     *     **Permission:** student.
     */
    readonly get: operations['show_forecast'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/thematic-cards/statistics/memory': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * How well the algorithm predicts what the student recalls.
     * @description Permission: student, own answers.
     *
     *     **Permission:** student.
     */
    readonly get: operations['show_memory'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/thematic-cards/sync': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Hand in what was done without a connection, and take what is lacked.
     * @description Permission: student, own cards. Safe to repeat: each fact counts once, in whatever order facts arrive and from however
     *     many devices.
     *
     *     **Permission:** student.
     */
    readonly post: operations['sync'];
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
     *     first, new ones between them, never two cards of one word on a day. A word's next kind of card opens when the one before
     *     it is learnt, unless one kind is asked for.
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
    /** @description An answer, in each way of giving one. */
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
           * @description What was chosen.
           * @example het brood
           */
          readonly text: string;
          /** @enum {string} */
          readonly way: 'chosen';
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
      /** @description Whether the student called it easy: a right answer, typed or chosen, is then worth more. */
      readonly calledEasy?: boolean;
      /**
       * Format: int32
       * @description How long it took, in milliseconds, at most an hour.
       */
      readonly durationMs?: number | null;
      /** @description How it asks, as the sitting told. */
      readonly kind: components['schemas']['CardKind'];
      /** @description The language that the student answers from, or in. */
      readonly language?: components['schemas']['GlossLanguage'];
      /** @description Whether it is extra practice, which moves no due date. */
      readonly practice?: boolean;
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
       * @description At most so many cards, 1 to 200: 20, or where minutes are said as many as they hold.
       */
      readonly cards?: number | null;
      readonly kind?: components['schemas']['CardKind'] | null;
      readonly language?: components['schemas']['GlossLanguage'] | null;
      /**
       * Format: int32
       * @description At most so many minutes at the student's own pace, 1 to 240.
       */
      readonly minutes?: number | null;
      /** @description Extra practice: cards that were met, whether or not they are due. Answer them with `practice`, and no due date moves. */
      readonly practice?: boolean;
      readonly zone?: components['schemas']['Zone'] | null;
    };
    /** @description What the student wants of a sitting over several topics. Everything may be left out. */
    readonly ArrangeSessionOfTopics: {
      /**
       * Format: int32
       * @description At most so many cards, 1 to 200: 20, or where minutes are said as many as they hold.
       */
      readonly cards?: number | null;
      readonly kind?: components['schemas']['CardKind'] | null;
      readonly language?: components['schemas']['GlossLanguage'] | null;
      /**
       * Format: int32
       * @description At most so many minutes at the student's own pace, 1 to 240.
       */
      readonly minutes?: number | null;
      /** @description Extra practice: cards that were met, whether or not they are due. Answer them with `practice`, and no due date moves. */
      readonly practice?: boolean;
      /** @description Which topics, 1 to 200; absent for all in which the student has met a card, and those of the exam. */
      readonly topics?: readonly components['schemas']['TopicId'][] | null;
      readonly zone?: components['schemas']['Zone'] | null;
    };
    /** @description A recording of a word. */
    readonly AudioView: {
      /** @description Whether a machine speaks. */
      readonly synthetic: boolean;
      /**
       * @description Where it can be had: a path below the gateway, or a whole address.
       * @example /media/words/brood.opus
       */
      readonly url: string;
    };
    /** @description A calendar of days, for a heat map. */
    readonly CalendarView: {
      /** @description The days on which something was done, in order. A day ends at 04:00 where the student was. */
      readonly days: readonly components['schemas']['DayView'][];
    };
    /** Format: uuid */
    readonly CardId: string;
    /**
     * @description How a card asks.
     * @enum {string}
     */
    readonly CardKind: 'unknown' | 'recognition' | 'recall' | 'article' | 'forms' | 'gap' | 'dictation';
    /** @description A card as the scheduler knows it, for a client that goes on by itself. */
    readonly CardStateView: {
      readonly buriedUntil?: components['schemas']['Timestamp'] | null;
      /** @description The card. */
      readonly cardId: components['schemas']['CardId'];
      /**
       * Format: float
       * @description The desired retention that this was computed with.
       */
      readonly desiredRetention: number;
      /**
       * Format: float
       * @description 1 (easy) to 10; absent for a new one.
       */
      readonly difficulty?: number | null;
      readonly dueAt?: components['schemas']['Timestamp'] | null;
      /**
       * Format: int32
       * @description Days between its last answer and then; 0 within the steps.
       */
      readonly intervalDays: number;
      /** @description How it asks. */
      readonly kind: components['schemas']['CardKind'];
      /**
       * Format: int32
       * @description Times it was forgotten when due.
       */
      readonly lapses: number;
      readonly last?: components['schemas']['LastAnswerView'] | null;
      /**
       * Format: int32
       * @description The parameters that this was computed with.
       */
      readonly parameters: number;
      /**
       * @description What the card is going through: `new`, `learning`, `review`, `relearning`.
       * @example review
       */
      readonly phase: string;
      /**
       * Format: int32
       * @description Answers that count.
       */
      readonly reviews: number;
      readonly setAside?: components['schemas']['SetAside'] | null;
      /**
       * Format: float
       * @description Days until recall has fallen to 90 %; absent for a new one.
       */
      readonly stability?: number | null;
      /**
       * Format: int32
       * @description Index of the learning step that it is in; 0 outside the steps.
       */
      readonly step: number;
      /** @description What it asks. */
      readonly wordId: components['schemas']['WordId'];
    };
    /** @description A card, with all that asking it takes. */
    readonly CardView: {
      /** @description Which forms are asked for, by the names that `word.forms` has; absent where none are. */
      readonly asks?: readonly string[];
      readonly buriedUntil?: components['schemas']['Timestamp'] | null;
      /** @description The card: where the answer goes. */
      readonly cardId: components['schemas']['CardId'];
      /** @description What may be chosen, the right one among it; absent for what must be written, and where a topic has too few words. */
      readonly choices?: readonly string[];
      readonly dueAt?: components['schemas']['Timestamp'] | null;
      /**
       * @description What is right, for a student who judges their own answer.
       * @example het brood
       */
      readonly expected: string;
      /**
       * @description What helps with it: the sentence of a gap, translated.
       * @example I eat bread with cheese every morning.
       */
      readonly hint?: string | null;
      /**
       * @description `recognition`: the Dutch is shown; `recall`: the Dutch is asked; `article`: the article of a noun; `forms`: its
       *     plural, or the past and the participle of a verb; `gap`: the word that a sentence lacks; `dictation`: what is heard.
       */
      readonly kind: components['schemas']['CardKind'];
      readonly lastAnsweredAt?: components['schemas']['Timestamp'] | null;
      /**
       * @description What the card is going through: `new`, `learning`, `review`, `relearning`.
       * @example new
       */
      readonly phase: string;
      /**
       * @description What is shown; empty for what is heard. A gap is written as `___`.
       * @example bread; loaf
       */
      readonly prompt: string;
      readonly setAside?: components['schemas']['SetAside'] | null;
      /** @description The word. */
      readonly word: components['schemas']['WordView'];
      /** @description What it asks. */
      readonly wordId: components['schemas']['WordId'];
    };
    /** @description What the student chooses anew; what is left out stays (a merge patch, RFC 7396). */
    readonly ChangeSettings: {
      /**
       * Format: float
       * @description The share of due cards that the student means to recall. Cards that are learnt get other due dates, within minutes.
       */
      readonly desiredRetention?: number | null;
      readonly exam?: components['schemas']['ExamBody'] | null;
      readonly language?: components['schemas']['GlossLanguage'] | null;
      /**
       * Format: int32
       * @description New words a day, 0 to 200.
       */
      readonly newWords?: number | null;
      /** @description How full each day of the week may be, Monday first, 0 to 100 percent of a usual day; one at least is a usual day. */
      readonly week?: readonly number[] | null;
      readonly zone?: components['schemas']['Zone'] | null;
    };
    /** @description What is ahead on a day. */
    readonly DayAheadView: {
      /**
       * Format: int32
       * @description Cards that return on it, of those that are known today; what waits already is today's. New cards come on top.
       */
      readonly cards: number;
      /**
       * Format: date
       * @description Which.
       */
      readonly day: string;
      /**
       * Format: double
       * @description How long they take.
       */
      readonly minutes: number;
    };
    /** @description What was done on a day. */
    readonly DayView: {
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
       * Format: date
       * @description Which.
       */
      readonly day: string;
      /**
       * Format: int64
       * @description Cards that were met for the first time.
       */
      readonly introduced: number;
      /**
       * Format: double
       * @description Minutes, as far as clients told how long answers took.
       */
      readonly minutes: number;
    };
    /** @description An exam: everything of its topics is to be seen before it. */
    readonly ExamBody: {
      /**
       * Format: date
       * @description On which day.
       * @example 2026-06-15
       */
      readonly on: string;
      /** @description What is asked in it, 1 to 200 topics. */
      readonly topics: readonly components['schemas']['TopicId'][];
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
    /**
     * @description What came of a fact.
     * @enum {string}
     */
    readonly FactResult: 'applied' | 'duplicate' | 'rejected';
    /** @description What came of a fact. */
    readonly FactResultView: {
      readonly countedAt?: components['schemas']['Timestamp'] | null;
      /**
       * Format: uuid
       * @description The fact's own id, as it was sent; absent where none can be read.
       */
      readonly id?: string | null;
      readonly problem?: components['schemas']['Problem'] | null;
      /**
       * @description `applied`, `duplicate` (it had come before, or something later counts), `rejected`. None of them needs to be sent
       *     again.
       */
      readonly result: components['schemas']['FactResult'];
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
    /** @description What is ahead. */
    readonly ForecastView: {
      /** @description Day by day, today first. */
      readonly days: readonly components['schemas']['DayAheadView'][];
      /**
       * Format: double
       * @description Seconds that an answer takes: the student's own of the last 30 days, 12 before there is one.
       */
      readonly secondsACard: number;
    };
    /**
     * @description The language of a gloss: what the student knows already.
     * @enum {string}
     */
    readonly GlossLanguage: 'en' | 'ru';
    /** @description A word that a student finds hard. */
    readonly HardWordView: {
      /**
       * Format: int32
       * @description Answers in all.
       */
      readonly answers: number;
      /**
       * @description With its article, as it is learnt.
       * @example het brood
       */
      readonly headword: string;
      /**
       * Format: int32
       * @description How often a card of it was forgotten when due.
       */
      readonly lapses: number;
      /** @description Its topic. */
      readonly topicId: components['schemas']['TopicId'];
      /** @description The word. */
      readonly wordId: components['schemas']['WordId'];
      /**
       * Format: int32
       * @description Answers that were not right.
       */
      readonly wrong: number;
    };
    /** @description The last answer of a card. */
    readonly LastAnswerView: {
      /** @description When it counts as given. */
      readonly at: components['schemas']['Timestamp'];
      /**
       * Format: date
       * @description On which of the student's days.
       */
      readonly day: string;
      /** @description Which. */
      readonly reviewId: components['schemas']['ReviewId'];
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
    /** @description Something that a student says of a card without answering it. */
    readonly MarkCard: {
      /** @description How it asks, as the sitting told. */
      readonly kind: components['schemas']['CardKind'];
      /**
       * @description `suspended`: ask it no more; `resumed`: ask it again; `buried`: ask it tomorrow; `brought-back`: it was set aside as a
       *     leech, ask it again.
       */
      readonly mark: components['schemas']['MarkKind'];
      /** @description When, by the device's clock. Of marks that contradict each other the later counts. */
      readonly markedAt: components['schemas']['Timestamp'];
      /** @description What the card asks, as the sitting told. */
      readonly wordId: components['schemas']['WordId'];
      /** @description IANA zone in which the student is: decides when tomorrow begins. */
      readonly zone?: components['schemas']['Zone'];
    };
    /** Format: uuid */
    readonly MarkId: string;
    /**
     * @description What is said of a card.
     * @enum {string}
     */
    readonly MarkKind: 'suspended' | 'resumed' | 'buried' | 'brought-back';
    /** @description How well the algorithm knows a student. */
    readonly MemoryView: {
      /**
       * @description The algorithm.
       * @example fsrs-6
       */
      readonly algorithm: string;
      /**
       * Format: double
       * @description The share of due cards that the student means to recall.
       */
      readonly desiredRetention: number;
      /**
       * Format: double
       * @description The mean of -ln of the chance that was given to what came: lower is better; a coin would have 0.69.
       */
      readonly logLoss?: number | null;
      /**
       * Format: int32
       * @description Which parameters: 0 are the defaults, others were fitted to the student's own answers.
       */
      readonly parameters: number;
      /**
       * Format: double
       * @description The share of them that was expected to be recalled, by what was predicted of each before it was given.
       */
      readonly predictedRetention?: number | null;
      /**
       * Format: int64
       * @description Answers to learnt cards that were due, in the days that are looked back upon: the rest is about them.
       */
      readonly predictions: number;
      readonly trainedAt?: components['schemas']['Timestamp'] | null;
      /**
       * Format: double
       * @description The share that was recalled.
       */
      readonly trueRetention?: number | null;
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
       * @description What kind, such as `article`, `typo`, `diacritic`, `capital`, `missing-word`, `extra-word`, `wrong`.
       * @example article
       */
      readonly kind: string;
      /** @description Where in the answer it begins, in Unicode characters. */
      readonly start: number;
    };
    /** @description What was done in some days. */
    readonly NumbersView: {
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
       * @description Cards that were met for the first time.
       */
      readonly introduced: number;
      /** @description Answers by kind of card. */
      readonly kinds: {
        readonly [key: string]: number;
      };
      /**
       * Format: double
       * @description Minutes, as far as clients told how long answers took.
       */
      readonly minutes: number;
      /** @description How often each kind of mistake was made. */
      readonly mistakes: {
        readonly [key: string]: number;
      };
      /**
       * Format: int64
       * @description Those of extra practice.
       */
      readonly practice: number;
      /**
       * Format: double
       * @description Share of learnt, due cards that were recalled, 0 to 1; absent before there was one.
       */
      readonly trueRetention?: number | null;
    };
    /** @description A card to take along. */
    readonly OfflineCardView: {
      /** @description What it asks. */
      readonly card: components['schemas']['CardView'];
      readonly state?: components['schemas']['CardStateView'] | null;
    };
    /** @description All that studying without a connection takes. */
    readonly OfflineView: {
      /** @description The cards: those that return, longest waiting first, then new ones in the order in which to meet them. At most 2,000. */
      readonly cards: readonly components['schemas']['OfflineCardView'][];
      /**
       * Format: int32
       * @description New words a day.
       */
      readonly newWords: number;
      /** @description When it was packed. */
      readonly packedAt: components['schemas']['Timestamp'];
      /** @description What the scheduler computes with. */
      readonly scheduler: components['schemas']['SchedulerView'];
    };
    /** @description What came of an answer. */
    readonly OutcomeView: {
      /** @description When the answer counts as given: as the device told, unless its clock ran ahead. */
      readonly answeredAt: components['schemas']['Timestamp'];
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
      /** @description Whether the card is asked no more for now: it was forgotten too often, or is suspended. */
      readonly setAside: boolean;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    readonly Page_CardView: {
      /** @description The items, in the order of the list. */
      readonly items: readonly {
        /** @description Which forms are asked for, by the names that `word.forms` has; absent where none are. */
        readonly asks?: readonly string[];
        readonly buriedUntil?: components['schemas']['Timestamp'] | null;
        /** @description The card: where the answer goes. */
        readonly cardId: components['schemas']['CardId'];
        /** @description What may be chosen, the right one among it; absent for what must be written, and where a topic has too few words. */
        readonly choices?: readonly string[];
        readonly dueAt?: components['schemas']['Timestamp'] | null;
        /**
         * @description What is right, for a student who judges their own answer.
         * @example het brood
         */
        readonly expected: string;
        /**
         * @description What helps with it: the sentence of a gap, translated.
         * @example I eat bread with cheese every morning.
         */
        readonly hint?: string | null;
        /**
         * @description `recognition`: the Dutch is shown; `recall`: the Dutch is asked; `article`: the article of a noun; `forms`: its
         *     plural, or the past and the participle of a verb; `gap`: the word that a sentence lacks; `dictation`: what is heard.
         */
        readonly kind: components['schemas']['CardKind'];
        readonly lastAnsweredAt?: components['schemas']['Timestamp'] | null;
        /**
         * @description What the card is going through: `new`, `learning`, `review`, `relearning`.
         * @example new
         */
        readonly phase: string;
        /**
         * @description What is shown; empty for what is heard. A gap is written as `___`.
         * @example bread; loaf
         */
        readonly prompt: string;
        readonly setAside?: components['schemas']['SetAside'] | null;
        /** @description The word. */
        readonly word: components['schemas']['WordView'];
        /** @description What it asks. */
        readonly wordId: components['schemas']['WordId'];
      }[];
      /** @description Leads on; absent on the last page. */
      readonly nextCursor?: string | null;
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
       * Format: int32
       * @description Answers in all.
       */
      readonly answers: number;
      /**
       * Format: int32
       * @description Those of them that wait to be asked now.
       */
      readonly due: number;
      /**
       * Format: int32
       * @description Times that a learnt card was forgotten.
       */
      readonly lapses: number;
      readonly lastAnsweredAt?: components['schemas']['Timestamp'] | null;
      /**
       * Format: int32
       * @description Those of them that are learnt: they return after days.
       */
      readonly learnt: number;
      /**
       * Format: int32
       * @description Cards that were answered at least once.
       */
      readonly met: number;
      /**
       * Format: int32
       * @description Those of them that are asked no more for now: suspended, or leeches.
       */
      readonly setAside: number;
      /**
       * Format: double
       * @description Share of learnt, due cards that were recalled, 0 to 1; absent before there was one.
       */
      readonly trueRetention?: number | null;
    };
    /** Format: uuid */
    readonly ReviewId: string;
    /** @description What the scheduler computes with. */
    readonly SchedulerView: {
      /**
       * @description The algorithm.
       * @example fsrs-6
       */
      readonly algorithm: string;
      /**
       * Format: double
       * @description The share of due cards that the student means to recall.
       */
      readonly desiredRetention: number;
      /**
       * Format: int32
       * @description Which parameters.
       */
      readonly parameters: number;
      /** @description The 21 numbers; absent for the defaults, which every client has. */
      readonly weights?: readonly number[] | null;
    };
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
      /** @description Whether it is extra practice: answer its cards with `practice`, and no due date moves. */
      readonly practice: boolean;
      readonly topicId?: components['schemas']['TopicId'] | null;
    };
    /**
     * @description Why a card is asked no more for now.
     * @enum {string}
     */
    readonly SetAside: 'suspended' | 'leech';
    /** @description What a student chose. */
    readonly SettingsView: {
      /**
       * Format: double
       * @description The share of due cards that the student means to recall, 0.80 to 0.95.
       * @example 0.9
       */
      readonly desiredRetention: number;
      readonly exam?: components['schemas']['ExamBody'] | null;
      /** @description The language that the student answers from, and in. */
      readonly language: components['schemas']['GlossLanguage'];
      /**
       * Format: int32
       * @description New words a day, over all topics; new kinds of cards of known words come beside them, as many at most.
       * @example 20
       */
      readonly newWords: number;
      /**
       * @description How full each day of the week may be, Monday first, in percent of a usual day: 0 is a free day.
       * @example [
       *       100,
       *       100,
       *       100,
       *       100,
       *       100,
       *       50,
       *       0
       *     ]
       */
      readonly week: readonly number[];
      /** @description IANA zone in which the student is: decides when a day begins. */
      readonly zone: components['schemas']['Zone'];
    };
    /** @description Where a card stands. */
    readonly StandView: {
      /**
       * Format: int32
       * @description Answers to this card that count.
       */
      readonly answers: number;
      readonly buriedUntil?: components['schemas']['Timestamp'] | null;
      /** @description The card. */
      readonly cardId: components['schemas']['CardId'];
      readonly dueAt?: components['schemas']['Timestamp'] | null;
      /**
       * Format: int32
       * @description Days between its last answer and then; 0 within the steps.
       */
      readonly intervalDays: number;
      /**
       * Format: int32
       * @description Times it was forgotten when due.
       */
      readonly lapses: number;
      /**
       * @description What the card is going through: `new`, `learning`, `review`, `relearning`.
       * @example review
       */
      readonly phase: string;
      readonly setAside?: components['schemas']['SetAside'] | null;
    };
    /** @description How a student learns. */
    readonly StatisticsView: {
      /** @description All cards together, as they stand. */
      readonly cards: components['schemas']['TotalsView'];
      /** @description The hardest words, 50 at most: by how often they were forgotten when known, then by wrong answers. */
      readonly hardWords: readonly components['schemas']['HardWordView'][];
      /** @description What was done in the days that are looked back upon. */
      readonly lately: components['schemas']['NumbersView'];
      /** @description How the student stands in each topic that they began. */
      readonly topics: readonly components['schemas']['TopicStatisticsView'][];
    };
    /** Format: uuid */
    readonly StudySessionId: string;
    /** @description What came of it. */
    readonly SyncAnswer: {
      /** @description Cards that changed since the cursor, also by these facts, as they stand now. */
      readonly cards: readonly components['schemas']['CardStateView'][];
      /**
       * Format: int64
       * @description By how many milliseconds the device's clock is behind (or ahead, where it is negative), when its times were put right.
       */
      readonly clockBehindMs?: number | null;
      /** @description Up to where the device knows cards now: send it next time. */
      readonly cursor: string;
      /** @description Whether there is more: ask again at once, without facts. */
      readonly more: boolean;
      /** @description What came of each fact, in their order. */
      readonly results: readonly components['schemas']['FactResultView'][];
    };
    /** @description A fact: what a `PUT` of it would have in its path and its body. */
    readonly SyncFact:
      | {
          /** @description The answer. */
          readonly body: components['schemas']['AnswerCard'];
          /** @description The card. */
          readonly card_id: components['schemas']['CardId'];
          /** @enum {string} */
          readonly fact: 'review';
          /** @description Its own id (UUIDv7). */
          readonly id: components['schemas']['ReviewId'];
        }
      | {
          /** @description Which answer. */
          readonly body: components['schemas']['UndoReview'];
          /** @description The card. */
          readonly card_id: components['schemas']['CardId'];
          /** @enum {string} */
          readonly fact: 'undo';
          /** @description Its own id (UUIDv7). */
          readonly id: components['schemas']['UndoId'];
        }
      | {
          /** @description What is said of it. */
          readonly body: components['schemas']['MarkCard'];
          /** @description The card. */
          readonly card_id: components['schemas']['CardId'];
          /** @enum {string} */
          readonly fact: 'mark';
          /** @description Its own id (UUIDv7). */
          readonly id: components['schemas']['MarkId'];
        };
    /** @description What a device hands in, and up to where it knows. */
    readonly SyncRequest: {
      /** @description Up to where the device knows how cards stand: the cursor of the last answer. Absent at first. */
      readonly cursor?: string | null;
      /**
       * @description What the device's clock shows as it sends this. Is it wrong by more than five minutes, the times of all facts are put
       *     right by as much.
       */
      readonly deviceTime: components['schemas']['Timestamp'];
      /**
       * @description What the student did, in any order, at most 500 facts. Each is judged by itself: one that cannot be read, or is of a
       *     kind that this release does not know, is rejected and leaves the others be.
       */
      readonly facts: readonly components['schemas']['SyncFact'][];
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
    /** @description How a student stands in a topic. */
    readonly TopicStatisticsView: {
      /**
       * Format: double
       * @description Share of learnt, due cards that were recalled in the days that are looked back upon.
       */
      readonly latelyRetained?: number | null;
      readonly masteredAt?: components['schemas']['Timestamp'] | null;
      /** @description Those of them that are recalled, and will be for three weeks. */
      readonly matureWords: number;
      /** @description How the student stands. */
      readonly progress: components['schemas']['ProgressView'];
      /** @description The topic. */
      readonly topicId: components['schemas']['TopicId'];
      /** @description Words that are taught in it. */
      readonly words: number;
    };
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
    /** @description All cards of a student. */
    readonly TotalsView: {
      /**
       * Format: int32
       * @description Those of them that wait to be asked now.
       */
      readonly due: number;
      /**
       * Format: int32
       * @description Those of them that return after days.
       */
      readonly learnt: number;
      /**
       * Format: int32
       * @description Cards that were forgotten too often.
       */
      readonly leeches: number;
      /**
       * Format: int32
       * @description Cards that were answered at least once.
       */
      readonly met: number;
      /**
       * Format: int32
       * @description Cards that the student does not want to be asked.
       */
      readonly suspended: number;
    };
    /** Format: uuid */
    readonly UndoId: string;
    /** @description The taking back of an answer. */
    readonly UndoReview: {
      /** @description How it asks, as the sitting told. */
      readonly kind: components['schemas']['CardKind'];
      /** @description The answer that is taken back. */
      readonly reviewId: components['schemas']['ReviewId'];
      /** @description When, by the device's clock: at most 24 hours after the answer. */
      readonly undoneAt: components['schemas']['Timestamp'];
      /** @description What the card asks, as the sitting told. */
      readonly wordId: components['schemas']['WordId'];
    };
    /** Format: uuid */
    readonly WordId: string;
    /** @description A word, as a student sees it. */
    readonly WordView: {
      readonly audio?: components['schemas']['AudioView'] | null;
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
      /** @description How it sounds, written. */
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
  readonly list_cards: {
    readonly parameters: {
      readonly query?: {
        /** @description Only those that stand so. */
        readonly state?: 'due' | 'suspended' | 'leech' | 'buried';
        /** @description Only those of this topic. */
        readonly topicId?: components['schemas']['TopicId'];
        /** @description Only those that ask in this way. */
        readonly kind?: 'unknown' | 'recognition' | 'recall' | 'article' | 'forms' | 'gap' | 'dictation';
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
      /** @description A page of cards. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Page_CardView'];
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
  readonly mark_card: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The card, as the sitting told. */
        readonly cardId: components['schemas']['CardId'];
        /** @description Made by the client (UUIDv7). */
        readonly markId: components['schemas']['MarkId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['MarkCard'];
      };
    };
    readonly responses: {
      /** @description It was taken before, or something later was. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['StandView'];
        };
      };
      /** @description Taken. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['StandView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 413: components['responses']['TooLarge'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
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
  readonly undo_review: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The card, as the sitting told. */
        readonly cardId: components['schemas']['CardId'];
        /** @description Made by the client (UUIDv7). */
        readonly undoId: components['schemas']['UndoId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['UndoReview'];
      };
    };
    readonly responses: {
      /** @description It was taken back before. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['StandView'];
        };
      };
      /** @description Taken back. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['StandView'];
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
  readonly show_offline: {
    readonly parameters: {
      readonly query?: {
        /** @description Days without a connection, today included: 1 to 14. */
        readonly days?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Cards, words, and what the scheduler needs. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OfflineView'];
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
  readonly arrange_session_of_topics: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Made by the client (UUIDv7). */
        readonly sessionId: components['schemas']['StudySessionId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ArrangeSessionOfTopics'];
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
  readonly show_settings: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The settings. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SettingsView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 403: components['responses']['Forbidden'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly change_settings: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description The `ETag` of what the caller has read.
         * @example "7"
         */
        readonly 'If-Match': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangeSettings'];
      };
    };
    readonly responses: {
      /** @description As they are now. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SettingsView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 403: components['responses']['Forbidden'];
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
  readonly show_statistics: {
    readonly parameters: {
      readonly query?: {
        /** @description Days that are looked back upon, today included: 1 to 366. */
        readonly days?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The statistics. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['StatisticsView'];
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
  readonly list_days: {
    readonly parameters: {
      readonly query: {
        /**
         * @description The first.
         * @example 2026-01-01
         */
        readonly from: string;
        /**
         * @description The last, at most 366 days in all.
         * @example 2026-12-31
         */
        readonly to: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The days. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CalendarView'];
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
  readonly show_forecast: {
    readonly parameters: {
      readonly query?: {
        /** @description Days, today included: 1 to 90. */
        readonly days?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The forecast. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ForecastView'];
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
  readonly show_memory: {
    readonly parameters: {
      readonly query?: {
        /** @description Days that are looked back upon, today included: 1 to 366. */
        readonly days?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The student's profile of the algorithm. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['MemoryView'];
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
  readonly sync: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SyncRequest'];
      };
    };
    readonly responses: {
      /** @description What came of each fact, and what changed. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SyncAnswer'];
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

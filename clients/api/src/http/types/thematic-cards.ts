// Made from openapi/thematic-cards.v2.json by `npm run generate`; not to be edited.

export interface paths {
  '/api/v2/thematic-cards/cards': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The student's cards: those that were met, or set aside.
     * @description Permission: student, own cards. Leeches and suspended cards are found here, to be brought back.
     *
     *     **Permission:** student.
     */
    get: operations['list_cards'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/thematic-cards/cards/{cardId}/marks/{markId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Suspend a card, resume it, put it off until tomorrow, or bring a leech back.
     * @description Permission: student, own cards. Safe to repeat.
     *
     *     **Permission:** student.
     */
    put: operations['mark_card'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/thematic-cards/cards/{cardId}/reviews/{reviewId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Answer a card.
     * @description Permission: student, own cards. Safe to repeat: an answer counts once, and the first outcome is given again.
     *
     *     **Permission:** student.
     */
    put: operations['answer_card'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/thematic-cards/cards/{cardId}/undos/{undoId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Take an answer back.
     * @description Permission: student, own cards. Safe to repeat. The card stands as if the answer had not been given, and may be answered
     *     anew. Problem `too-late-to-undo`: the answer was given more than 24 hours before.
     *
     *     **Permission:** student.
     */
    put: operations['undo_review'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/thematic-cards/offline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What to take along for some days without a connection.
     * @description Permission: student, own cards. The client studies with it, and hands in what was done by `POST /sync`.
     *
     *     **Permission:** student.
     */
    get: operations['show_offline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/thematic-cards/sessions/{sessionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A sitting, to take it up again.
     * @description Permission: student, own sittings. Words that were withdrawn meanwhile are left out.
     *
     *     **Permission:** student.
     */
    get: operations['show_session'];
    /**
     * Arrange a sitting over several topics.
     * @description Permission: student. Safe to repeat: the sitting stands as it was arranged the first time. Of all topics together the
     *     cards that are due come first; new words come topic by topic, by level and position, those of the exam before the others.
     *
     *     **Permission:** student.
     */
    put: operations['arrange_session_of_topics'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/thematic-cards/settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the student chose.
     * @description Permission: student, own settings. Before the first choice: what everybody begins with.
     *
     *     **Permission:** student.
     */
    get: operations['show_settings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Choose.
     * @description Permission: student, own settings. Needs the `ETag` of the settings as `If-Match`; `"0"` for the first choice.
     *
     *     **Permission:** student.
     */
    patch: operations['change_settings'];
    trace?: never;
  };
  '/api/v2/thematic-cards/standing': {
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
  '/api/v2/thematic-cards/statistics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How the student learns: cards, topics, true retention, mistakes, hard words.
     * @description Permission: student, own answers. What was done on days follows an answer within moments.
     *
     *     **Permission:** student.
     */
    get: operations['show_statistics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/thematic-cards/statistics/days': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the student did day by day.
     * @description Permission: student, own answers.
     *
     *     **Permission:** student.
     */
    get: operations['list_days'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/thematic-cards/statistics/forecast': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many cards are to be answered on the coming days, and how long that takes, when all is done each day.
     * @description Permission: student, own cards.
     *
     *     **Permission:** student.
     */
    get: operations['show_forecast'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/thematic-cards/statistics/memory': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How well the algorithm predicts what the student recalls.
     * @description Permission: student, own answers.
     *
     *     **Permission:** student.
     */
    get: operations['show_memory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/thematic-cards/sync': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Hand in what was done without a connection, and take what is lacked.
     * @description Permission: student, own cards. Safe to repeat: each fact counts once, in whatever order facts arrive and from however
     *     many devices.
     *
     *     **Permission:** student.
     */
    post: operations['sync'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/thematic-cards/topics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The topics that are taught, with how the student stands in each.
     * @description Permission: student.
     *
     *     **Permission:** student.
     */
    get: operations['list_topics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/thematic-cards/topics/{topicId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A topic, with how the student stands in it.
     * @description Permission: student.
     *
     *     **Permission:** student.
     */
    get: operations['show_topic'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/thematic-cards/topics/{topicId}/sessions/{sessionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Arrange a sitting.
     * @description Permission: student. Safe to repeat: the sitting stands as it was arranged the first time. Cards that are due come
     *     first, new ones between them, never two cards of one word on a day. A word's next kind of card opens when the one before
     *     it is learnt, unless one kind is asked for.
     *
     *     **Permission:** student.
     */
    put: operations['arrange_session_of_topic'];
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
    /** @description An answer, in each way of giving one. */
    AnswerBody:
      | {
          /**
           * @description What was typed.
           * @example de brood
           */
          text: string;
          /** @enum {string} */
          way: 'typed';
        }
      | {
          /**
           * @description What was chosen.
           * @example het brood
           */
          text: string;
          /** @enum {string} */
          way: 'chosen';
        }
      | {
          /**
           * @description `again`, `hard`, `good`, `easy`.
           * @example good
           */
          rating: string;
          /** @enum {string} */
          way: 'self-rated';
        };
    /** @description An answer to a card. */
    AnswerCard: {
      /** @description The answer. */
      answer: components['schemas']['AnswerBody'];
      /** @description When, by the device's clock. A clock that runs ahead is taken as now. */
      answeredAt: components['schemas']['Timestamp'];
      /** @description Whether the student called it easy: a right answer, typed or chosen, is then worth more. */
      calledEasy?: boolean;
      /**
       * Format: int32
       * @description How long it took, in milliseconds, at most an hour.
       */
      durationMs?: number | null;
      /** @description How it asks, as the sitting told. */
      kind: components['schemas']['CardKind'];
      /** @description The language that the student answers from, or in. */
      language?: components['schemas']['GlossLanguage'];
      /** @description Whether it is extra practice, which moves no due date. */
      practice?: boolean;
      sessionId?: components['schemas']['StudySessionId'] | null;
      /** @description What the card asks, as the sitting told. */
      wordId: components['schemas']['WordId'];
      /** @description IANA zone in which the student is. */
      zone?: components['schemas']['Zone'];
    };
    /** @description What the student wants of a sitting. Everything may be left out. */
    ArrangeSession: {
      /**
       * Format: int32
       * @description At most so many cards, 1 to 200: 20, or where minutes are said as many as they hold.
       */
      cards?: number | null;
      kind?: components['schemas']['CardKind'] | null;
      language?: components['schemas']['GlossLanguage'] | null;
      /**
       * Format: int32
       * @description At most so many minutes at the student's own pace, 1 to 240.
       */
      minutes?: number | null;
      /** @description Extra practice: cards that were met, whether or not they are due. Answer them with `practice`, and no due date moves. */
      practice?: boolean;
      zone?: components['schemas']['Zone'] | null;
    };
    /** @description What the student wants of a sitting over several topics. Everything may be left out. */
    ArrangeSessionOfTopics: {
      /**
       * Format: int32
       * @description At most so many cards, 1 to 200: 20, or where minutes are said as many as they hold.
       */
      cards?: number | null;
      kind?: components['schemas']['CardKind'] | null;
      language?: components['schemas']['GlossLanguage'] | null;
      /**
       * Format: int32
       * @description At most so many minutes at the student's own pace, 1 to 240.
       */
      minutes?: number | null;
      /** @description Extra practice: cards that were met, whether or not they are due. Answer them with `practice`, and no due date moves. */
      practice?: boolean;
      /** @description Which topics, 1 to 200; absent for all in which the student has met a card, and those of the exam. */
      topics?: components['schemas']['TopicId'][] | null;
      zone?: components['schemas']['Zone'] | null;
    };
    /** @description A recording of a word. */
    AudioView: {
      /** @description Whether a machine speaks. */
      synthetic: boolean;
      /**
       * @description Where it can be had: a path below the gateway, or a whole address.
       * @example /media/words/brood.opus
       */
      url: string;
    };
    /** @description A calendar of days, for a heat map. */
    CalendarView: {
      /** @description The days on which something was done, in order. A day ends at 04:00 where the student was. */
      days: components['schemas']['DayView'][];
    };
    /** Format: uuid */
    CardId: string;
    /**
     * @description How a card asks.
     * @enum {string}
     */
    CardKind: 'unknown' | 'recognition' | 'recall' | 'article' | 'forms' | 'gap' | 'dictation';
    /** @description A card as the scheduler knows it, for a client that goes on by itself. */
    CardStateView: {
      buriedUntil?: components['schemas']['Timestamp'] | null;
      /** @description The card. */
      cardId: components['schemas']['CardId'];
      /**
       * Format: float
       * @description The desired retention that this was computed with.
       */
      desiredRetention: number;
      /**
       * Format: float
       * @description 1 (easy) to 10; absent for a new one.
       */
      difficulty?: number | null;
      dueAt?: components['schemas']['Timestamp'] | null;
      /**
       * Format: int32
       * @description Days between its last answer and then; 0 within the steps.
       */
      intervalDays: number;
      /** @description How it asks. */
      kind: components['schemas']['CardKind'];
      /**
       * Format: int32
       * @description Times it was forgotten when due.
       */
      lapses: number;
      last?: components['schemas']['LastAnswerView'] | null;
      /**
       * Format: int32
       * @description The parameters that this was computed with.
       */
      parameters: number;
      /**
       * @description What the card is going through: `new`, `learning`, `review`, `relearning`.
       * @example review
       */
      phase: string;
      /**
       * Format: int32
       * @description Answers that count.
       */
      reviews: number;
      setAside?: components['schemas']['SetAside'] | null;
      /**
       * Format: float
       * @description Days until recall has fallen to 90 %; absent for a new one.
       */
      stability?: number | null;
      /**
       * Format: int32
       * @description Index of the learning step that it is in; 0 outside the steps.
       */
      step: number;
      /** @description What it asks. */
      wordId: components['schemas']['WordId'];
    };
    /** @description A card, with all that asking it takes. */
    CardView: {
      /** @description Which forms are asked for, by the names that `word.forms` has; absent where none are. */
      asks?: string[];
      buriedUntil?: components['schemas']['Timestamp'] | null;
      /** @description The card: where the answer goes. */
      cardId: components['schemas']['CardId'];
      /** @description What may be chosen, the right one among it; absent for what must be written, and where a topic has too few words. */
      choices?: string[];
      dueAt?: components['schemas']['Timestamp'] | null;
      /**
       * @description What is right, for a student who judges their own answer.
       * @example het brood
       */
      expected: string;
      /**
       * @description What helps with it: the sentence of a gap, translated.
       * @example I eat bread with cheese every morning.
       */
      hint?: string | null;
      /**
       * @description `recognition`: the Dutch is shown; `recall`: the Dutch is asked; `article`: the article of a noun; `forms`: its
       *     plural, or the past and the participle of a verb; `gap`: the word that a sentence lacks; `dictation`: what is heard.
       */
      kind: components['schemas']['CardKind'];
      lastAnsweredAt?: components['schemas']['Timestamp'] | null;
      /**
       * @description What the card is going through: `new`, `learning`, `review`, `relearning`.
       * @example new
       */
      phase: string;
      /**
       * @description What is shown; empty for what is heard. A gap is written as `___`.
       * @example bread; loaf
       */
      prompt: string;
      setAside?: components['schemas']['SetAside'] | null;
      /** @description The word. */
      word: components['schemas']['WordView'];
      /** @description What it asks. */
      wordId: components['schemas']['WordId'];
    };
    /** @description What the student chooses anew; what is left out stays (a merge patch, RFC 7396). */
    ChangeSettings: {
      /**
       * Format: float
       * @description The share of due cards that the student means to recall. Cards that are learnt get other due dates, within minutes.
       */
      desiredRetention?: number | null;
      exam?: components['schemas']['ExamBody'] | null;
      language?: components['schemas']['GlossLanguage'] | null;
      /**
       * Format: int32
       * @description New words a day, 0 to 200.
       */
      newWords?: number | null;
      /**
       * @description How full each day of the week may be, Monday first, 0 to 100 percent of a usual day; one at least is a usual day.
       *     Cards that are learnt move to days that have room, within minutes.
       */
      week?: number[] | null;
      zone?: components['schemas']['Zone'] | null;
    };
    /** @description What is ahead on a day. */
    DayAheadView: {
      /**
       * Format: int32
       * @description Cards that are expected to return on it: those that are known, and what comes back of them; what waits already is
       *     today's.
       */
      cards: number;
      /**
       * Format: date
       * @description Which.
       */
      day: string;
      /**
       * Format: double
       * @description How long all of it takes.
       */
      minutes: number;
      /**
       * Format: int32
       * @description New words of the topics that were begun.
       */
      newWords: number;
    };
    /** @description What was done on a day. */
    DayView: {
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
       * Format: date
       * @description Which.
       */
      day: string;
      /**
       * Format: int64
       * @description Cards that were met for the first time.
       */
      introduced: number;
      /**
       * Format: double
       * @description Minutes, as far as clients told how long answers took.
       */
      minutes: number;
    };
    /**
     * @description An exam of which all words are to be seen before its day. On a day before it there are as many new words as an equal share
     *     of those that were unseen that morning, or as the student chose where that is more.
     */
    ExamAheadView: {
      /** @description Those of them that were met on that day before it was packed. */
      metToday: number;
      /**
       * Format: date
       * @description On which day.
       */
      on: string;
      /** @description Words of its topics that were not met before the day on which this was packed. */
      unseen: number;
    };
    /** @description An exam: everything of its topics is to be seen before it. */
    ExamBody: {
      /**
       * Format: date
       * @description On which day.
       * @example 2026-06-15
       */
      on: string;
      /** @description What is asked in it, 1 to 200 topics. */
      topics: components['schemas']['TopicId'][];
    };
    /** @description A sentence with its translations. */
    ExampleView: {
      /** @description In Dutch. */
      text: string;
      /** @description By language. */
      translations: {
        [key: string]: string;
      };
    };
    /**
     * @description What came of a fact.
     * @enum {string}
     */
    FactResult: 'applied' | 'duplicate' | 'rejected';
    /** @description What came of a fact. */
    FactResultView: {
      countedAt?: components['schemas']['Timestamp'] | null;
      /**
       * Format: uuid
       * @description The fact's own id, or that of what it is about where it has none, as it was sent; absent where none can be read.
       */
      id?: string | null;
      problem?: components['schemas']['Problem'] | null;
      /**
       * @description `applied`, `duplicate` (it had come before, or something later counts), `rejected`. None of them needs to be sent
       *     again.
       */
      result: components['schemas']['FactResult'];
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
    /** @description What is ahead. */
    ForecastView: {
      /** @description Day by day, today first. */
      days: components['schemas']['DayAheadView'][];
      /**
       * Format: double
       * @description Seconds that an answer takes: the student's own of the last 30 days, 12 before there is one.
       */
      secondsACard: number;
    };
    /**
     * @description The language of a gloss: what the student knows already.
     * @enum {string}
     */
    GlossLanguage: 'en' | 'ru';
    /** @description A word that a student finds hard. */
    HardWordView: {
      /**
       * Format: int32
       * @description Answers in all.
       */
      answers: number;
      /**
       * @description With its article, as it is learnt.
       * @example het brood
       */
      headword: string;
      /**
       * Format: int32
       * @description How often a card of it was forgotten when due.
       */
      lapses: number;
      /** @description Its topic. */
      topicId: components['schemas']['TopicId'];
      /** @description The word. */
      wordId: components['schemas']['WordId'];
      /**
       * Format: int32
       * @description Answers that were not right.
       */
      wrong: number;
    };
    /** @description The last answer of a card. */
    LastAnswerView: {
      /** @description When it counts as given. */
      at: components['schemas']['Timestamp'];
      /**
       * Format: date
       * @description On which of the student's days.
       */
      day: string;
      /** @description Which. */
      reviewId: components['schemas']['ReviewId'];
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
    /** @description Something that a student says of a card without answering it. */
    MarkCard: {
      /** @description How it asks, as the sitting told. */
      kind: components['schemas']['CardKind'];
      /**
       * @description `suspended`: ask it no more; `resumed`: ask it again; `buried`: ask it tomorrow; `brought-back`: it was set aside as a
       *     leech, ask it again.
       */
      mark: components['schemas']['MarkKind'];
      /** @description When, by the device's clock. Of marks that contradict each other the later counts. */
      markedAt: components['schemas']['Timestamp'];
      /** @description What the card asks, as the sitting told. */
      wordId: components['schemas']['WordId'];
      /** @description IANA zone in which the student is: decides when tomorrow begins. */
      zone?: components['schemas']['Zone'];
    };
    /** Format: uuid */
    MarkId: string;
    /**
     * @description What is said of a card.
     * @enum {string}
     */
    MarkKind: 'suspended' | 'resumed' | 'buried' | 'brought-back';
    /** @description How well parameters foretold answers that they were not trained on, as srs-benchmark measures it. */
    MeasuresView: {
      /** @description Answers that were foretold. */
      answers: number;
      /**
       * Format: double
       * @description The chance that of a recalled and a forgotten card the recalled one had been given the better one: 0.5 is a guess;
       *     absent where all were recalled, or none.
       */
      auc?: number | null;
      /**
       * Format: double
       * @description The mean of -ln of the chance that was given to what came: lower is better.
       */
      logLoss: number;
      /**
       * Format: double
       * @description The share that was predicted to be recalled.
       */
      predictedRetention: number;
      /**
       * Format: double
       * @description Root of the mean squared difference of predicted and true recall, over bins of like answers: lower is better.
       */
      rmseBins: number;
      /**
       * Format: double
       * @description The share that was.
       */
      trueRetention: number;
    };
    /** @description How well the algorithm knows a student. */
    MemoryView: {
      /**
       * @description The algorithm.
       * @example fsrs-6
       */
      algorithm: string;
      /**
       * Format: double
       * @description The share of due cards that the student means to recall.
       */
      desiredRetention: number;
      /**
       * Format: double
       * @description The mean of -ln of the chance that was given to what came: lower is better; a coin would have 0.69.
       */
      logLoss?: number | null;
      /**
       * Format: int32
       * @description Which parameters: 0 are the defaults, others were fitted to the student's own answers.
       */
      parameters: number;
      /**
       * Format: double
       * @description The share of them that was expected to be recalled, by what was predicted of each before it was given.
       */
      predictedRetention?: number | null;
      /**
       * Format: int64
       * @description Answers to learnt cards that were due, in the days that are looked back upon: the rest is about them.
       */
      predictions: number;
      trainedAt?: components['schemas']['Timestamp'] | null;
      training?: components['schemas']['TrainingView'] | null;
      /**
       * Format: double
       * @description The share that was recalled.
       */
      trueRetention?: number | null;
    };
    /** @description What was met for the first time on a day: it counts against what is new on that day. */
    MetTodayView: {
      /**
       * Format: date
       * @description The study day.
       */
      day: string;
      /** @description New kinds of known ones. */
      kinds: number;
      /** @description New words. */
      words: number;
    };
    /** @description One mistake in an answer. */
    MistakeView: {
      /** @description Where it ends, exclusive. */
      end: number;
      /**
       * @description What would be right there.
       * @example het
       */
      expected: string;
      /**
       * @description What kind, such as `article`, `typo`, `diacritic`, `capital`, `missing-word`, `extra-word`, `wrong`.
       * @example article
       */
      kind: string;
      /** @description Where in the answer it begins, in Unicode characters. */
      start: number;
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
    /** @description What was done in some days. */
    NumbersView: {
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
       * @description Cards that were met for the first time.
       */
      introduced: number;
      /** @description Answers by kind of card. */
      kinds: {
        [key: string]: number;
      };
      /**
       * Format: double
       * @description Minutes, as far as clients told how long answers took.
       */
      minutes: number;
      /** @description How often each kind of mistake was made. */
      mistakes: {
        [key: string]: number;
      };
      /**
       * Format: int64
       * @description Those of extra practice.
       */
      practice: number;
      /**
       * Format: double
       * @description Share of learnt, due cards that were recalled, 0 to 1; absent before there was one.
       */
      trueRetention?: number | null;
    };
    /** @description A card to take along. */
    OfflineCardView: {
      /** @description What it asks. */
      card: components['schemas']['CardView'];
      /** @description Whether no card of its word was met yet: it counts among the new words. */
      newWord: boolean;
      notBefore?: components['schemas']['Timestamp'] | null;
      /** @description Whether its word is one of the exam that lies ahead. */
      ofExam: boolean;
      state?: components['schemas']['CardStateView'] | null;
    };
    /** @description All that studying without a connection takes. */
    OfflineView: {
      /** @description The cards: those that return, longest waiting first, then new ones in the order in which to meet them. At most 2,000. */
      cards: components['schemas']['OfflineCardView'][];
      exam?: components['schemas']['ExamAheadView'] | null;
      /** @description What was met already on the day on which it was packed. */
      metToday: components['schemas']['MetTodayView'];
      /**
       * Format: int32
       * @description New words a day, as the student chose; as many new kinds of known words come beside them.
       */
      newWords: number;
      /** @description When it was packed. */
      packedAt: components['schemas']['Timestamp'];
      /** @description What the scheduler computes with. */
      scheduler: components['schemas']['SchedulerView'];
    };
    /** @description What came of an answer. */
    OutcomeView: {
      /** @description When the answer counts as given: as the device told, unless its clock ran ahead. */
      answeredAt: components['schemas']['Timestamp'];
      /**
       * Format: int32
       * @description Answers to this card so far.
       */
      answers: number;
      /** @description Whether it was right. */
      correct: boolean;
      /** @description When it returns. */
      dueAt: components['schemas']['Timestamp'];
      /**
       * @description What is right.
       * @example het brood
       */
      expected: string;
      /**
       * Format: int32
       * @description Days until then; 0 within the steps.
       */
      intervalDays: number;
      /**
       * Format: int32
       * @description Times it was forgotten when due.
       */
      lapses: number;
      /** @description What was wrong with it, most specific first. */
      mistakes: components['schemas']['MistakeView'][];
      /**
       * @description What the card is going through now.
       * @example learning
       */
      phase: string;
      /**
       * @description How well it went, as the scheduler counts: `again`, `hard`, `good`, `easy`.
       * @example hard
       */
      rating: string;
      /** @description Whether the card is asked no more for now: it was forgotten too often, or is suspended. */
      setAside: boolean;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    Page_CardView: {
      /** @description The items, in the order of the list. */
      items: {
        /** @description Which forms are asked for, by the names that `word.forms` has; absent where none are. */
        asks?: string[];
        buriedUntil?: components['schemas']['Timestamp'] | null;
        /** @description The card: where the answer goes. */
        cardId: components['schemas']['CardId'];
        /** @description What may be chosen, the right one among it; absent for what must be written, and where a topic has too few words. */
        choices?: string[];
        dueAt?: components['schemas']['Timestamp'] | null;
        /**
         * @description What is right, for a student who judges their own answer.
         * @example het brood
         */
        expected: string;
        /**
         * @description What helps with it: the sentence of a gap, translated.
         * @example I eat bread with cheese every morning.
         */
        hint?: string | null;
        /**
         * @description `recognition`: the Dutch is shown; `recall`: the Dutch is asked; `article`: the article of a noun; `forms`: its
         *     plural, or the past and the participle of a verb; `gap`: the word that a sentence lacks; `dictation`: what is heard.
         */
        kind: components['schemas']['CardKind'];
        lastAnsweredAt?: components['schemas']['Timestamp'] | null;
        /**
         * @description What the card is going through: `new`, `learning`, `review`, `relearning`.
         * @example new
         */
        phase: string;
        /**
         * @description What is shown; empty for what is heard. A gap is written as `___`.
         * @example bread; loaf
         */
        prompt: string;
        setAside?: components['schemas']['SetAside'] | null;
        /** @description The word. */
        word: components['schemas']['WordView'];
        /** @description What it asks. */
        wordId: components['schemas']['WordId'];
      }[];
      /** @description Leads on; absent on the last page. */
      nextCursor?: string | null;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    Page_TopicView: {
      /** @description The items, in the order of the list. */
      items: {
        description?: components['schemas']['LocalizedText'] | null;
        /** @description The topic. */
        id: components['schemas']['TopicId'];
        /** @description The level that it is taught at. */
        level: components['schemas']['Level'];
        /** @description How the student stands. */
        progress: components['schemas']['ProgressView'];
        /**
         * @description Its name in addresses.
         * @example eten-en-drinken
         */
        slug: string;
        /** @description Its name. */
        title: components['schemas']['LocalizedText'];
        /**
         * Format: int64
         * @description Words that are taught in it.
         */
        words: number;
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
    /** @description How a student stands in a topic. */
    ProgressView: {
      /**
       * Format: int32
       * @description Answers in all.
       */
      answers: number;
      /**
       * Format: int32
       * @description Those of them that wait to be asked now.
       */
      due: number;
      /**
       * Format: int32
       * @description Times that a learnt card was forgotten.
       */
      lapses: number;
      lastAnsweredAt?: components['schemas']['Timestamp'] | null;
      /**
       * Format: int32
       * @description Those of them that are learnt: they return after days.
       */
      learnt: number;
      /**
       * Format: int32
       * @description Cards that were answered at least once.
       */
      met: number;
      /**
       * Format: int32
       * @description Those of them that are asked no more for now: suspended, or leeches.
       */
      setAside: number;
      /**
       * Format: double
       * @description Share of learnt, due cards that were recalled, 0 to 1; absent before there was one.
       */
      trueRetention?: number | null;
    };
    /** Format: uuid */
    ReviewId: string;
    /** @description What the scheduler computes with. */
    SchedulerView: {
      /**
       * @description The algorithm.
       * @example fsrs-6
       */
      algorithm: string;
      /**
       * Format: double
       * @description The share of due cards that the student means to recall.
       */
      desiredRetention: number;
      /**
       * Format: int32
       * @description Which parameters.
       */
      parameters: number;
      /**
       * @description How full each day of the week may be, Monday first, in percent of a usual day: how the day of a return is drawn.
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
      week: number[];
      /** @description The 21 numbers; absent for the defaults, which every client has. */
      weights?: number[] | null;
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
    /** @description A card of a sitting. */
    SessionCardView: components['schemas']['CardView'] & {
      /** @description Whether it was answered since the sitting was arranged. */
      answered: boolean;
    };
    /** @description A sitting. */
    SessionView: {
      /** @description Cards that were answered since then. */
      answered: number;
      /** @description When it was arranged. */
      arrangedAt: components['schemas']['Timestamp'];
      /**
       * @description The cards, in the order to ask them in. Empty when nothing of the topic is due and the day's new cards are
       *     done.
       */
      cards: components['schemas']['SessionCardView'][];
      /** @description The sitting. */
      id: components['schemas']['StudySessionId'];
      /** @description Whether it is extra practice: answer its cards with `practice`, and no due date moves. */
      practice: boolean;
      topicId?: components['schemas']['TopicId'] | null;
    };
    /**
     * @description Why a card is asked no more for now.
     * @enum {string}
     */
    SetAside: 'suspended' | 'leech';
    /** @description What a student chose. */
    SettingsView: {
      /**
       * Format: double
       * @description The share of due cards that the student means to recall, 0.80 to 0.95.
       * @example 0.9
       */
      desiredRetention: number;
      exam?: components['schemas']['ExamBody'] | null;
      /** @description The language that the student answers from, and in. */
      language: components['schemas']['GlossLanguage'];
      /**
       * Format: int32
       * @description New words a day, over all topics; new kinds of cards of known words come beside them, as many at most.
       * @example 20
       */
      newWords: number;
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
      week: number[];
      /** @description IANA zone in which the student is: decides when a day begins. */
      zone: components['schemas']['Zone'];
    };
    /** @description Where a card stands. */
    StandView: {
      /**
       * Format: int32
       * @description Answers to this card that count.
       */
      answers: number;
      buriedUntil?: components['schemas']['Timestamp'] | null;
      /** @description The card. */
      cardId: components['schemas']['CardId'];
      dueAt?: components['schemas']['Timestamp'] | null;
      /**
       * Format: int32
       * @description Days between its last answer and then; 0 within the steps.
       */
      intervalDays: number;
      /**
       * Format: int32
       * @description Times it was forgotten when due.
       */
      lapses: number;
      /**
       * @description What the card is going through: `new`, `learning`, `review`, `relearning`.
       * @example review
       */
      phase: string;
      setAside?: components['schemas']['SetAside'] | null;
    };
    /** @description How a student learns. */
    StatisticsView: {
      /** @description All cards together, as they stand. */
      cards: components['schemas']['TotalsView'];
      /** @description The hardest words, 50 at most: by how often they were forgotten when known, then by wrong answers. */
      hardWords: components['schemas']['HardWordView'][];
      /** @description What was done in the days that are looked back upon. */
      lately: components['schemas']['NumbersView'];
      /** @description How the student stands in each topic that they began. */
      topics: components['schemas']['TopicStatisticsView'][];
    };
    /** Format: uuid */
    StudySessionId: string;
    /** @description What came of it. */
    SyncAnswer: {
      /** @description Cards that changed since the cursor, also by these facts, as they stand now. */
      cards: components['schemas']['CardStateView'][];
      /**
       * Format: int64
       * @description By how many milliseconds the device's clock is behind (or ahead, where it is negative), when its times were put right.
       */
      clockBehindMs?: number | null;
      /** @description Up to where the device knows cards now: send it next time. */
      cursor: string;
      /** @description Whether there is more: ask again at once, without facts. */
      more: boolean;
      /** @description What came of each fact, in their order. */
      results: components['schemas']['FactResultView'][];
    };
    /** @description A fact: what a `PUT` of it would have in its path and its body. */
    SyncFact:
      | {
          /** @description The answer. */
          body: components['schemas']['AnswerCard'];
          /** @description The card. */
          cardId: components['schemas']['CardId'];
          /** @enum {string} */
          fact: 'review';
          /** @description Its own id (UUIDv7). */
          id: components['schemas']['ReviewId'];
        }
      | {
          /** @description Which answer. */
          body: components['schemas']['UndoReview'];
          /** @description The card. */
          cardId: components['schemas']['CardId'];
          /** @enum {string} */
          fact: 'undo';
          /** @description Its own id (UUIDv7). */
          id: components['schemas']['UndoId'];
        }
      | {
          /** @description What is said of it. */
          body: components['schemas']['MarkCard'];
          /** @description The card. */
          cardId: components['schemas']['CardId'];
          /** @enum {string} */
          fact: 'mark';
          /** @description Its own id (UUIDv7). */
          id: components['schemas']['MarkId'];
        };
    /** @description What a device hands in, and up to where it knows. */
    SyncRequest: {
      /** @description Up to where the device knows how cards stand: the cursor of the last answer. Absent at first. */
      cursor?: string | null;
      /**
       * @description What the device's clock shows as it sends this. Is it wrong by more than five minutes, the times of all facts are put
       *     right by as much.
       */
      deviceTime: components['schemas']['Timestamp'];
      /**
       * @description What the student did, in any order, at most 500 facts. Each is judged by itself: one that cannot be read, or is of a
       *     kind that this release does not know, is rejected and leaves the others be.
       */
      facts: components['schemas']['SyncFact'][];
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
    /** @description How a student stands in a topic. */
    TopicStatisticsView: {
      /**
       * Format: double
       * @description Share of learnt, due cards that were recalled in the days that are looked back upon.
       */
      latelyRetained?: number | null;
      masteredAt?: components['schemas']['Timestamp'] | null;
      /** @description Those of them that are recalled, and will be for three weeks. */
      matureWords: number;
      /** @description How the student stands. */
      progress: components['schemas']['ProgressView'];
      /** @description The topic. */
      topicId: components['schemas']['TopicId'];
      /** @description Words that are taught in it. */
      words: number;
    };
    /** @description A topic, with how the student stands in it. */
    TopicView: {
      description?: components['schemas']['LocalizedText'] | null;
      /** @description The topic. */
      id: components['schemas']['TopicId'];
      /** @description The level that it is taught at. */
      level: components['schemas']['Level'];
      /** @description How the student stands. */
      progress: components['schemas']['ProgressView'];
      /**
       * @description Its name in addresses.
       * @example eten-en-drinken
       */
      slug: string;
      /** @description Its name. */
      title: components['schemas']['LocalizedText'];
      /**
       * Format: int64
       * @description Words that are taught in it.
       */
      words: number;
    };
    /** @description All cards of a student. */
    TotalsView: {
      /**
       * Format: int32
       * @description Those of them that wait to be asked now.
       */
      due: number;
      /**
       * Format: int32
       * @description Those of them that return after days.
       */
      learnt: number;
      /**
       * Format: int32
       * @description Cards that were forgotten too often.
       */
      leeches: number;
      /**
       * Format: int32
       * @description Cards that were answered at least once.
       */
      met: number;
      /**
       * Format: int32
       * @description Cards that the student does not want to be asked.
       */
      suspended: number;
    };
    /** @description A training of parameters on a student's own answers, which is tried at night. */
    TrainingView: {
      /** @description Whether the new parameters foretold the latest fifth of them better than those of before, and are used since. */
      accepted: boolean;
      /** @description When it was tried. */
      triedAt: components['schemas']['Timestamp'];
      unused?: components['schemas']['MeasuresView'] | null;
      /**
       * Format: int32
       * @description Answers that could be learnt from: given on a later day than the one before.
       */
      usableAnswers: number;
      used?: components['schemas']['MeasuresView'] | null;
    };
    /** Format: uuid */
    UndoId: string;
    /** @description The taking back of an answer. */
    UndoReview: {
      /** @description How it asks, as the sitting told. */
      kind: components['schemas']['CardKind'];
      /** @description The answer that is taken back. */
      reviewId: components['schemas']['ReviewId'];
      /** @description When, by the device's clock: at most 24 hours after the answer. */
      undoneAt: components['schemas']['Timestamp'];
      /** @description What the card asks, as the sitting told. */
      wordId: components['schemas']['WordId'];
    };
    /** Format: uuid */
    WordId: string;
    /** @description A word, as a student sees it. */
    WordView: {
      audio?: components['schemas']['AudioView'] | null;
      /** @description Sentences with it. */
      examples: components['schemas']['ExampleView'][];
      /** @description Its forms by name, as far as it has them: `plural`, `diminutive`, `past`, `participle`, `comparative`. */
      forms: {
        [key: string]: string;
      };
      /** @description What it means, by language. */
      glosses: {
        [key: string]: string;
      };
      /**
       * @description With its article, as it is learnt.
       * @example het brood
       */
      headword: string;
      /** @description How it sounds, written. */
      ipa?: string | null;
      /**
       * @description Dictionary form.
       * @example brood
       */
      lemma: string;
      /** @description Its level. */
      level: components['schemas']['Level'];
      /** @description What kind of word it is. */
      partOfSpeech: components['schemas']['PartOfSpeech'];
    };
    /**
     * @description An IANA time zone, `Europe/Amsterdam` unless said.
     * @default Europe/Amsterdam
     * @example Europe/Amsterdam
     */
    Zone: string;
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
  list_cards: {
    parameters: {
      query?: {
        /** @description Only those that stand so. */
        state?: 'due' | 'suspended' | 'leech' | 'buried';
        /** @description Only those of this topic. */
        topicId?: components['schemas']['TopicId'];
        /** @description Only those that ask in this way. */
        kind?: 'unknown' | 'recognition' | 'recall' | 'article' | 'forms' | 'gap' | 'dictation';
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
      /** @description A page of cards. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Page_CardView'];
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
  mark_card: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The card, as the sitting told. */
        cardId: components['schemas']['CardId'];
        /** @description Made by the client (UUIDv7). */
        markId: components['schemas']['MarkId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MarkCard'];
      };
    };
    responses: {
      /** @description It was taken before, or something later was. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StandView'];
        };
      };
      /** @description Taken. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StandView'];
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
  answer_card: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The card, as the sitting told. */
        cardId: components['schemas']['CardId'];
        /** @description Made by the client (UUIDv7). */
        reviewId: components['schemas']['ReviewId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AnswerCard'];
      };
    };
    responses: {
      /** @description It was taken before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OutcomeView'];
        };
      };
      /** @description Taken. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OutcomeView'];
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
  undo_review: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The card, as the sitting told. */
        cardId: components['schemas']['CardId'];
        /** @description Made by the client (UUIDv7). */
        undoId: components['schemas']['UndoId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UndoReview'];
      };
    };
    responses: {
      /** @description It was taken back before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StandView'];
        };
      };
      /** @description Taken back. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StandView'];
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
  show_offline: {
    parameters: {
      query?: {
        /** @description Days without a connection, today included: 1 to 14. */
        days?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Cards, words, and what the scheduler needs. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfflineView'];
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
  show_session: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The sitting. */
        sessionId: components['schemas']['StudySessionId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sitting. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
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
  arrange_session_of_topics: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Made by the client (UUIDv7). */
        sessionId: components['schemas']['StudySessionId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ArrangeSessionOfTopics'];
      };
    };
    responses: {
      /** @description It was arranged before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
        };
      };
      /** @description Arranged. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
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
  show_settings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The settings. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettingsView'];
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
  change_settings: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The `ETag` of what the caller has read.
         * @example "7"
         */
        'If-Match': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeSettings'];
      };
    };
    responses: {
      /** @description As they are now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettingsView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
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
  show_statistics: {
    parameters: {
      query?: {
        /** @description Days that are looked back upon, today included: 1 to 366. */
        days?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The statistics. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatisticsView'];
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
  list_days: {
    parameters: {
      query: {
        /**
         * @description The first.
         * @example 2026-01-01
         */
        from: string;
        /**
         * @description The last, at most 366 days in all.
         * @example 2026-12-31
         */
        to: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The days. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarView'];
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
  show_forecast: {
    parameters: {
      query?: {
        /** @description Days, today included: 1 to 90. */
        days?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The forecast. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ForecastView'];
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
  show_memory: {
    parameters: {
      query?: {
        /** @description Days that are looked back upon, today included: 1 to 366. */
        days?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The student's profile of the algorithm. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemoryView'];
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
  sync: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SyncRequest'];
      };
    };
    responses: {
      /** @description What came of each fact, and what changed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SyncAnswer'];
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
  list_topics: {
    parameters: {
      query?: {
        /** @description Only this level. */
        level?: components['schemas']['Level'];
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
      /** @description A page of topics. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Page_TopicView'];
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
  show_topic: {
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
      /** @description The topic. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TopicView'];
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
  arrange_session_of_topic: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description What to study. */
        topicId: components['schemas']['TopicId'];
        /** @description Made by the client (UUIDv7). */
        sessionId: components['schemas']['StudySessionId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ArrangeSession'];
      };
    };
    responses: {
      /** @description It was arranged before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
        };
      };
      /** @description Arranged. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
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

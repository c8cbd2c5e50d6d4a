// Made from openapi/cron-utility.v2.json by `npm run generate`; not to be edited.

export interface paths {
  '/api/v2/cron-utility/class': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The teacher's own students at a glance.
     * @description Permission: teacher; each sees the students that they are linked to.
     *
     *     **Permission:** teacher.
     */
    get: operations['show_class'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/cron-utility/class/hard-words': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The words that are hard for the teacher's own students together.
     * @description Of the 200 that were wrong most often. Permission: teacher; of the students that they are linked to.
     *
     *     **Permission:** teacher.
     */
    get: operations['hard_words_of_class'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/cron-utility/class/mistakes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The kinds of mistakes that the teacher's own students make together.
     * @description Permission: teacher; of the students that they are linked to.
     *
     *     **Permission:** teacher.
     */
    get: operations['mistakes_of_class'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/cron-utility/digest': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether the weekly digest is sent to the caller.
     * @description On Mondays a teacher is mailed how their students did last week, a student how they did themselves. Permission: student
     *     and teacher, own choice.
     *
     *     **Permission:** student, teacher.
     */
    get: operations['show_digest'];
    /**
     * Turn the weekly digest on or off.
     * @description Permission: student and teacher, own choice. Needs the `ETag` of the choice as `If-Match`; `"0"` for the first. What is
     *     turned off is not sent any more, also where it waits to be sent.
     *
     *     **Permission:** student, teacher.
     */
    put: operations['choose_digest'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/cron-utility/standing': {
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
  '/api/v2/cron-utility/students': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The teacher's own students, with how each stands: who needs help first, unless another order is asked for.
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
  '/api/v2/cron-utility/students.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The teacher's own students as a table for a spreadsheet (CSV, RFC 4180), who needs help first.
     * @description A row a student; there are ids in it, codes, numbers and instants, no name and no other text. What has no value is empty.
     *     Permission: teacher; each gets the students that they are linked to.
     *
     *     **Permission:** teacher.
     */
    get: operations['table_of_students'];
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
     * A student of the teacher, with what they did and what is hard for them.
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
  '/api/v2/cron-utility/students/{studentId}/hard-words': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The words that are hard for a student.
     * @description Of the 200 that were wrong most often. Permission: teacher, own students.
     *
     *     **Permission:** teacher.
     */
    get: operations['hard_words_of_student'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/cron-utility/students/{studentId}/mistakes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The kinds of mistakes that a student makes.
     * @description Permission: teacher, own students.
     *
     *     **Permission:** teacher.
     */
    get: operations['mistakes_of_student'];
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
    /** @description A choice. */
    ChooseDigest: {
      /** @description Whether it is to be sent. */
      wanted: boolean;
    };
    /** @description A class at a glance. */
    ClassView: {
      /**
       * Format: int64
       * @description Those with an answer in the last seven days.
       * @example 19
       */
      active: number;
      /** @description Cards that are due, of all students together. */
      due: components['schemas']['DueView'];
      /**
       * Format: int64
       * @description Those who need help.
       * @example 5
       */
      needHelp: number;
      /** @description How many need help for each reason; reasons that hold for nobody are left out. */
      needs: components['schemas']['NeedCountView'][];
      /**
       * Format: int64
       * @description Students.
       * @example 24
       */
      students: number;
      /**
       * Format: double
       * @description Share of learnt, due cards that were recalled in the last 30 days, 0 to 1; absent before there was one.
       * @example 0.87
       */
      trueRetention?: number | null;
      /**
       * Format: int64
       * @description Answers in the last seven days.
       * @example 2310
       */
      weekAnswers: number;
      /**
       * Format: int64
       * @description Minutes of study in the last seven days.
       * @example 540
       */
      weekMinutes: number;
      /** @description The last six weeks, the present one first. */
      weeks: components['schemas']['ClassWeekView'][];
    };
    /** @description A week of a class. */
    ClassWeekView: {
      /**
       * Format: int64
       * @description Students with an answer in it.
       * @example 19
       */
      active: number;
      /**
       * Format: int64
       * @description Answers.
       * @example 2310
       */
      answers: number;
      /**
       * Format: double
       * @description Share of right ones, 0 to 1; absent where there was no answer.
       * @example 0.84
       */
      correct?: number | null;
      /**
       * @description The week, as ISO 8601 has it.
       * @example 2026-W48
       */
      isoWeek: string;
      /**
       * Format: int64
       * @description Minutes of study.
       * @example 540
       */
      minutes: number;
      /** @description The own words that students had in it. */
      ownWords: components['schemas']['OwnWordsView'];
      /**
       * Format: double
       * @description Share of learnt, due cards that were recalled, 0 to 1; absent where none was due.
       * @example 0.87
       */
      trueRetention?: number | null;
    };
    /** @description What came of a week of own words. */
    CohortOutcomeView: {
      /**
       * Format: int64
       * @description Echoes that were forgotten.
       * @example 1
       */
      echoesForgotten: number;
      /**
       * Format: int64
       * @description Echoes that were remembered.
       * @example 3
       */
      echoesPassed: number;
      /**
       * Format: int64
       * @description Words that were set aside as leeches.
       * @example 0
       */
      setAside: number;
      /**
       * Format: int64
       * @description Words that go on in the next.
       * @example 5
       */
      unfinished: number;
    };
    /** @description A week of own words. */
    CohortView: {
      /**
       * @description The cycles that every word has passed: `see`, `recall`, `write`, `use`.
       * @example [
       *       "see",
       *       "recall"
       *     ]
       */
      cyclesCompleted: string[];
      /**
       * Format: int64
       * @description Words that graduated earlier and return.
       * @example 4
       */
      echoes: number;
      /**
       * Format: int64
       * @description Those of them that have passed the last cycle.
       * @example 18
       */
      graduated: number;
      /**
       * @description The week, as ISO 8601 has it.
       * @example 2026-W48
       */
      isoWeek: string;
      outcome?: components['schemas']['CohortOutcomeView'] | null;
      /**
       * Format: int64
       * @description Words in their cycles, new ones and carried ones.
       * @example 23
       */
      words: number;
    };
    /** @description A day of study, which ends at 04:00. */
    DayView: {
      /**
       * Format: int64
       * @description Answers.
       * @example 46
       */
      answers: number;
      /**
       * Format: int64
       * @description Right ones.
       * @example 40
       */
      correct: number;
      /**
       * Format: date
       * @description The day.
       * @example 2026-11-23
       */
      day: string;
      /**
       * Format: int64
       * @description Minutes of study.
       * @example 11
       */
      minutes: number;
      /**
       * Format: double
       * @description Share of learnt, due cards that were recalled, 0 to 1; absent where none was due.
       * @example 0.9
       */
      trueRetention?: number | null;
    };
    /** @description Whether the caller gets the weekly digest. */
    DigestView: {
      /** @description Whether it is sent. Before the first choice it is to teachers, and is not to students. */
      wanted: boolean;
    };
    /** @description Cards that are due. */
    DueView: {
      /**
       * @description On each of the seven days after it.
       * @example [
       *       12,
       *       8,
       *       0,
       *       15,
       *       9,
       *       4,
       *       7
       *     ]
       */
      coming: number[];
      /**
       * Format: int64
       * @description By the end of today, 04:00 at school: those that wait, and those that come.
       * @example 42
       */
      today: number;
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
    /** @description A topic with hard words. */
    HardTopicView: {
      /** @description Its hard words, the hardest first, ten at most. */
      hardWords: components['schemas']['HardWordView'][];
      /** @description What it is called in Dutch; absent until its content has arrived here. */
      title?: string | null;
      /** @description The topic. */
      topicId: components['schemas']['TopicId'];
    };
    /** @description A word that is hard. */
    HardWordView: {
      /**
       * Format: int64
       * @description Answers in all.
       */
      answers: number;
      /**
       * @description With its article; of an own word its lemma. Absent until its content has arrived here, and for what no dictionary
       *     knows: that is the student's own.
       * @example het brood
       */
      headword?: string | null;
      /**
       * Format: int64
       * @description Times that it was forgotten after it was learnt.
       */
      lapses: number;
      /**
       * @description How often each kind of mistake was made; of one student alone.
       * @example {
       *       "article": 3,
       *       "typo": 1
       *     }
       */
      mistakes?: {
        [key: string]: number;
      } | null;
      /**
       * Format: int64
       * @description How many students got it wrong; of a class alone.
       */
      students?: number | null;
      topicId?: components['schemas']['TopicId'] | null;
      /**
       * @description What that is called in Dutch; absent until its content has arrived here.
       * @example Eten en drinken
       */
      topicTitle?: string | null;
      /**
       * Format: double
       * @description Share of its learnt, due cards that were recalled, 0 to 1; absent before there was one.
       */
      trueRetention?: number | null;
      /**
       * Format: uuid
       * @description The word, of a topic or of the student's own dictionary.
       */
      wordId: string;
      /**
       * Format: int64
       * @description Wrong ones.
       */
      wrong: number;
    };
    /** @description Words that are hard. */
    HardWordsView: {
      /** @description The words, in the order that was asked for. */
      items: components['schemas']['HardWordView'][];
    };
    /** @description A card that is a leech. */
    LeechView: {
      /**
       * @description As of a hard word.
       * @example het brood
       */
      headword?: string | null;
      /**
       * Format: int64
       * @description How often the card was forgotten.
       * @example 8
       */
      lapses: number;
      since?: components['schemas']['Timestamp'] | null;
      topicId?: components['schemas']['TopicId'] | null;
      /**
       * Format: uuid
       * @description Its word, of a topic or of the student's own dictionary.
       */
      wordId: string;
    };
    /**
     * Format: int32
     * @description How many items a page may hold: 1 to 200, 50 unless said.
     * @default 50
     * @example 50
     */
    Limit: number;
    /** @description A topic that the student has mastered. */
    MasteredTopicView: {
      /**
       * @description Its level.
       * @example A1
       */
      level: string;
      /** @description When. */
      masteredAt: components['schemas']['Timestamp'];
      /**
       * @description What it is called in Dutch; absent until its content has arrived here.
       * @example Eten en drinken
       */
      title?: string | null;
      /** @description The topic. */
      topicId: components['schemas']['TopicId'];
      /**
       * Format: int64
       * @description How many words it had.
       * @example 28
       */
      words: number;
    };
    /** @description How often a kind of mistake was made. */
    MistakeView: {
      /**
       * Format: int64
       * @description How often.
       * @example 25
       */
      count: number;
      /**
       * @description The kind, as a code of the grader.
       * @example article
       */
      kind: string;
      /**
       * Format: double
       * @description Its share of all mistakes, 0 to 1.
       * @example 0.41
       */
      share: number;
    };
    /** @description Kinds of mistakes of a week. */
    MistakesOfWeekView: {
      /**
       * Format: int64
       * @description Answers in it.
       * @example 164
       */
      answers: number;
      /**
       * @description The week, as ISO 8601 has it.
       * @example 2026-W48
       */
      isoWeek: string;
      /** @description The most frequent first. */
      kinds: components['schemas']['MistakeView'][];
    };
    /** @description Kinds of mistakes. */
    MistakesView: {
      /** @description Those of the last 30 days, the most frequent first. */
      kinds: components['schemas']['MistakeView'][];
      /** @description Those of the last six weeks, the present week first. */
      weeks: components['schemas']['MistakesOfWeekView'][];
    };
    /** @description Why a student may need help. */
    Need:
      | {
          /** @enum {string} */
          code: 'inactive';
          /**
           * Format: int64
           * @description Whole days since the last answer; since the link with this teacher where there was none.
           * @example 9
           */
          days: number;
        }
      | {
          /**
           * Format: int64
           * @description Over so many answers to due cards, 50 at least.
           * @example 120
           */
          answers: number;
          /** @enum {string} */
          code: 'low-retention';
          /**
           * Format: double
           * @description The share that was to be recalled.
           * @example 0.9
           */
          desired: number;
          /**
           * Format: double
           * @description The share that was recalled, 0 to 1.
           * @example 0.72
           */
          retention: number;
        }
      | {
          /** @enum {string} */
          code: 'due-load';
          /**
           * Format: int64
           * @description Cards that wait by the end of today.
           * @example 210
           */
          due: number;
          /**
           * Format: double
           * @description Answers on a usual day of the last 30.
           * @example 40.5
           */
          usualDay: number;
        }
      | {
          /** @enum {string} */
          code: 'leeches';
          /**
           * Format: int64
           * @description How many.
           * @example 4
           */
          leeches: number;
        }
      | {
          /** @enum {string} */
          code: 'mistake-kind';
          /**
           * @description The kind, as a code of the grader.
           * @example article
           */
          kind: string;
          /**
           * Format: int64
           * @description How often it was made.
           * @example 25
           */
          mistakes: number;
          /**
           * Format: int64
           * @description Of so many mistakes in all, 30 at least.
           * @example 48
           */
          of: number;
        };
    /**
     * @description What a need is called.
     * @enum {string}
     */
    NeedCode: 'inactive' | 'low-retention' | 'due-load' | 'leeches' | 'mistake-kind';
    /** @description How many students need help for a reason. */
    NeedCountView: {
      /** @description The reason. */
      code: components['schemas']['NeedCode'];
      /**
       * Format: int64
       * @description How many.
       * @example 3
       */
      students: number;
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
    /** @description Own words of a class in a week. */
    OwnWordsView: {
      /**
       * Format: int64
       * @description Those of them that have passed the last cycle.
       * @example 171
       */
      graduated: number;
      /**
       * Format: int64
       * @description Students who had any.
       * @example 12
       */
      students: number;
      /**
       * Format: int64
       * @description Words in their cycles.
       * @example 240
       */
      words: number;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    Page_StudentView: {
      /** @description The items, in the order of the list. */
      items: {
        /**
         * Format: int64
         * @description Answers in all.
         * @example 1240
         */
        answers: number;
        /**
         * Format: int64
         * @description Right ones.
         * @example 1080
         */
        correct: number;
        /** @description Cards that are due. */
        due: components['schemas']['DueView'];
        lastActiveAt?: components['schemas']['Timestamp'] | null;
        /**
         * Format: int64
         * @description Cards that were forgotten eight times or more.
         * @example 2
         */
        leeches: number;
        /** @description Why they may need help, each reason with the numbers that it rests on; empty when there is none. */
        needs: components['schemas']['Need'][];
        /** @description The student. */
        studentId: components['schemas']['UserId'];
        /**
         * Format: double
         * @description Share of learnt, due cards that were recalled in the last 30 days, 0 to 1; absent before there was one.
         * @example 0.88
         */
        trueRetention?: number | null;
        /**
         * Format: int64
         * @description Answers in the last seven days.
         * @example 164
         */
        weekAnswers: number;
        /**
         * Format: int64
         * @description Minutes of study in the last seven days; of one answer a minute counts at most.
         * @example 38
         */
        weekMinutes: number;
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
    /** @description A student, with what they did and what is hard for them. */
    StudentDetailView: components['schemas']['StudentView'] & {
      /** @description The student's weeks of own words, the latest first, thirteen at most. */
      cohorts: components['schemas']['CohortView'][];
      /** @description The days of the last 30 on which something was answered, the oldest first. */
      days: components['schemas']['DayView'][];
      /** @description Cards and own words that are leeches, the latest first, 50 at most. */
      leechCards: components['schemas']['LeechView'][];
      /** @description Topics that the student has mastered, the latest first. */
      masteredTopics: components['schemas']['MasteredTopicView'][];
      /** @description Kinds of mistakes of the last 30 days, the most frequent first. */
      mistakes: components['schemas']['MistakeView'][];
      /** @description Hard words of the student's own dictionary, the hardest first, ten at most. */
      ownWords: components['schemas']['HardWordView'][];
      /** @description Topics with hard words, the topic of the hardest word first. */
      topics: components['schemas']['HardTopicView'][];
    };
    /** @description How a student stands. The name is pii's to tell. */
    StudentView: {
      /**
       * Format: int64
       * @description Answers in all.
       * @example 1240
       */
      answers: number;
      /**
       * Format: int64
       * @description Right ones.
       * @example 1080
       */
      correct: number;
      /** @description Cards that are due. */
      due: components['schemas']['DueView'];
      lastActiveAt?: components['schemas']['Timestamp'] | null;
      /**
       * Format: int64
       * @description Cards that were forgotten eight times or more.
       * @example 2
       */
      leeches: number;
      /** @description Why they may need help, each reason with the numbers that it rests on; empty when there is none. */
      needs: components['schemas']['Need'][];
      /** @description The student. */
      studentId: components['schemas']['UserId'];
      /**
       * Format: double
       * @description Share of learnt, due cards that were recalled in the last 30 days, 0 to 1; absent before there was one.
       * @example 0.88
       */
      trueRetention?: number | null;
      /**
       * Format: int64
       * @description Answers in the last seven days.
       * @example 164
       */
      weekAnswers: number;
      /**
       * Format: int64
       * @description Minutes of study in the last seven days; of one answer a minute counts at most.
       * @example 38
       */
      weekMinutes: number;
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
  show_class: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The class. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClassView'];
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
  hard_words_of_class: {
    parameters: {
      query?: {
        /** @description Only those of this topic. */
        topicId?: components['schemas']['TopicId'];
        /** @description By what they are ordered: `-difficulty` unless said. */
        sort?: '-difficulty' | '-lapses' | 'trueRetention';
        /** @description How many at most. */
        limit?: components['schemas']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The words. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HardWordsView'];
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
  mistakes_of_class: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The kinds of mistakes. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MistakesView'];
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
  show_digest: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The choice. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DigestView'];
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
  choose_digest: {
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
        'application/json': components['schemas']['ChooseDigest'];
      };
    };
    responses: {
      /** @description The choice, as it stands now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DigestView'];
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
  list_students: {
    parameters: {
      query?: {
        /** @description Only those who need help (`true`), or only the others (`false`). */
        needsHelp?: boolean;
        /** @description Only those who need help for this reason. */
        need?: 'inactive' | 'low-retention' | 'due-load' | 'leeches' | 'mistake-kind';
        /** @description By what they are ordered: `-needs` unless said. */
        sort?: '-needs' | '-due' | 'trueRetention' | 'lastActiveAt' | 'weekAnswers';
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
  table_of_students: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The table, with its headings. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example student_id,needs,due_today,due_in_7_days,answers,correct,answers_7_days,minutes_7_days,answers_30_days,true_retention_30_days,mistakes_30_days,leeches,last_active_at
           *     0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10,inactive due-load,121,37,1240,1080,0,0,310,0.8812,24,2,2026-11-14T19:20:11.000Z
           */
          'text/csv': string;
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
  hard_words_of_student: {
    parameters: {
      query?: {
        /** @description Only those of this topic. */
        topicId?: components['schemas']['TopicId'];
        /** @description By what they are ordered: `-difficulty` unless said. */
        sort?: '-difficulty' | '-lapses' | 'trueRetention';
        /** @description How many at most. */
        limit?: components['schemas']['Limit'];
      };
      header?: never;
      path: {
        /** @description The student. */
        studentId: components['schemas']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The words. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HardWordsView'];
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
  mistakes_of_student: {
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
      /** @description The kinds of mistakes. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MistakesView'];
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

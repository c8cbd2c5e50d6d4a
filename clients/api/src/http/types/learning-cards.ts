// Made from openapi/learning-cards.v2.json by `npm run generate`; not to be edited.

export interface paths {
  '/api/v2/learning-cards/cohorts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The student's weeks, the latest first.
     * @description **Permission:** student.
     */
    get: operations['list_cohorts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/cohorts/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The student's present week.
     * @description The first request of a week opens it, when Monday's run has not. 404 while there is nothing to study: the first word that
     *     comes to the dictionary opens it then.
     *
     *     **Permission:** student.
     */
    get: operations['show_current_cohort'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/cohorts/current/words/{wordId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Take a word of the queue into the present week.
     * @description For a student who does not want to wait for Monday, as long as the week has room. The word's days count from today. Safe to
     *     repeat. Problems: `cohort-full`, `word-not-waiting`.
     *
     *     **Permission:** student.
     */
    put: operations['take_word_in'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/cohorts/{week}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One of the student's weeks.
     * @description Its words are as they are now. Nothing is opened.
     *
     *     **Permission:** student.
     */
    get: operations['show_cohort'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/dictionary.apkg': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The own dictionary as a package of Anki, with its schedules.
     * @description Two cards a word: its meaning, and the Dutch. What returns by an echo is a review card with the days until then; what is
     *     known returns after sixteen weeks; a leech is suspended. The latest answers come along, up to a hundred a word.
     *
     *     **Permission:** student.
     */
    get: operations['package_of_words'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/dictionary.tsv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The own dictionary as a table (tab-separated values), the oldest word first.
     * @description With headings, in UTF-8. Each word with its article, its meaning in the student's language, its first sentence, note and
     *     tags; without its schedule. A text that a spreadsheet would take for a formula is preceded by an apostrophe.
     *
     *     **Permission:** student.
     */
    get: operations['table_of_words'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The student's imports, the latest first.
     * @description **Permission:** student.
     */
    get: operations['list_imports'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/imports/previews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Look what an import of a file would do.
     * @description What kind of file it is, which field seems to be what, the first words, every fault by line, and which words the dictionary
     *     has already. Nothing is written, and nothing of the file is kept. A file that cannot be read at all is refused at `/file`,
     *     with a code: `empty-file`, `not-base64`, `not-text`, `too-much`, `too-much-work`, `bomb`, `damaged-archive`,
     *     `damaged-collection`, `unsafe-name`, `no-collection`, `no-table`, `unknown-version`, `unreadable`, `unknown-encoding`,
     *     `unclosed-quote`; a mapping that does not fit, at `/mapping`.
     *
     *     **Permission:** student.
     */
    post: operations['preview_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/imports/{importId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * An import.
     * @description **Permission:** student.
     */
    get: operations['show_import'];
    /**
     * Take the words of a file into the dictionary.
     * @description All of them or none. They wait in the queue in the order of the file; words that return after days in Anki have graduated
     *     here, and those of sixteen weeks are known. With lines that give no word nothing is imported, unless they are to be left
     *     out; each is told as `/file/{line}`. Safe to repeat: a word comes once, and a repeat of an import that was cut off does the
     *     rest. Problems: those of the preview, `nothing-to-import`, and `import-id-in-use`.
     *
     *     **Permission:** student.
     */
    put: operations['import_words'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/imports/{importId}/undos': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take an import back.
     * @description The words that it brought are removed, save those that the student has touched since: answered, changed, moved in the
     *     queue, merged, met in another sentence. Those that stayed are told. What was removed can be restored for thirty days. Safe
     *     to repeat.
     *
     *     **Permission:** student.
     */
    post: operations['undo_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/lists': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The student's own lists, by name.
     * @description Permission: student, own lists.
     *
     *     **Permission:** student.
     */
    get: operations['list_lists'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/lists/{listId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A list of the student's own.
     * @description Permission: student, own lists.
     *
     *     **Permission:** student.
     */
    get: operations['show_list'];
    /**
     * Make a list.
     * @description Permission: student. A word may be in several lists. Safe to repeat. Problems: `too-many-lists` beyond 200.
     *
     *     **Permission:** student.
     */
    put: operations['put_list'];
    post?: never;
    /**
     * Remove a list.
     * @description Permission: student, own lists. Its words stay in the dictionary. Safe to repeat.
     *
     *     **Permission:** student.
     */
    delete: operations['remove_list'];
    options?: never;
    head?: never;
    /**
     * Rename a list.
     * @description Permission: student, own lists. A merge patch.
     *
     *     **Permission:** student.
     */
    patch: operations['change_list'];
    trace?: never;
  };
  '/api/v2/learning-cards/lists/{listId}/words': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Put words into a list.
     * @description Permission: student, own lists and words. Up to 200 words at once; all of them are there, or none is put in. Safe to
     *     repeat. Problems: `too-many-tags` when a word is in 20 lists already.
     *
     *     **Permission:** student.
     */
    post: operations['put_words'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/lists/{listId}/words/{wordId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take a word out of a list.
     * @description Permission: student, own lists and words. It stays in the dictionary. Safe to repeat.
     *
     *     **Permission:** student.
     */
    delete: operations['drop_word'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/lookups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Look a Dutch word up by any of its forms.
     * @description Lemma, article with its certainty, plural or verb forms, pronunciation, meanings in the student's language, frequency and
     *     level, as far as the school's lexicon has them; and what the student has of it already.
     *
     *     **Permission:** student.
     */
    get: operations['look_up'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/offered-lists': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The lists that teachers share with the student, by name.
     * @description Permission: student, of own teachers.
     *
     *     **Permission:** student.
     */
    get: operations['list_offered_lists'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/offered-lists/{listId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A list that a teacher shares with the student, with its words.
     * @description Permission: student, of own teachers.
     *
     *     **Permission:** student.
     */
    get: operations['show_offered_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/offered-lists/{listId}/takeovers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take over all words of a list that a teacher shares.
     * @description Permission: student, of own teachers. Words that are new wait in the queue, in the order of the list; all of them are in
     *     an own list of the same name. Safe to repeat: a word comes once, and a repeat brings what the teacher has added since.
     *     Problems: `too-many-lists`, `too-many-tags`.
     *
     *     **Permission:** student.
     */
    post: operations['take_list_over'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/offline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What to take along for some days without a connection.
     * @description Permission: student, own words. The client studies with it, and hands in what was done by `POST /sync`, from the cursor
     *     on. The week is opened if it was not. Words that wait in the queue stay at home: a week takes them when it is opened.
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
  '/api/v2/learning-cards/removals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The removed words that can still be taken back, the last removed first.
     * @description Permission: student, own words. A word comes back by `POST /words/{wordId}/restorations`.
     *
     *     **Permission:** student.
     */
    get: operations['list_removals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/sessions/{sessionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A sitting, to take it up again.
     * @description Words that were removed meanwhile are left out.
     *
     *     **Permission:** student.
     */
    get: operations['show_session'];
    /**
     * Arrange a sitting with the words of today.
     * @description What is due in the present week: the words that were not seen for the longest first, new ones between them. A word that a
     *     topic asked today waits until tomorrow. Safe to repeat: the sitting stands as it was arranged the first time.
     *
     *     **Permission:** student.
     */
    put: operations['put_session'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the student has set for their weeks.
     * @description **Permission:** student.
     */
    get: operations['show_settings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change what is set for the weeks to come.
     * @description A merge patch. The week under way keeps its words.
     *
     *     **Permission:** student.
     */
    patch: operations['change_settings'];
    trace?: never;
  };
  '/api/v2/learning-cards/shared-lists': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The lists that the teacher shares, by name.
     * @description Permission: teacher, own lists.
     *
     *     **Permission:** teacher.
     */
    get: operations['list_shared_lists'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/shared-lists/{listId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A list that the teacher shares, with its words.
     * @description Permission: teacher, own lists.
     *
     *     **Permission:** teacher.
     */
    get: operations['show_shared_list'];
    /**
     * Share a list of words with one's students.
     * @description Permission: teacher. Students who are linked to the teacher see it at once, where
     *     `studentIds` names some of them those alone. Safe to repeat. Problems: `too-many-lists`
     *     beyond 200.
     *
     *     **Permission:** teacher.
     */
    put: operations['put_shared_list'];
    post?: never;
    /**
     * Share a list no more.
     * @description Permission: teacher, own lists. What students took over stays theirs. Safe to repeat.
     *
     *     **Permission:** teacher.
     */
    delete: operations['remove_shared_list'];
    options?: never;
    head?: never;
    /**
     * Change a shared list.
     * @description Permission: teacher, own lists. A merge patch. What students took over stays as it is; who takes the list over again gets
     *     the words that are new.
     *
     *     **Permission:** teacher.
     */
    patch: operations['change_shared_list'];
    trace?: never;
  };
  '/api/v2/learning-cards/standing': {
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
  '/api/v2/learning-cards/statistics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How the student learns their own words: totals, by cycle, week by week, true retention, hard words.
     * @description Permission: student, own words. Of the present week: what was done so far. An answer that comes after its week was closed
     *     counts for the word, and not for what the week was closed with.
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
  '/api/v2/learning-cards/statistics/forecast': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many own words are to be answered on the coming days, and how long that takes, when all is done each day and right.
     * @description Permission: student, own words. Opens the present week, as other requests do.
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
  '/api/v2/learning-cards/sync': {
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
     * @description Permission: student, own words. Safe to repeat: each fact counts once, in whatever order facts arrive and from however
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
  '/api/v2/learning-cards/words': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The words of the own dictionary.
     * @description **Permission:** student.
     */
    get: operations['list_words'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/words/{wordId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A word of the own dictionary.
     * @description **Permission:** student.
     */
    get: operations['show_word'];
    /**
     * Add a word to the own dictionary.
     * @description It waits in the queue until a week takes it, the newest first. Safe to repeat. Words of the dictionary that seem to be the
     *     same are named in the answer.
     *
     *     **Permission:** student.
     */
    put: operations['put_word'];
    post?: never;
    /**
     * Remove a word from the own dictionary.
     * @description For thirty days it can be taken back. Safe to repeat.
     *
     *     **Permission:** student.
     */
    delete: operations['remove_word'];
    options?: never;
    head?: never;
    /**
     * Change a word of the own dictionary.
     * @description A merge patch. What was answered stays.
     *
     *     **Permission:** student.
     */
    patch: operations['change_word'];
    trace?: never;
  };
  '/api/v2/learning-cards/words/{wordId}/contexts/{contextId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Add a sentence where a word was met.
     * @description A word has up to 20; in which the gap is asked, the sitting says. Safe to repeat. Problems: `context-id-in-use`,
     *     `too-many-contexts`.
     *
     *     **Permission:** student.
     */
    put: operations['put_context'];
    post?: never;
    /**
     * Remove a sentence from a word.
     * @description Safe to repeat. A word without sentences is asked in none.
     *
     *     **Permission:** student.
     */
    delete: operations['drop_context'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/words/{wordId}/merges/{otherId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Take another word over that is the same one.
     * @description This word gets the other's sentences, answers, tags, lists, and the forms and meanings that it lacks; where it stands
     *     follows from the answers of both. The other is gone for good, and what a device answers to it later counts here. Safe to
     *     repeat: twice is as good as once. Problems: `words-differ` when they have not one lemma, or are of different kinds, and
     *     the student does not say `sameWord=true`; `word-merged` when one of them was taken over by a third;
     *     `word-merged-with-itself`.
     *
     *     **Permission:** student.
     */
    put: operations['merge_words'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/words/{wordId}/place': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Move a word in the queue.
     * @description The queue is `GET /words?stage=waiting&sort=queue`. Safe to repeat. Problems: `word-not-waiting`.
     *
     *     **Permission:** student.
     */
    put: operations['place_word'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/words/{wordId}/rescues': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Bring a word back that was set aside.
     * @description A word that was forgotten eight times is a leech and is asked no more. Brought back it waits in the queue and begins anew.
     *     Safe to repeat; a word that is not set aside stays as it is.
     *
     *     **Permission:** student.
     */
    post: operations['rescue_word'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/words/{wordId}/restorations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take a removed word back.
     * @description It is as it was, with all its answers. Safe to repeat. Problems: `word-merged` when another word took it over.
     *
     *     **Permission:** student.
     */
    post: operations['restore_word'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/learning-cards/words/{wordId}/reviews/{reviewId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Answer a word of the own dictionary.
     * @description The first answer of a day to what the word is asked counts; everything else is practice, and is kept all the same. Safe to
     *     repeat: an answer counts once, and the first outcome is given again.
     *
     *     **Permission:** student.
     */
    put: operations['answer_word'];
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
    /** @description A word that was added. */
    AddedView: components['schemas']['WordView'] & {
      /** @description Words that were there before and seem to be the same: they can be merged. */
      same?: components['schemas']['SameView'][];
    };
    /** @description What the student wants of a sitting. Everything may be left out. */
    ArrangeWords: {
      /**
       * @description The language to answer from (ISO 639-1); as set, unless said.
       * @example en
       */
      language?: string | null;
      /**
       * Format: int32
       * @description At most so many minutes, at the student's own pace, 1 to 240.
       */
      minutes?: number | null;
      /**
       * Format: int32
       * @description At most so many words, 1 to 200.
       * @default 100
       */
      words: number;
      zone?: components['schemas']['Zone'] | null;
    };
    /**
     * @description A definite article. Closed: Dutch has these two.
     * @enum {string}
     */
    Article: 'de' | 'het';
    /**
     * @description What a word is asked: its meaning (`see`), the Dutch (`recall`), the Dutch with its forms (`write`), a gap in the sentence
     *     where it was met (`use`), or the Dutch of one that has graduated (`echo`).
     * @enum {string}
     */
    AskName: 'see' | 'recall' | 'write' | 'use' | 'echo';
    /**
     * @description A verb that makes the perfect tense. Closed: Dutch has these two.
     * @enum {string}
     */
    Auxiliary: 'hebben' | 'zijn';
    /** @description A lemma that a form can have. */
    CandidateView: {
      article?: components['schemas']['LookedUpArticle'] | null;
      /** @description The word as it can be added. Its meanings may be lacking: then the student writes them. */
      entry: components['schemas']['Entry'];
      /**
       * @description What form of it was asked for: `lemma`, `finite`, `participle`, `present_participle`, `plural`, `diminutive`,
       *     `inflected`, `degree`.
       * @example finite
       */
      form: string;
      /**
       * Format: float
       * @description Zipf frequency: the logarithm of how often it stands in a thousand million words. Absent when it is not known.
       * @example 5.1
       */
      frequency?: number | null;
      /** @description Whether its forms were made by a rule, which nobody has checked. */
      generated: boolean;
      /**
       * @description With its article.
       * @example lopen
       */
      headword: string;
      level?: components['schemas']['LookedUpLevel'] | null;
      /** @description What it means. */
      meanings: components['schemas']['MeaningView'][];
      /** @description Words of the own dictionary that seem to be the same. */
      own: components['schemas']['OwnView'][];
      /** @description How it sounds, in the International Phonetic Alphabet. */
      pronunciations: string[];
      /**
       * @description What says that it is one: `list` (checked by people), `pack`, `rule`, `compound` (by its head), `itself` (nothing
       *     is known of the word).
       * @example list
       */
      source: string;
    };
    /** Format: uuid */
    ChangeId: string;
    /** @description What becomes of a shared list: absent stays. */
    ChangeSharedList: {
      /** @description What it is called. */
      name?: string | null;
      /**
       * @description Whom of the teacher's students it is offered to, all of them by name, at most 1,000; null for all students. Who is left
       *     out keeps what they took over.
       */
      studentIds?: components['schemas']['UserId'][] | null;
      /** @description Its words, all of them. */
      words?: components['schemas']['WrittenWord'][] | null;
    };
    /** @description What becomes of the settings: absent stays. Words a week and minutes a day are two ways to say one thing. */
    ChangeWeekSettings: {
      /**
       * @description The language to answer from (ISO 639-1).
       * @example en
       */
      language?: string | null;
      /**
       * Format: int32
       * @description So many minutes a day, 1 to 240.
       */
      minutesADay?: number | null;
      /**
       * Format: int32
       * @description So many words a week, those that are carried over included, 1 to 100.
       * @example 20
       */
      wordsAWeek?: number | null;
      zone?: components['schemas']['Zone'] | null;
    };
    /** @description What becomes of a word's fields: absent stays, null goes. */
    ChangeWord: {
      /**
       * @description What it means, by language: those that are named change, null goes. One stays.
       * @example {
       *       "en": "bread",
       *       "ru": null
       *     }
       */
      glosses?: {
        [key: string]: string | null;
      };
      /** @description How it sounds, in the International Phonetic Alphabet. */
      ipa?: string | null;
      /**
       * @description Dictionary form. It cannot go.
       * @example brood
       */
      lemma?: string | null;
      /** @description The student's lists that it is in, all of them. */
      lists?: components['schemas']['WordListId'][] | null;
      /** @description Whatever the student wants to remember of it. */
      note?: string | null;
      noun?: components['schemas']['OwnNoun'] | null;
      partOfSpeech?: components['schemas']['PartOfSpeech'] | null;
      /** @description What the student calls it, all of it. */
      tags?: string[] | null;
      verb?: components['schemas']['OwnVerb'] | null;
    };
    /** @description How a week ended. */
    ClosingView: {
      /** @description When it was closed. */
      closedAt: components['schemas']['Timestamp'];
      /**
       * Format: int32
       * @description Words that returned as echoes.
       */
      echoes: number;
      /**
       * Format: int32
       * @description Those of them that were not.
       */
      echoesForgotten: number;
      /**
       * Format: int32
       * @description Those of them that were remembered.
       */
      echoesPassed: number;
      /**
       * Format: int32
       * @description Those of them that passed the last cycle in it.
       */
      graduated: number;
      /**
       * Format: int32
       * @description Words that were met in it for the first time.
       */
      met: number;
      /**
       * Format: int32
       * @description Words that were set aside.
       */
      setAside: number;
      /**
       * Format: int32
       * @description Those of them that go on.
       */
      unfinished: number;
      /**
       * Format: int32
       * @description Words in their cycles.
       */
      words: number;
    };
    /** Format: uuid */
    CohortId: string;
    /** @description A cohort in a list. */
    CohortSummary: {
      /** @description When the week begins: Monday 04:00 in Amsterdam. */
      beginsAt: components['schemas']['Timestamp'];
      /** @description Words that are carried over. */
      carriedWords: number;
      closed?: components['schemas']['ClosingView'] | null;
      /** @description The cohort: it follows from student and week. */
      cohortId: components['schemas']['CohortId'];
      /** @description Cycles that all its words have passed. */
      completed: components['schemas']['AskName'][];
      /** @description Words that return as echoes. */
      echoes: number;
      /** @description New words in it. */
      newWords: number;
      /** @description When its words were chosen. */
      openedAt: components['schemas']['Timestamp'];
      /**
       * @description The week.
       * @example 2026-W48
       */
      week: string;
    };
    /** @description A cohort with its words. */
    CohortView: components['schemas']['CohortSummary'] & {
      /** @description Its words: carried ones, echoes, new ones. Those that were removed meanwhile are left out. */
      words: components['schemas']['CohortWordView'][];
    };
    /** @description A word of a cohort. */
    CohortWordView: {
      askedToday?: components['schemas']['AskName'] | null;
      /**
       * Format: int32
       * @description Cycles passed, 0 to 4.
       */
      cyclesPassed: number;
      /**
       * Format: date
       * @description The day from which on its next cycle is asked; absent when it is in none.
       */
      dueOn?: string | null;
      /**
       * @description With its article.
       * @example het brood
       */
      headword: string;
      /** @description What it is going through. */
      stage: components['schemas']['StageName'];
      /** @description Why it is in the cohort. */
      why: components['schemas']['Why'];
      /** @description The word. */
      wordId: components['schemas']['OwnWordId'];
    };
    /** @description A sentence where a word was met. */
    ContextView: {
      /** @description As the client named it. */
      contextId: components['schemas']['WordContextId'];
      /** @description When the word was met in it. */
      metAt: components['schemas']['Timestamp'];
      /** @description The sentence. */
      sentence: components['schemas']['OwnSentence'];
      /** @description The text or the video that it is from. */
      sourceId?: string | null;
    };
    /** @description What is ahead on a day. */
    DayOfWordsView: {
      /**
       * Format: date
       * @description Which.
       */
      day: string;
      /**
       * Format: int32
       * @description Words that return as echoes.
       */
      echoes: number;
      /**
       * Format: double
       * @description How long all of it takes, with what comes back because it was wrong.
       */
      minutes: number;
      /**
       * Format: int32
       * @description Those of them that are met for the first time.
       */
      newWords: number;
      /**
       * Format: int32
       * @description Words in their cycles that are asked on it.
       */
      words: number;
    };
    /** @description A word that the dictionary has already. */
    DuplicateView: {
      /**
       * @description With its article.
       * @example het brood
       */
      headword: string;
      /**
       * Format: int32
       * @description The line.
       */
      line: number;
      /** @description The word of the dictionary. */
      wordId: components['schemas']['OwnWordId'];
    };
    /**
     * @description What becomes of words that the dictionary has already.
     * @enum {string}
     */
    DuplicatesName: 'skip' | 'add';
    /** @description What a word is. */
    Entry: {
      /**
       * @description What it means, by language (ISO 639-1), in at least one; variants behind semicolons.
       * @example {
       *       "en": "bread; loaf"
       *     }
       */
      glosses: {
        [key: string]: string;
      };
      /** @description How it sounds, in the International Phonetic Alphabet. */
      ipa?: string | null;
      /**
       * @description Dictionary form. An article before it is understood, `het brood`, and becomes one of the noun's.
       * @example brood
       */
      lemma: string;
      /** @description Whatever the student wants to remember of it. */
      note?: string | null;
      noun?: components['schemas']['OwnNoun'] | null;
      /** @description What kind of word it is; `unknown` unless said. */
      partOfSpeech?: components['schemas']['PartOfSpeech'];
      verb?: components['schemas']['OwnVerb'] | null;
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
    /**
     * @description What becomes of a file with lines that give no word.
     * @enum {string}
     */
    FaultyLinesName: 'refuse' | 'leave-out';
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
    /** @description How many there are of everything. */
    FileCounts: {
      /** @description Answers that came along. */
      answers: number;
      /** @description Those of them that the dictionary has already. */
      duplicates: number;
      /** @description Images that its words refer to: they are left out. */
      images: number;
      /** @description Lines that give no word because of a fault. */
      leftOut: number;
      /** @description Sounds and images of the file, which are not taken. */
      media: number;
      /** @description Notes of a package, lines of a table. */
      notes: number;
      /** @description Recordings that its words refer to: they are left out. */
      recordings: number;
      /** @description Notes of kinds that the mapping does not name. */
      unmapped: number;
      /** @description Words that they give. */
      words: number;
    };
    /**
     * @description Which form of a word an answer is.
     * @enum {string}
     */
    Form: 'word' | 'plural' | 'past' | 'participle';
    /**
     * @description What nobody said of a word, and the lexicon added.
     * @enum {string}
     */
    GeneratedPart: 'article' | 'forms' | 'ipa';
    /** @description A word that a student finds hard. */
    HardOwnWordView: {
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
       * @description How often it was forgotten.
       */
      lapses: number;
      /** @description The word. */
      wordId: components['schemas']['OwnWordId'];
      /**
       * Format: int32
       * @description Answers that were not right.
       */
      wrong: number;
    };
    /**
     * @description How far an import is.
     * @enum {string}
     */
    ImportStageName: 'adding' | 'added' | 'taking-back' | 'taken-back';
    /** @description A file of words, and what is to become of it. */
    ImportWords: {
      /** @description What becomes of words that the dictionary has already. */
      duplicates?: components['schemas']['DuplicatesName'];
      /** @description What becomes of a file with lines that give no word. */
      faultyLines?: components['schemas']['FaultyLinesName'];
      /**
       * @description The bytes of the file in base64: a package of Anki (`.apkg`), or a table (CSV, TSV). At most 14 MiB, 10,000 words.
       * @example ZGUgZmlldHMJYmljeWNsZQo=
       */
      file: string;
      /**
       * @description The language of the meanings (ISO 639-1); as set, unless said.
       * @example en
       */
      language?: string | null;
      mapping?: components['schemas']['WordFileMapping'] | null;
      table?: components['schemas']['WordTableShape'] | null;
    };
    /**
     * Format: int32
     * @description How many items a page may hold: 1 to 200, 50 unless said.
     * @default 50
     * @example 50
     */
    Limit: number;
    /** @description What is wrong with a line. */
    LineFaultView: {
      /**
       * @description What, for programs.
       * @example no-gloss
       */
      code: string;
      /** @description The field. */
      field?: string | null;
      /** @description Whether the line gives no word. */
      leavesOut: boolean;
      /** @description The line; of a package, which note it is. */
      line: number;
      /** @description What, for people. */
      message: string;
    };
    /** @description What is known of a form. */
    LookUpView: {
      /** @description The lemmas that it can have, the likeliest first, at most five. */
      candidates: components['schemas']['CandidateView'][];
    };
    /** @description An article, and how sure it is. */
    LookedUpArticle: {
      /**
       * @description `de`, `het`, or both.
       * @example [
       *       "het"
       *     ]
       */
      articles: string[];
      /** @description The ending or the head that decides. */
      because?: string | null;
      /**
       * Format: float
       * @description From 0 to 1.
       */
      certainty: number;
      /**
       * @description What says so.
       * @example list
       */
      source: string;
    };
    /** @description A level, and how sure it is. */
    LookedUpLevel: {
      /**
       * Format: float
       * @description From 0 to 1.
       */
      certainty: number;
      /**
       * @description `A1`, `A2`, `B1`, or `B2+`.
       * @example A1
       */
      level: string;
    };
    /** @description What a word means. */
    MeaningView: {
      /** @description What it is, in Dutch. */
      definitions?: string[];
      /** @description The language of the translations. */
      language: string;
      /** @description Translations, the more usual first. */
      translations: string[];
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
    /** @description A kind of note. */
    NoteTypeView: {
      /** @description The names of its fields. */
      fields: string[];
      /** @description Whether its cards are the gaps of a text. */
      hasGaps: boolean;
      /** @description Its name. */
      name: string;
    };
    /** @description A list that a teacher of the student shares. */
    OfferedListView: components['schemas']['SharedListSummary'] & {
      takenAs?: components['schemas']['WordListId'] | null;
    };
    /** @description A word to take along. */
    OfflineWordView: {
      notBefore?: components['schemas']['Timestamp'] | null;
      /** @description What it may be asked, in the student's language: see, recall, write, use, echo. */
      questions: components['schemas']['QuestionView'][];
      /** @description The word, and where it stands. */
      word: components['schemas']['WordView'];
    };
    /** @description The forms of a noun, as far as the student knows them. */
    OwnNoun: {
      /** @description `de`, `het`, or both. */
      articles?: components['schemas']['Article'][];
      /**
       * @description The plural.
       * @example broden
       */
      plural?: string | null;
    };
    /** @description A sentence with a word in it. */
    OwnSentence: {
      /**
       * @description Where the word is: one part, or two for a verb that is split. When it is not said, it is sought by any form of the
       *     word.
       */
      parts?: components['schemas']['OwnSentencePart'][];
      /**
       * @description In Dutch.
       * @example Ik koop elke ochtend vers brood.
       */
      text: string;
      /** @description In the student's language. */
      translation?: string | null;
    };
    /** @description A part of a sentence, in Unicode characters. */
    OwnSentencePart: {
      /**
       * Format: int32
       * @description After the last.
       */
      end: number;
      /**
       * Format: int32
       * @description The first.
       */
      start: number;
    };
    /** @description The forms of a verb, as far as the student knows them. */
    OwnVerb: {
      /** @description `hebben`, `zijn`, or both. */
      auxiliaries?: components['schemas']['Auxiliary'][];
      /**
       * @description `gelopen`.
       * @example gelopen
       */
      participle?: string | null;
      /** @description The separable particle, such as `op` in *opstaan*. */
      particle?: string | null;
      /**
       * @description `liepen`.
       * @example liepen
       */
      pastPlural?: string | null;
      /**
       * @description `liep`.
       * @example liep
       */
      pastSingular?: string | null;
      /** @description Whether it goes with *zich*. */
      reflexive?: boolean;
    };
    /** @description A word that the student has. */
    OwnView: {
      /**
       * @description With its article.
       * @example het brood
       */
      headword: string;
      /** @description What it is going through. */
      stage: components['schemas']['StageName'];
      /** @description The word. */
      wordId: components['schemas']['OwnWordId'];
    };
    /** Format: uuid */
    OwnWordId: string;
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    Page_CohortSummary: {
      /** @description The items, in the order of the list. */
      items: {
        /** @description When the week begins: Monday 04:00 in Amsterdam. */
        beginsAt: components['schemas']['Timestamp'];
        /** @description Words that are carried over. */
        carriedWords: number;
        closed?: components['schemas']['ClosingView'] | null;
        /** @description The cohort: it follows from student and week. */
        cohortId: components['schemas']['CohortId'];
        /** @description Cycles that all its words have passed. */
        completed: components['schemas']['AskName'][];
        /** @description Words that return as echoes. */
        echoes: number;
        /** @description New words in it. */
        newWords: number;
        /** @description When its words were chosen. */
        openedAt: components['schemas']['Timestamp'];
        /**
         * @description The week.
         * @example 2026-W48
         */
        week: string;
      }[];
      /** @description Leads on; absent on the last page. */
      nextCursor?: string | null;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    Page_OfferedListView: {
      /** @description The items, in the order of the list. */
      items: (components['schemas']['SharedListSummary'] & {
        takenAs?: components['schemas']['WordListId'] | null;
      })[];
      /** @description Leads on; absent on the last page. */
      nextCursor?: string | null;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    Page_RemovalView: {
      /** @description The items, in the order of the list. */
      items: {
        /** @description When it is deleted for good. */
        keptUntil: components['schemas']['Timestamp'];
        /** @description The word, as it was. */
        word: components['schemas']['WordView'];
      }[];
      /** @description Leads on; absent on the last page. */
      nextCursor?: string | null;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    Page_SharedListSummary: {
      /** @description The items, in the order of the list. */
      items: {
        /** @description When it last changed. */
        changedAt: components['schemas']['Timestamp'];
        /** @description The list. */
        listId: components['schemas']['WordListId'];
        /**
         * @description What it is called.
         * @example Les 4
         */
        name: string;
        /**
         * Format: int64
         * @description Its revision, for `If-Match`.
         */
        rev: number;
        /** @description Who shares it. */
        teacherId: components['schemas']['UserId'];
        /** @description Words in it. */
        wordCount: number;
      }[];
      /** @description Leads on; absent on the last page. */
      nextCursor?: string | null;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    Page_WordImportView: {
      /** @description The items, in the order of the list. */
      items: {
        /** @description As the client named it. */
        importId: components['schemas']['WordImportId'];
        /** @description When it was asked for. */
        importedAt: components['schemas']['Timestamp'];
        /**
         * Format: int32
         * @description Lines that were left out, because something is wrong with them.
         */
        leftOut: number;
        /**
         * Format: int32
         * @description Words that were passed over, because the dictionary had them.
         */
        skipped: number;
        /** @description How far it is: `adding` and `taking-back` end by themselves when they were cut off, `added`, `taken-back`. */
        stage: components['schemas']['ImportStageName'];
        stayed?: components['schemas']['StayedView'] | null;
        /**
         * Format: int32
         * @description Words that it brought.
         */
        words: number;
      }[];
      /** @description Leads on; absent on the last page. */
      nextCursor?: string | null;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    Page_WordListView: {
      /** @description The items, in the order of the list. */
      items: {
        /** @description The list. */
        listId: components['schemas']['WordListId'];
        /** @description When it was made. */
        madeAt: components['schemas']['Timestamp'];
        /**
         * @description What the student calls it.
         * @example Les 4
         */
        name: string;
        /**
         * Format: int64
         * @description Its revision, for `If-Match`.
         */
        rev: number;
        takenFrom?: components['schemas']['WordListId'] | null;
        /**
         * Format: int64
         * @description Words in it: `GET /words?listId=...` gives them.
         */
        words: number;
      }[];
      /** @description Leads on; absent on the last page. */
      nextCursor?: string | null;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    Page_WordView: {
      /** @description The items, in the order of the list. */
      items: (components['schemas']['Entry'] & {
        /** @description When it came to the dictionary. */
        addedAt: components['schemas']['Timestamp'];
        /** @description When anything of it last changed. */
        changedAt: components['schemas']['Timestamp'];
        /** @description Sentences where it was met. */
        contexts: components['schemas']['ContextView'][];
        /**
         * @description With its article or its *zich*, as it is learnt.
         * @example het brood
         */
        headword: string;
        /** @description The student's lists that it is in. */
        lists: components['schemas']['WordListId'][];
        /** @description How far it is. */
        progress: components['schemas']['ProgressView'];
        removedAt?: components['schemas']['Timestamp'] | null;
        /**
         * Format: int64
         * @description Its revision, for `If-Match`.
         */
        rev: number;
        /** @description Where it came from. */
        source: components['schemas']['SourceView'];
        /** @description What the student calls it. */
        tags: string[];
        /** @description The word. */
        wordId: components['schemas']['OwnWordId'];
      })[];
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
    /**
     * @description A place in the queue.
     * @enum {string}
     */
    PlaceName: 'first' | 'last' | 'before';
    /** @description Where in the queue a word is to be. */
    PlaceWord: {
      /** @description Where. */
      at: components['schemas']['PlaceName'];
      wordId?: components['schemas']['OwnWordId'] | null;
    };
    /** @description A word that would be added. */
    PreviewedWord: {
      /** @description What the file does not say of it, and the lexicon adds. */
      generated: components['schemas']['GeneratedPart'][];
      /** @description What it means, by language. */
      glosses: {
        [key: string]: string;
      };
      /**
       * @description With its article.
       * @example het brood
       */
      headword: string;
      /**
       * Format: int32
       * @description Its line; of a package, which note it is.
       */
      line: number;
      /** @description The sentence that comes with it. */
      sentence?: string | null;
      /** @description How far the other program has taken the student with it. */
      stage: components['schemas']['StageName'];
      /** @description Its tags. */
      tags: string[];
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
    /** @description How far a word is. */
    ProgressView: {
      /**
       * Format: int32
       * @description Answers in all.
       */
      answers: number;
      /**
       * Format: int32
       * @description Those of them that passed.
       */
      correct: number;
      /**
       * Format: int32
       * @description Cycles passed since it last began, 0 to 4.
       */
      cyclesPassed: number;
      /**
       * @description The week from which on its next echo is due; absent when none is to come.
       * @example 2026-W48
       */
      echoFrom?: string | null;
      /**
       * Format: int32
       * @description Echoes passed since it graduated, 0 to 4.
       */
      echoesPassed: number;
      graduatedAt?: components['schemas']['Timestamp'] | null;
      /**
       * Format: int32
       * @description How often it was forgotten; at eight it is set aside.
       */
      lapses: number;
      run?: components['schemas']['RunView'] | null;
      /** @description What it is going through. */
      stage: components['schemas']['StageName'];
      tried?: components['schemas']['TriedView'] | null;
      /**
       * Format: date
       * @description The day of the last answer that counted; absent before there was one.
       */
      triedOn?: string | null;
    };
    /** @description A sentence where a word was met. */
    PutContext: {
      /** @description The sentence. */
      sentence: components['schemas']['OwnSentence'];
      /** @description The text or the video that it is from. */
      sourceId?: string | null;
    };
    /** @description A question, with all that asking it takes. */
    QuestionView: {
      /** @description What is asked. */
      asked: components['schemas']['AskName'];
      contextId?: components['schemas']['WordContextId'] | null;
      /**
       * @description What is right, for a student who judges their own answer, by form: `word` always, and what is asked of `plural`, `past`,
       *     `participle`.
       * @example {
       *       "plural": "broden",
       *       "word": "het brood"
       *     }
       */
      expected: {
        [key: string]: string;
      };
      /**
       * @description What is shown; a gap is `…`.
       * @example bread; loaf
       */
      prompt: string;
    };
    /** @description A word that can still be taken back. */
    RemovalView: {
      /** @description When it is deleted for good. */
      keptUntil: components['schemas']['Timestamp'];
      /** @description The word, as it was. */
      word: components['schemas']['WordView'];
    };
    /** Format: uuid */
    ReviewId: string;
    /** @description The week in which a word last moved. What is unfinished at its end goes on from the next Monday. */
    RunView: {
      /**
       * Format: date
       * @description The first day on which the word is asked in it.
       */
      from: string;
      /**
       * Format: int32
       * @description Cycles that were passed before it.
       */
      passedBefore: number;
      /**
       * @description The week.
       * @example 2026-W48
       */
      week: string;
    };
    /** @description A word, by its name alone. */
    SameView: {
      /**
       * @description With its article.
       * @example het brood
       */
      headword: string;
      /** @description The word. */
      wordId: components['schemas']['OwnWordId'];
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
    /** @description A word of a sitting. */
    SessionWordView: {
      /** @description Whether it comes back in this sitting, because it was wrong. */
      again: boolean;
      /** @description Whether it was answered since the sitting was arranged. */
      answered: boolean;
      /** @description What is asked. */
      question: components['schemas']['QuestionView'];
      /** @description Whether it is met for the first time: show it before it is asked. */
      unmet: boolean;
      /** @description The word. */
      word: components['schemas']['WordView'];
    };
    /** @description A shared list in a list. */
    SharedListSummary: {
      /** @description When it last changed. */
      changedAt: components['schemas']['Timestamp'];
      /** @description The list. */
      listId: components['schemas']['WordListId'];
      /**
       * @description What it is called.
       * @example Les 4
       */
      name: string;
      /**
       * Format: int64
       * @description Its revision, for `If-Match`.
       */
      rev: number;
      /** @description Who shares it. */
      teacherId: components['schemas']['UserId'];
      /** @description Words in it. */
      wordCount: number;
    };
    /** @description A shared list. */
    SharedListView: components['schemas']['SharedListSummary'] & {
      /** @description Whom of the teacher's students it is offered to; absent for all of them. Shown to the teacher alone. */
      studentIds?: components['schemas']['UserId'][] | null;
      /** @description Its words, in the order in which to learn them. */
      words: components['schemas']['SharedWordView'][];
    };
    /** @description A word of a shared list. */
    SharedWordView: components['schemas']['Entry'] & {
      /** @description Sentences with it. */
      contexts: components['schemas']['ContextView'][];
      /**
       * @description With its article or its *zich*, as it is learnt.
       * @example het brood
       */
      headword: string;
      /** @description What the teacher calls it. */
      tags: string[];
    };
    /** @description Where a word came from. */
    SourceView: {
      /** @description Which one. */
      id?: string | null;
      /** @description What it was. */
      kind: components['schemas']['WordSource'];
    };
    /**
     * @description What a word is going through: in the queue, in its cycles, returned by echoes, asked no more, or set aside because it was
     *     forgotten too often.
     * @enum {string}
     */
    StageName: 'waiting' | 'learning' | 'graduated' | 'known' | 'leech';
    /** @description What stayed of an import that was taken back: words that the student has touched since they came. */
    StayedView: {
      /**
       * Format: int64
       * @description How many.
       */
      count: number;
      /** @description Some of them, at most 200. */
      words: components['schemas']['SameView'][];
    };
    /** Format: uuid */
    StudySessionId: string;
    /** @description What came of taking over a list. */
    TakenOverView: {
      /**
       * Format: int32
       * @description Words that came to the dictionary now.
       */
      added: number;
      /**
       * Format: int32
       * @description Words that were there before: they are in the list, and go on as they were.
       */
      known: number;
      /**
       * Format: int32
       * @description Words that the student took over before and has removed: they stay so.
       */
      leftOut: number;
      /** @description The student's own list. */
      list: components['schemas']['WordListView'];
    };
    /**
     * Format: date-time
     * @description An instant in a request or an answer: RFC 3339, UTC, milliseconds, as in `2026-03-02T08:15:30.125Z`.
     *
     *     Any offset is read; `Z` is written. What is finer than a millisecond is cut off.
     * @example 2026-03-02T08:15:30.125Z
     */
    Timestamp: string;
    /** @description The first answer of a day. */
    TriedView: {
      /** @description Whether it comes back once more, on this day. */
      again: boolean;
      /** @description What was asked. */
      asked: components['schemas']['AskName'];
      /** @description Whether it passed. */
      correct: boolean;
      /**
       * Format: date
       * @description The day.
       */
      day: string;
      /**
       * Format: int32
       * @description How often the word came back since.
       */
      returns: number;
    };
    /** Format: uuid */
    UserId: string;
    /** @description What a student has set. */
    WeekSettingsView: {
      /**
       * @description The language to answer from (ISO 639-1); absent until one is chosen: then it is that of the interface.
       * @example en
       */
      language?: string | null;
      /**
       * Format: int32
       * @description So many minutes a day, at the student's own pace; absent when words are set.
       */
      minutesADay?: number | null;
      /**
       * Format: int32
       * @description So many words a week, those that are carried over included; absent when minutes are set.
       * @example 20
       */
      wordsAWeek?: number | null;
      /** @description Where the student is: decides which day it is. */
      zone: components['schemas']['Zone'];
    };
    /** @description What was done in a week. */
    WeekStatisticsView: components['schemas']['WordNumbersView'] & {
      /**
       * @description Which.
       * @example 2026-W48
       */
      week: string;
    };
    /**
     * @description Why a word is in a cohort.
     * @enum {string}
     */
    Why: 'new' | 'carried' | 'echo';
    /** Format: uuid */
    WordContextId: string;
    /** @description How a student does in a cycle, or with echoes. */
    WordCycleStatisticsView: {
      /**
       * Format: int64
       * @description Answers to it in the weeks that are looked back upon, practice too, as far as words keep them: the latest hundred each.
       */
      answers: number;
      /** @description Which. */
      asked: components['schemas']['AskName'];
      /**
       * Format: int64
       * @description Right ones of those.
       */
      correct: number;
      /**
       * Format: int64
       * @description Words that are to pass it next; for echoes, words that have graduated.
       */
      words: number;
    };
    /** @description A file of words, and how it is to be read. */
    WordFile: {
      /**
       * @description The bytes of the file in base64: a package of Anki (`.apkg`), or a table (CSV, TSV). At most 14 MiB, 10,000 words.
       * @example ZGUgZmlldHMJYmljeWNsZQo=
       */
      file: string;
      /**
       * @description The language of the meanings (ISO 639-1); as set, unless said.
       * @example en
       */
      language?: string | null;
      mapping?: components['schemas']['WordFileMapping'] | null;
      table?: components['schemas']['WordTableShape'] | null;
    };
    /** @description What the fields of a kind of note are, by their names. */
    WordFileColumns: {
      /**
       * @description The word. Without it, the gaps of `sentence` are the words, where the kind has gaps.
       * @default null
       */
      dutch: string | null;
      /**
       * @description Its meaning.
       * @default null
       */
      gloss: string | null;
      /**
       * @description What it is tagged with, before that of its deck.
       * @default null
       */
      list: string | null;
      /**
       * @description Anything else that is said of it: becomes the note.
       * @default null
       */
      remark: string | null;
      /**
       * @description A sentence with it.
       * @default null
       */
      sentence: string | null;
      /**
       * @description Its tags, beside those of the note.
       * @default null
       */
      tags: string | null;
      /**
       * @description The sentence in the language of the meaning.
       * @default null
       */
      translation: string | null;
    };
    /** @description Which field of which kind of note is what. */
    WordFileMapping: {
      /**
       * @description Tags that do not come along.
       * @default []
       */
      droppedTags: string[];
      /**
       * @description By the full name of a deck, what its words are tagged with.
       * @default {}
       */
      lists: {
        [key: string]: string;
      };
      /**
       * @description By the name of the kind of note; a table has one, `table`. Notes of a kind that is not named give no words.
       * @default {}
       */
      noteTypes: {
        [key: string]: components['schemas']['WordFileColumns'];
      };
    };
    /** @description What an import would do. */
    WordFilePreview: {
      /** @description How many there are. */
      counts: components['schemas']['FileCounts'];
      /** @description Words that the dictionary has already, the first 200. */
      duplicates: components['schemas']['DuplicateView'][];
      /** @description What is wrong, by line, the first 200. */
      faults: components['schemas']['LineFaultView'][];
      /**
       * @description What kind of file it is: `anki`, `table`.
       * @example anki
       */
      kind: string;
      /** @description Which field is what, as it was read: to be corrected and sent again. */
      mapping: components['schemas']['WordFileMapping'];
      /** @description Its kinds of notes, to map. */
      noteTypes: components['schemas']['NoteTypeView'][];
      table?: components['schemas']['WordTableShape'] | null;
      /** @description The first words, at most 20. */
      words: components['schemas']['PreviewedWord'][];
    };
    /** @description What is ahead. */
    WordForecastView: {
      /** @description Day by day, today first. */
      days: components['schemas']['DayOfWordsView'][];
      /**
       * Format: double
       * @description Seconds that an answer takes: the student's own of the last eight weeks; near 8 before there are many.
       */
      secondsAnAnswer: number;
    };
    /** Format: uuid */
    WordImportId: string;
    /** @description An import. */
    WordImportView: {
      /** @description As the client named it. */
      importId: components['schemas']['WordImportId'];
      /** @description When it was asked for. */
      importedAt: components['schemas']['Timestamp'];
      /**
       * Format: int32
       * @description Lines that were left out, because something is wrong with them.
       */
      leftOut: number;
      /**
       * Format: int32
       * @description Words that were passed over, because the dictionary had them.
       */
      skipped: number;
      /** @description How far it is: `adding` and `taking-back` end by themselves when they were cut off, `added`, `taken-back`. */
      stage: components['schemas']['ImportStageName'];
      stayed?: components['schemas']['StayedView'] | null;
      /**
       * Format: int32
       * @description Words that it brought.
       */
      words: number;
    };
    /** Format: uuid */
    WordListId: string;
    /** @description A list of the student's own. */
    WordListView: {
      /** @description The list. */
      listId: components['schemas']['WordListId'];
      /** @description When it was made. */
      madeAt: components['schemas']['Timestamp'];
      /**
       * @description What the student calls it.
       * @example Les 4
       */
      name: string;
      /**
       * Format: int64
       * @description Its revision, for `If-Match`.
       */
      rev: number;
      takenFrom?: components['schemas']['WordListId'] | null;
      /**
       * Format: int64
       * @description Words in it: `GET /words?listId=...` gives them.
       */
      words: number;
    };
    /** @description One mistake in an answer. */
    WordMistakeView: {
      /** @description Where it ends, exclusive. */
      end: number;
      /**
       * @description What would be right there.
       * @example het
       */
      expected: string;
      /** @description In which form of the word. */
      form: components['schemas']['Form'];
      /**
       * @description What kind: `article`, `plural`, `past`, `participle`, `typo` and the others of the grader.
       * @example article
       */
      kind: string;
      /** @description Where in the answer it begins, in Unicode characters. */
      start: number;
    };
    /** @description What was done in some weeks. */
    WordNumbersView: {
      /**
       * Format: int32
       * @description Echoes that were not.
       */
      echoesForgotten: number;
      /**
       * Format: int32
       * @description Echoes that were remembered.
       */
      echoesPassed: number;
      /**
       * Format: int32
       * @description Words that graduated.
       */
      graduated: number;
      /**
       * Format: int32
       * @description Words that were met for the first time.
       */
      met: number;
      /**
       * Format: int32
       * @description Words that were set aside.
       */
      setAside: number;
      /**
       * Format: double
       * @description Share of echoes that were remembered, 0 to 1; absent before there was one.
       */
      trueRetention?: number | null;
    };
    /** @description All that studying own words without a connection takes. */
    WordOfflineView: {
      cohort?: components['schemas']['CohortSummary'] | null;
      /** @description Up to where the device knows words then: for the first `POST /sync` after it. */
      cursor: string;
      /**
       * @description The language to answer from (ISO 639-1); absent until one is chosen: then it is that of the interface.
       * @example en
       */
      language?: string | null;
      /** @description When it was packed. */
      packedAt: components['schemas']['Timestamp'];
      /** @description What the scheduler computes with. */
      scheduler: components['schemas']['WordSchedulerView'];
      /**
       * Format: int32
       * @description Words of a sitting, unless the student says otherwise.
       * @example 100
       */
      sessionWords: number;
      /**
       * @description The words: those of the week in its order, in which unmet ones are asked, then those that come with the weeks after it.
       *     At most 1,000.
       */
      words: components['schemas']['OfflineWordView'][];
      /** @description Where the student is: decides which day it is. */
      zone: components['schemas']['Zone'];
    };
    /** @description What came of an answer. */
    WordOutcomeView: {
      again?: components['schemas']['AskName'] | null;
      /** @description Whether another instant counts than the device's: its clock was ahead, or before the word was there. */
      clamped: boolean;
      /** @description Whether it was right. */
      correct: boolean;
      /**
       * Format: int32
       * @description Cycles passed now, 0 to 4.
       */
      cyclesPassed: number;
      /**
       * @description What is right.
       * @example het brood, broden
       */
      expected: string;
      /**
       * Format: int32
       * @description How often it was forgotten.
       */
      lapses: number;
      /** @description What was wrong with it, most specific first. */
      mistakes: components['schemas']['WordMistakeView'][];
      /**
       * @description How well it went: `again`, `hard`, `good`, `easy`.
       * @example hard
       */
      rating: string;
      /** @description What the word is going through now. */
      stage: components['schemas']['StageName'];
      /**
       * @description What it did: `practised` and `returned` do nothing, `passed` and `graduated` pass a cycle, `kept` keeps the word in it,
       *     `echoed` and `known` pass an echo, `forgotten` sends the word to the next cohort, `set-aside` makes it a leech.
       * @example passed
       */
      step: string;
    };
    /** @description What the scheduler computes with. */
    WordSchedulerView: {
      /**
       * @description The algorithm.
       * @example cohort/1
       */
      algorithm: string;
      /**
       * @description The days of a week on which its cycles are asked first: see, recall, write, use.
       * @example [
       *       1,
       *       2,
       *       4,
       *       6
       *     ]
       */
      cycleDays: number[];
      /**
       * @description Weeks from graduation to the first echo, and from each echo to the next.
       * @example [
       *       1,
       *       2,
       *       4,
       *       8
       *     ]
       */
      echoGaps: number[];
      /**
       * Format: int32
       * @description So many lapses, and a word is set aside.
       * @example 8
       */
      leechLapses: number;
      /**
       * Format: int32
       * @description A wrong word comes back within its sitting at most so often.
       * @example 3
       */
      mostReturns: number;
    };
    /** @description A sitting. */
    WordSessionView: {
      /** @description When it was arranged. */
      arrangedAt: components['schemas']['Timestamp'];
      /** @description Words that were answered since then, and do not come back. */
      done: number;
      /** @description The sitting. */
      sessionId: components['schemas']['StudySessionId'];
      /** @description The words, in the order to ask them in. Empty when nothing is due today. */
      words: components['schemas']['SessionWordView'][];
    };
    /**
     * @description Where a word came from.
     * @enum {string}
     */
    WordSource: 'unknown' | 'manual' | 'text' | 'video' | 'topic' | 'file' | 'list';
    /** @description How a student learns their own words. */
    WordStatisticsView: {
      /** @description The four cycles and the echoes, in their order. */
      cycles: components['schemas']['WordCycleStatisticsView'][];
      /** @description The hardest words, 50 at most: by how often they were forgotten, then by wrong answers. */
      hardWords: components['schemas']['HardOwnWordView'][];
      /** @description What was done in the weeks that are looked back upon. */
      lately: components['schemas']['WordNumbersView'];
      /** @description Week by week, in order; weeks without words are left out. */
      weeks: components['schemas']['WeekStatisticsView'][];
      /** @description All words together, as they stand. */
      words: components['schemas']['WordTotalsView'];
    };
    /** @description What came of it. */
    WordSyncAnswer: {
      /**
       * Format: int64
       * @description By how many milliseconds the device's clock is behind (or ahead, where it is negative), when its times were put right.
       */
      clockBehindMs?: number | null;
      /** @description Up to where the device knows words now: send it next time. */
      cursor: string;
      /** @description Whether there is more: ask again at once, without facts. */
      more: boolean;
      /** @description What came of each fact, in their order. */
      results: components['schemas']['FactResultView'][];
      /** @description Words that changed since the cursor, also by these facts, as they stand now; with `removedAt`, those that are gone. */
      words: components['schemas']['WordView'][];
    };
    /** @description A fact: what the operation of it would have in its path and its body. */
    WordSyncFact:
      | {
          /** @description What it is. */
          body: components['schemas']['WrittenWord'];
          /** @enum {string} */
          fact: 'word';
          /** @description The word. */
          wordId: components['schemas']['OwnWordId'];
        }
      | {
          /** @description The answer. */
          body: components['schemas']['WrittenAnswer'];
          /** @enum {string} */
          fact: 'review';
          /** @description Its own id (UUIDv7). */
          id: components['schemas']['ReviewId'];
          /** @description The word. */
          wordId: components['schemas']['OwnWordId'];
        }
      | {
          /** @description What becomes of the fields, save tags and lists. */
          body: components['schemas']['ChangeWord'];
          /** @description When, by the device's clock. */
          changedAt: components['schemas']['Timestamp'];
          /** @enum {string} */
          fact: 'change';
          /** @description Its own id (UUIDv7). */
          id: components['schemas']['ChangeId'];
          /** @description Whether it is in this list of the student's from now on, by list. */
          lists?: {
            [key: string]: boolean;
          };
          /** @description Whether it has this tag from now on, by tag. */
          tags?: {
            [key: string]: boolean;
          };
          /** @description The word. */
          wordId: components['schemas']['OwnWordId'];
        }
      | {
          /** @enum {string} */
          fact: 'removal';
          /** @description Its own id (UUIDv7). */
          id: components['schemas']['ChangeId'];
          /** @description When, by the device's clock. */
          removedAt: components['schemas']['Timestamp'];
          /** @description The word. */
          wordId: components['schemas']['OwnWordId'];
        }
      | {
          /** @enum {string} */
          fact: 'restoration';
          /** @description Its own id (UUIDv7). */
          id: components['schemas']['ChangeId'];
          /** @description When, by the device's clock. */
          restoredAt: components['schemas']['Timestamp'];
          /** @description The word. */
          wordId: components['schemas']['OwnWordId'];
        };
    /** @description What a device hands in, and up to where it knows. */
    WordSyncRequest: {
      /** @description Up to where the device knows how words stand: the cursor of the last answer. Absent at first. */
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
      facts: components['schemas']['WordSyncFact'][];
    };
    /** @description How a table is written. */
    WordTableShape: {
      /**
       * @description What stands between cells: `tab`, `semicolon`, `comma`.
       * @example semicolon
       */
      delimiter: string;
      /**
       * @description A label of the Encoding Standard: `UTF-8`, `UTF-16LE`, `windows-1252`.
       * @example windows-1252
       */
      encoding: string;
      /**
       * @description Whether the first line is one of headings (`first`) or not (`none`).
       * @example first
       */
      header: string;
    };
    /** @description All words of a student. */
    WordTotalsView: {
      /**
       * Format: int64
       * @description Answers to all of them.
       */
      answers: number;
      /**
       * Format: int64
       * @description Right ones of those.
       */
      correct: number;
      /**
       * Format: int64
       * @description Words that have graduated and return by echoes.
       */
      graduated: number;
      /**
       * Format: int64
       * @description Words that have passed all echoes.
       */
      known: number;
      /**
       * Format: int64
       * @description Words in their cycles.
       */
      learning: number;
      /**
       * Format: int64
       * @description Words that were set aside because they were forgotten too often.
       */
      leeches: number;
      /**
       * Format: int64
       * @description Words that wait in the queue.
       */
      waiting: number;
    };
    /** @description A word of the own dictionary. */
    WordView: components['schemas']['Entry'] & {
      /** @description When it came to the dictionary. */
      addedAt: components['schemas']['Timestamp'];
      /** @description When anything of it last changed. */
      changedAt: components['schemas']['Timestamp'];
      /** @description Sentences where it was met. */
      contexts: components['schemas']['ContextView'][];
      /**
       * @description With its article or its *zich*, as it is learnt.
       * @example het brood
       */
      headword: string;
      /** @description The student's lists that it is in. */
      lists: components['schemas']['WordListId'][];
      /** @description How far it is. */
      progress: components['schemas']['ProgressView'];
      removedAt?: components['schemas']['Timestamp'] | null;
      /**
       * Format: int64
       * @description Its revision, for `If-Match`.
       */
      rev: number;
      /** @description Where it came from. */
      source: components['schemas']['SourceView'];
      /** @description What the student calls it. */
      tags: string[];
      /** @description The word. */
      wordId: components['schemas']['OwnWordId'];
    };
    /** @description Words for a list. */
    WordsForList: {
      /** @description Words of the student's dictionary. */
      wordIds: components['schemas']['OwnWordId'][];
    };
    /** @description An answer to a word. */
    WrittenAnswer: {
      /** @description The answer. */
      answer: components['schemas']['WrittenGiven'];
      /** @description When, by the device's clock. A clock that runs ahead is taken as now. */
      answeredAt: components['schemas']['Timestamp'];
      /** @description What was asked, as the sitting told. */
      asked: components['schemas']['AskName'];
      contextId?: components['schemas']['WordContextId'] | null;
      /**
       * Format: int32
       * @description How long it took, in milliseconds, at most an hour.
       */
      durationMs?: number | null;
      /**
       * @description The language that the student answers from, or in (ISO 639-1).
       * @default en
       */
      language: string;
      sessionId?: components['schemas']['StudySessionId'] | null;
      /** @description IANA zone in which the student is. */
      zone?: components['schemas']['Zone'];
    };
    /** @description A sentence where a word was met. */
    WrittenContext: {
      /** @description Made by the client (UUIDv7). */
      contextId: components['schemas']['WordContextId'];
      /** @description The sentence. */
      sentence: components['schemas']['OwnSentence'];
      /** @description The text or the video that it is from. */
      sourceId?: string | null;
    };
    /** @description An answer, in either way of giving one. */
    WrittenGiven:
      | {
          /** @description The participle, when it is asked. */
          participle?: string | null;
          /** @description The past, when it is asked. */
          past?: string | null;
          /**
           * @description The plural, when it is asked.
           * @example broden
           */
          plural?: string | null;
          /**
           * @description The word, its meaning, or what fills the gap.
           * @example het brood
           */
          text: string;
          /** @enum {string} */
          way: 'typed';
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
    /** @description A list to be made, or renamed. */
    WrittenList: {
      /**
       * @description What the student calls it.
       * @example Les 4
       */
      name: string;
    };
    /** @description A list to be shared. */
    WrittenSharedList: {
      /**
       * @description What it is called.
       * @example Les 4
       */
      name: string;
      /**
       * @description Whom of the teacher's students it is offered to, at most 1,000; absent for all of them, also those who come later. Who
       *     is named and not taught by the teacher is offered nothing until they are.
       */
      studentIds?: components['schemas']['UserId'][] | null;
      /** @description Its words, in the order in which to learn them, each once; without `lists` and `source`. */
      words: components['schemas']['WrittenWord'][];
    };
    /** @description Where a word came from. */
    WrittenSource: {
      /** @description Which text, video or topic. */
      id?: string | null;
      /** @description What it was. */
      kind?: components['schemas']['WrittenSourceKind'];
    };
    /**
     * @description What a word was met in.
     * @enum {string}
     */
    WrittenSourceKind: 'manual' | 'text' | 'video' | 'topic';
    /** @description A word for the own dictionary. */
    WrittenWord: {
      /** @description Sentences where it was met. */
      contexts?: components['schemas']['WrittenContext'][];
      /**
       * @description What it means, by language (ISO 639-1), in at least one; variants behind semicolons.
       * @example {
       *       "en": "bread; loaf"
       *     }
       */
      glosses: {
        [key: string]: string;
      };
      /** @description How it sounds, in the International Phonetic Alphabet. */
      ipa?: string | null;
      /**
       * @description Dictionary form. An article before it is understood and becomes one of the noun's.
       * @example het brood
       */
      lemma: string;
      /** @description The student's lists that it is in. */
      lists?: components['schemas']['WordListId'][];
      /** @description Whatever the student wants to remember of it. */
      note?: string | null;
      noun?: components['schemas']['OwnNoun'] | null;
      /**
       * @description What kind of word it is.
       * @default unknown
       */
      partOfSpeech: components['schemas']['PartOfSpeech'];
      /** @description Where it came from; by hand unless said. */
      source?: components['schemas']['WrittenSource'];
      /** @description What the student calls it. */
      tags?: string[];
      verb?: components['schemas']['OwnVerb'] | null;
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
  list_cohorts: {
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
      /** @description A page of cohorts. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Page_CohortSummary'];
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
  show_current_cohort: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The week. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CohortView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  take_word_in: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The word. */
        wordId: components['schemas']['OwnWordId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The week, with the word in it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CohortView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  show_cohort: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The ISO week.
         * @example 2026-W48
         */
        week: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The week. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CohortView'];
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
  package_of_words: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The package. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': number[];
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
  table_of_words: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The table. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example Nederlands	Translation	Sentence	Sentence translation	Remark	List	Tags
           *     het brood	bread					eten
           */
          'text/tab-separated-values': string;
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
  list_imports: {
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
      /** @description A page of imports. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Page_WordImportView'];
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
  preview_import: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WordFile'];
      };
    };
    responses: {
      /** @description What is in the file. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordFilePreview'];
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
  show_import: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The import. */
        importId: components['schemas']['WordImportId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The import. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordImportView'];
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
  import_words: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Made by the client (UUIDv7). */
        importId: components['schemas']['WordImportId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImportWords'];
      };
    };
    responses: {
      /** @description It was imported, or begun, before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordImportView'];
        };
      };
      /** @description Its words are in the dictionary. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordImportView'];
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
  undo_import: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The import. */
        importId: components['schemas']['WordImportId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It was taken back. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordImportView'];
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
  list_lists: {
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
      /** @description A page of lists. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Page_WordListView'];
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
  show_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The list. */
        listId: components['schemas']['WordListId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The list. */
      200: {
        headers: {
          /** @description Its revision, for `If-Match`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordListView'];
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
  put_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Made by the client (UUIDv7). */
        listId: components['schemas']['WordListId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WrittenList'];
      };
    };
    responses: {
      /** @description It was made before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordListView'];
        };
      };
      /** @description Made. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordListView'];
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
  remove_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The list. */
        listId: components['schemas']['WordListId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is removed. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
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
  change_list: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The `ETag` of what the caller has read.
         * @example "7"
         */
        'If-Match': string;
      };
      path: {
        /** @description The list. */
        listId: components['schemas']['WordListId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/merge-patch+json': components['schemas']['WrittenList'];
      };
    };
    responses: {
      /** @description Renamed. */
      200: {
        headers: {
          /** @description Its revision, for `If-Match`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordListView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
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
  put_words: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The list. */
        listId: components['schemas']['WordListId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WordsForList'];
      };
    };
    responses: {
      /** @description They are in it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordListView'];
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
  drop_word: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The list. */
        listId: components['schemas']['WordListId'];
        /** @description The word. */
        wordId: components['schemas']['OwnWordId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is not in it. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
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
  look_up: {
    parameters: {
      query: {
        /**
         * @description Any form of a word, or the parts of a split verb: `liep`, `belt op`.
         * @example liep
         */
        form: string;
        /**
         * @description The language of meanings (ISO 639-1); as set, unless said. Words that lack it are given in English.
         * @example en
         */
        language?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What is known of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LookUpView'];
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
  list_offered_lists: {
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
      /** @description A page of lists, without their words. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Page_OfferedListView'];
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
  show_offered_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The list. */
        listId: components['schemas']['WordListId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The list. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SharedListView'];
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
  take_list_over: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The teacher's list. */
        listId: components['schemas']['WordListId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description They are taken over. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TakenOverView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
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
      /** @description Words, and what the scheduler needs. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordOfflineView'];
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
  list_removals: {
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
      /** @description A page of removed words. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Page_RemovalView'];
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
          'application/json': components['schemas']['WordSessionView'];
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
  put_session: {
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
        'application/json': components['schemas']['ArrangeWords'];
      };
    };
    responses: {
      /** @description It was arranged before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordSessionView'];
        };
      };
      /** @description Arranged. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordSessionView'];
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
          /** @description Their revision, for `If-Match`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WeekSettingsView'];
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
        'application/merge-patch+json': components['schemas']['ChangeWeekSettings'];
      };
    };
    responses: {
      /** @description Changed. */
      200: {
        headers: {
          /** @description Their revision, for `If-Match`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WeekSettingsView'];
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
  list_shared_lists: {
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
      /** @description A page of lists, without their words. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Page_SharedListSummary'];
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
  show_shared_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The list. */
        listId: components['schemas']['WordListId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The list. */
      200: {
        headers: {
          /** @description Its revision, for `If-Match`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SharedListView'];
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
  put_shared_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Made by the client (UUIDv7). */
        listId: components['schemas']['WordListId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WrittenSharedList'];
      };
    };
    responses: {
      /** @description It was shared before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SharedListView'];
        };
      };
      /** @description Shared. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SharedListView'];
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
  remove_shared_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The list. */
        listId: components['schemas']['WordListId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is shared no more. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
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
  change_shared_list: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The `ETag` of what the caller has read.
         * @example "7"
         */
        'If-Match': string;
      };
      path: {
        /** @description The list. */
        listId: components['schemas']['WordListId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/merge-patch+json': components['schemas']['ChangeSharedList'];
      };
    };
    responses: {
      /** @description Changed. */
      200: {
        headers: {
          /** @description Its revision, for `If-Match`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SharedListView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
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
        /** @description Weeks that are looked back upon, the present one included: 1 to 104. */
        weeks?: number;
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
          'application/json': components['schemas']['WordStatisticsView'];
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
          'application/json': components['schemas']['WordForecastView'];
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
        'application/json': components['schemas']['WordSyncRequest'];
      };
    };
    responses: {
      /** @description What came of each fact, and what changed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordSyncAnswer'];
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
  list_words: {
    parameters: {
      query?: {
        /**
         * @description Only those that go through this: `waiting` in the order of the queue is `stage=waiting&sort=queue`, leeches are
         *     `stage=leech`.
         */
        stage?: 'waiting' | 'learning' | 'graduated' | 'known' | 'leech';
        /** @description Only those with this tag. */
        tag?: string;
        /** @description Only those in this list. */
        listId?: components['schemas']['WordListId'];
        /** @description Only those with words that begin so, in their forms or meanings. */
        q?: string;
        /** @description In which order; the newest first unless said. */
        sort?: '-addedAt' | 'addedAt' | 'lemma' | 'queue';
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
      /** @description A page of words. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Page_WordView'];
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
  show_word: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The word. */
        wordId: components['schemas']['OwnWordId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The word. */
      200: {
        headers: {
          /** @description Its revision, for `If-Match`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordView'];
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
  put_word: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Made by the client (UUIDv7). */
        wordId: components['schemas']['OwnWordId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WrittenWord'];
      };
    };
    responses: {
      /** @description It was added before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AddedView'];
        };
      };
      /** @description Added. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AddedView'];
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
  remove_word: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The word. */
        wordId: components['schemas']['OwnWordId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is removed. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
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
  change_word: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The `ETag` of what the caller has read.
         * @example "7"
         */
        'If-Match': string;
      };
      path: {
        /** @description The word. */
        wordId: components['schemas']['OwnWordId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/merge-patch+json': components['schemas']['ChangeWord'];
      };
    };
    responses: {
      /** @description Changed. */
      200: {
        headers: {
          /** @description Its revision, for `If-Match`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordView'];
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
  put_context: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The word. */
        wordId: components['schemas']['OwnWordId'];
        /** @description Made by the client (UUIDv7). */
        contextId: components['schemas']['WordContextId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PutContext'];
      };
    };
    responses: {
      /** @description It was added before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordView'];
        };
      };
      /** @description Added: the word with it. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordView'];
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
  drop_context: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The word. */
        wordId: components['schemas']['OwnWordId'];
        /** @description The sentence. */
        contextId: components['schemas']['WordContextId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is removed. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
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
  merge_words: {
    parameters: {
      query?: {
        /** @description The student says that they are one word, also where lemma or kind differ. */
        sameWord?: boolean;
      };
      header?: never;
      path: {
        /** @description The word that stays. */
        wordId: components['schemas']['OwnWordId'];
        /** @description The word that goes. */
        otherId: components['schemas']['OwnWordId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The word that stays. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  place_word: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The word. */
        wordId: components['schemas']['OwnWordId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PlaceWord'];
      };
    };
    responses: {
      /** @description It is there. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordView'];
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
  rescue_word: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The word. */
        wordId: components['schemas']['OwnWordId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is not set aside. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordView'];
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
  restore_word: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The word. */
        wordId: components['schemas']['OwnWordId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is kept. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  answer_word: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The word. */
        wordId: components['schemas']['OwnWordId'];
        /** @description Made by the client (UUIDv7). */
        reviewId: components['schemas']['ReviewId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WrittenAnswer'];
      };
    };
    responses: {
      /** @description It was taken before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordOutcomeView'];
        };
      };
      /** @description Taken. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WordOutcomeView'];
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

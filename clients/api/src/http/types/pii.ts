// Made from openapi/pii.v2.json by `npm run generate`; not to be edited.

export interface paths {
  '/api/v2/pii/archives/{token}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Fetch an archive.
     * @description Permission: whoever has the link, once. It is used up by this very request, so that an address in a log or a history
     *     opens nothing; when the answer does not arrive, make another link.
     *
     *     **Permission:** anybody.
     */
    get: operations['fetch_archive'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/pii/erasures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Erasures, the oldest first.
     * @description Permission: technical admins. `open=true` gives those that wait for a service.
     *
     *     **Permission:** technical admin.
     */
    get: operations['list_erasures'];
    put?: never;
    /**
     * Ask that a person be forgotten.
     * @description Permission: everybody but technical admins, for themself; a technical admin, for anybody else. The caller must have
     *     logged in within the last ten minutes. Safe to repeat: the same request is answered with the erasure as it stands.
     *     There is no way back: every session ends within seconds, and every service erases.
     *
     *     **Permission:** any user.
     */
    post: operations['ask_erasure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/pii/erasures/{erasureId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What has become of an erasure.
     * @description Permission: technical admins, and the person for as long as they have a session; for everybody else it does not exist.
     *
     *     **Permission:** any user.
     */
    get: operations['show_erasure'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/pii/erasures/{erasureId}/certificate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The certificate of an erasure.
     * @description Permission: whoever has the id, which its maker was told to keep: who is forgotten cannot log in. It says what was
     *     erased and when, and nothing of whom. It does not exist before everything is erased.
     *
     *     **Permission:** anybody.
     */
    get: operations['show_certificate'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/pii/exports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Exports, the oldest first.
     * @description Permission: technical admins. `open=true` gives those that wait for a service.
     *
     *     **Permission:** technical admin.
     */
    get: operations['list_exports'];
    put?: never;
    /**
     * Ask for all that is kept of a person.
     * @description Permission: everybody, for themself; a technical admin, for anybody. The caller must have logged in within the last ten
     *     minutes. Safe to repeat: the same request is answered with the export as it stands. One export of a person at a time.
     *
     *     **Permission:** any user.
     */
    post: operations['ask_export'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/pii/exports/{exportId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What has become of an export.
     * @description Permission: the person, who asked for it, technical admins; for everybody else it does not exist.
     *
     *     **Permission:** any user.
     */
    get: operations['show_export'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/pii/exports/{exportId}/links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a link to the archive of an export.
     * @description Permission: the person, or who asked for the export; for everybody else it does not exist. The caller must have logged
     *     in within the last ten minutes. A link works once, until the archive is deleted; another link replaces it.
     *
     *     **Permission:** any user.
     */
    post: operations['make_link'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/pii/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How old the keys are, when they are to be renewed, and how far a renewal has come.
     * @description No key is told, nor anything that follows from one, nor whose keys there are.
     *
     *     **Permission:** technical admin.
     */
    get: operations['list_keys'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/pii/people/lookups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Find a person by their e-mail address.
     * @description Permission: both kinds of admin. Who is found sees it in their access log. A question, so a repeat changes nothing
     *     but the log.
     *
     *     **Permission:** educational admin, technical admin.
     */
    post: operations['find_people'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/pii/people/names': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The names of several people, such as a teacher's students.
     * @description Permission: teachers, for their students; both kinds of admin. Each person's reading is noted by itself, answered or
     *     not, before anything is answered. A question, so a repeat changes nothing but the log.
     *
     *     **Permission:** teacher, educational admin, technical admin.
     */
    post: operations['read_names'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/pii/people/{userId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Fields of a person.
     * @description Permission: as the table of `services/pii/README.md` says for each field, relation and purpose. One field that is
     *     refused refuses the whole (403); for who is nothing to the person, the person does not exist. Every request is noted
     *     in the access log, answered or not, before it is answered.
     *
     *     **Permission:** any user.
     */
    get: operations['read_person'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change fields of a person.
     * @description Permission: as the table of `services/pii/README.md` says for each field: the person for most of their own,
     *     educational admins for a day of birth, admins for their note. A merge patch; one field that is refused refuses the
     *     whole. Problems: `birth-date-settled` when a minor changes their day of birth, `awaiting-guardian` when a minor says
     *     more than consent needs before somebody who answers for them has agreed.
     *
     *     **Permission:** any user.
     */
    patch: operations['change_person'];
    trace?: never;
  };
  '/api/v2/pii/people/{userId}/accesses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who read, or tried to read, what is kept of a person.
     * @description Permission: the person; both kinds of admin who say that they run the school (`purpose=administration`), whose
     *     looking is noted in the same log. The newest first.
     *
     *     **Permission:** any user.
     */
    get: operations['list_accesses'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/pii/people/{userId}/consents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What a person, and who answers for them, agreed to.
     * @description Permission: the person; educational admins, whose looking is noted in the access log.
     *
     *     **Permission:** any user.
     */
    get: operations['list_consents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/pii/people/{userId}/consents/{consentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Agree, or no longer agree.
     * @description Permission: the person for themself, in the app; educational admins for what a guardian, or a person, told the
     *     school. Under 16 only a guardian's agreement counts. The log is only added to; the same entry again is 200 with the
     *     first answer.
     *
     *     **Permission:** any user.
     */
    put: operations['record_consent'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/pii/people/{userId}/name': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The name of a person.
     * @description Permission: the person, a teacher of theirs, both kinds of admin; for everybody else the person does not exist.
     *     Every request is noted in the access log, answered or not, before it is answered.
     *
     *     **Permission:** any user.
     */
    get: operations['read_name'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/pii/people/{userId}/standing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How things stand with a person's consent.
     * @description Permission: the person, and educational admins. It follows from the day of birth, so asking is noted as reading it.
     *
     *     **Permission:** any user.
     */
    get: operations['show_standing'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/pii/standing': {
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
  '/api/v2/pii/terms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What people agree to, in the versions that count now.
     * @description Public: one reads it before there is an account.
     *
     *     **Permission:** anybody.
     */
    get: operations['list_terms'];
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
    /** @description Somebody asked for fields of the person. */
    AccessView: {
      /** @description When. */
      accessedAt: components['schemas']['Timestamp'];
      /** @description Who. */
      actor: components['schemas']['ActorView'];
      /** @description What a service asked because of. */
      causeId?: string | null;
      /**
       * @description `allowed` or `refused`.
       * @example allowed
       */
      decision: string;
      /**
       * @description For which fields.
       * @example [
       *       "family-name",
       *       "given-name"
       *     ]
       */
      fields: string[];
      /**
       * @description What for.
       * @example teaching
       */
      purpose: string;
    };
    /** @description Who asked. */
    ActorView: {
      /** @description The user's id, or the name of the service. */
      id: string;
      /**
       * @description `user` or `service`.
       * @example user
       */
      kind: string;
      /**
       * @description The role of the user when they asked; absent for a service, and where it was not noted.
       * @example teacher
       */
      role?: string | null;
    };
    /** @description Everything that people agree to. */
    AllTermsView: {
      items: components['schemas']['TermsView'][];
    };
    /** @description What is asked for. */
    AskErasure: {
      /** @description Made by the client (UUIDv7). Keep it: it shows the certificate when nothing else is left. */
      erasureId: components['schemas']['ErasureId'];
      userId?: components['schemas']['UserId'] | null;
    };
    /** @description What is asked for. */
    AskExport: {
      /** @description Made by the client (UUIDv7). */
      exportId: components['schemas']['ExportId'];
      userId?: components['schemas']['UserId'] | null;
    };
    /** @description That somebody is forgotten. It does not say who. */
    CertificateView: {
      /** @description What every service confirmed. */
      confirmations: components['schemas']['ConfirmationView'][];
      /**
       * Format: date-time
       * @description When the last of it was gone, the key of the person with it.
       */
      erasedAt: string;
      /** @description Which erasure. */
      erasureId: components['schemas']['ErasureId'];
      /**
       * Format: date-time
       * @description When it was asked for.
       */
      requestedAt: string;
    };
    /** @description What becomes of a person's fields: absent stays, null goes. */
    ChangePerson: {
      address?: components['schemas']['PostalAddress'] | null;
      /** @description Up to 1000 characters, by admins alone. */
      adminNote?: string | null;
      /**
       * Format: date
       * @description A past day.
       * @example 2010-02-28
       */
      birthDate?: string | null;
      /**
       * @description 1 to 100 characters. It cannot go.
       * @example de Vries
       */
      familyName?: string | null;
      /**
       * @description 1 to 100 characters. It cannot go.
       * @example Anna
       */
      givenName?: string | null;
      guardian?: components['schemas']['Guardian'] | null;
      /**
       * @description With its country: `+31 6 12345678`.
       * @example +31 6 12345678
       */
      phone?: string | null;
    };
    /** @description The revision that a change made. */
    ChangedView: {
      /** @description Whose fields. */
      userId: components['schemas']['UserId'];
    };
    /** @description What one service has confirmed. */
    ConfirmationView: {
      /**
       * Format: date-time
       * @description When it confirmed; absent before.
       */
      confirmedAt?: string | null;
      /** @description What it erased or made anonymous. */
      holdings: components['schemas']['HoldingView'][];
      /**
       * @description The service.
       * @example thematic-cards
       */
      service: string;
    };
    /** Format: uuid */
    ConsentId: string;
    /** @description An entry of the log. */
    ConsentView: {
      /** @description Which. */
      consentId: components['schemas']['ConsentId'];
      /**
       * @description `given` or `withdrawn`.
       * @example given
       */
      decision: string;
      /**
       * @description About which document.
       * @example privacy-statement
       */
      document: string;
      /**
       * @description How it was said.
       * @example in-app
       */
      how: string;
      /** @description The user who entered it. */
      recordedBy: components['schemas']['UserId'];
      /** @description When. */
      saidAt: components['schemas']['Timestamp'];
      /**
       * @description `person` or `guardian`.
       * @example person
       */
      saidBy: string;
      /**
       * @description In which version.
       * @example 2026-11-01
       */
      version: string;
    };
    /** @description The log of a person. */
    ConsentsView: {
      /** @description The newest first. */
      items: components['schemas']['ConsentView'][];
    };
    /**
     * @description Whether they agree.
     * @enum {string}
     */
    Decision: 'given' | 'withdrawn';
    /** @description A document, and what was last said about it. */
    DocumentStanding: {
      /** @description The version that who answers for them agrees to, if they do. */
      agreedByGuardian?: string | null;
      /** @description The version that the person agrees to, if they do. */
      agreedByPerson?: string | null;
      /**
       * @description The version that counts now.
       * @example 2026-11-01
       */
      currentVersion: string;
      /**
       * @description Which.
       * @example privacy-statement
       */
      document: string;
    };
    /** Format: uuid */
    ErasureId: string;
    /** @description An erasure, and who has not confirmed it. */
    ErasureSummary: {
      /**
       * Format: date-time
       * @description When it is done at the latest.
       */
      deadlineAt: string;
      /**
       * Format: date-time
       * @description When the last of it was gone; absent before.
       */
      erasedAt?: string | null;
      /** @description Which. */
      erasureId: components['schemas']['ErasureId'];
      /**
       * Format: date-time
       * @description When it was asked for.
       */
      requestedAt: string;
      /** @description Who is to be forgotten, or is. */
      userId: components['schemas']['UserId'];
      /**
       * @description The services that have not confirmed; `pii` is the last to.
       * @example [
       *       "thematic-cards",
       *       "pii"
       *     ]
       */
      waitsFor: string[];
    };
    /** @description An erasure, with who has confirmed and who has not. */
    ErasureView: {
      /** @description Every service that keeps something of people. */
      confirmations: components['schemas']['ConfirmationView'][];
      /**
       * Format: date-time
       * @description When it is done at the latest.
       */
      deadlineAt: string;
      /**
       * Format: date-time
       * @description When the last of it was gone; absent before.
       */
      erasedAt?: string | null;
      /** @description Which. */
      erasureId: components['schemas']['ErasureId'];
      /**
       * Format: date-time
       * @description When it was asked for.
       */
      requestedAt: string;
      /** @description Who is to be forgotten. */
      userId: components['schemas']['UserId'];
    };
    /** Format: uuid */
    ExportId: string;
    /**
     * @description How far an export is.
     * @enum {string}
     */
    ExportStatus: 'collecting' | 'ready' | 'expired';
    /** @description An export, and who has not answered it. */
    ExportSummary: {
      /**
       * Format: date-time
       * @description When it is ready at the latest.
       */
      deadlineAt: string;
      /** @description Which. */
      exportId: components['schemas']['ExportId'];
      /**
       * Format: date-time
       * @description When the archive was made; absent before.
       */
      readyAt?: string | null;
      /**
       * Format: date-time
       * @description When it was asked for.
       */
      requestedAt: string;
      /** @description Whose data. */
      userId: components['schemas']['UserId'];
      /**
       * @description The services that have not answered; `pii` is the last to.
       * @example [
       *       "thematic-cards",
       *       "pii"
       *     ]
       */
      waitsFor: string[];
    };
    /** @description An export, with who has answered and who has not. */
    ExportView: {
      /**
       * Format: date-time
       * @description When it is ready at the latest.
       */
      deadlineAt: string;
      /**
       * Format: date-time
       * @description When the archive is deleted, fetched or not.
       */
      expiresAt?: string | null;
      /** @description Which. */
      exportId: components['schemas']['ExportId'];
      /** @description Every service that keeps something of people. */
      parts: components['schemas']['PartView'][];
      /**
       * Format: date-time
       * @description When the archive was made.
       */
      readyAt?: string | null;
      /**
       * Format: date-time
       * @description When it was asked for.
       */
      requestedAt: string;
      /** @description How far it is. */
      status: components['schemas']['ExportStatus'];
      /** @description Whose data. */
      userId: components['schemas']['UserId'];
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
    /** @description Who was found. */
    FoundView: {
      /** @description Nobody, one, or for a moment two while an address passes on. */
      items: components['schemas']['UserId'][];
    };
    /** @description Who answers for a minor. */
    Guardian: {
      /**
       * @description Family name.
       * @example de Vries
       */
      familyName: string;
      /**
       * @description Given name.
       * @example Jan
       */
      givenName: string;
      /**
       * @description A number to call.
       * @example +31612345678
       */
      phone: string;
    };
    /** @description What a service keeps of the person under one name. */
    HoldingView: {
      /**
       * Format: int64
       * @description How many rows or documents.
       * @example 240
       */
      count: number;
      /**
       * @description The table or the collection.
       * @example cards
       */
      name: string;
    };
    /**
     * @description How it was said.
     * @enum {string}
     */
    How: 'in-app' | 'on-paper' | 'by-phone' | 'in-person';
    /** @description A version of a key. */
    KeyVersionView: {
      promotedAt?: components['schemas']['Timestamp'] | null;
      /** @description When the service first saw it: at the latest a minute after it was made, or when the service began to note it. */
      seenAt: components['schemas']['Timestamp'];
      use: components['schemas']['Use'];
      /** @example 1 */
      version: string;
    };
    /** @description A key, without what it is. */
    KeyView: {
      dueAt?: components['schemas']['Timestamp'] | null;
      /**
       * @description Of its secret.
       * @example profile/signing
       */
      name: string;
      /** @description Those that the secret has, the oldest first. */
      versions: components['schemas']['KeyVersionView'][];
    };
    /** @description The keys of pii. */
    KeysView: {
      items: components['schemas']['KeyView'][];
      rewrap: components['schemas']['RewrapView'];
    };
    /**
     * Format: int32
     * @description How many items a page may hold: 1 to 200, 50 unless said.
     * @default 50
     * @example 50
     */
    Limit: number;
    /** @description A link to an archive. */
    LinkView: {
      /**
       * Format: date-time
       * @description Until when it works.
       */
      expiresAt: string;
      /**
       * @description Where to fetch it, on this host. It works once, for whoever has it.
       * @example /api/v2/pii/archives/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
       */
      href: string;
    };
    /** @description Whose account is looked for. */
    Lookup: {
      /**
       * @description The address, in any spelling. In the body, since addresses of pages are logged on the way.
       * @example anna@example.org
       */
      email: string;
    };
    /** @description What a person is called. */
    NameView: {
      /**
       * @description Of the family.
       * @example de Vries
       */
      familyName: string;
      /**
       * @description What a teacher calls.
       * @example Anna
       */
      givenName: string;
      /** @description Whose name it is. */
      userId: components['schemas']['UserId'];
    };
    /** @description Whose names. */
    NamesQuestion: {
      /** @description 1 to 200 people. */
      userIds: components['schemas']['UserId'][];
    };
    /** @description Names that were found. */
    NamesView: {
      /** @description By id. Who is absent has no name, or is not theirs to see. */
      items: components['schemas']['NameView'][];
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
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    Page_AccessView: {
      /** @description The items, in the order of the list. */
      items: {
        /** @description When. */
        accessedAt: components['schemas']['Timestamp'];
        /** @description Who. */
        actor: components['schemas']['ActorView'];
        /** @description What a service asked because of. */
        causeId?: string | null;
        /**
         * @description `allowed` or `refused`.
         * @example allowed
         */
        decision: string;
        /**
         * @description For which fields.
         * @example [
         *       "family-name",
         *       "given-name"
         *     ]
         */
        fields: string[];
        /**
         * @description What for.
         * @example teaching
         */
        purpose: string;
      }[];
      /** @description Leads on; absent on the last page. */
      nextCursor?: string | null;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    Page_ErasureSummary: {
      /** @description The items, in the order of the list. */
      items: {
        /**
         * Format: date-time
         * @description When it is done at the latest.
         */
        deadlineAt: string;
        /**
         * Format: date-time
         * @description When the last of it was gone; absent before.
         */
        erasedAt?: string | null;
        /** @description Which. */
        erasureId: components['schemas']['ErasureId'];
        /**
         * Format: date-time
         * @description When it was asked for.
         */
        requestedAt: string;
        /** @description Who is to be forgotten, or is. */
        userId: components['schemas']['UserId'];
        /**
         * @description The services that have not confirmed; `pii` is the last to.
         * @example [
         *       "thematic-cards",
         *       "pii"
         *     ]
         */
        waitsFor: string[];
      }[];
      /** @description Leads on; absent on the last page. */
      nextCursor?: string | null;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    Page_ExportSummary: {
      /** @description The items, in the order of the list. */
      items: {
        /**
         * Format: date-time
         * @description When it is ready at the latest.
         */
        deadlineAt: string;
        /** @description Which. */
        exportId: components['schemas']['ExportId'];
        /**
         * Format: date-time
         * @description When the archive was made; absent before.
         */
        readyAt?: string | null;
        /**
         * Format: date-time
         * @description When it was asked for.
         */
        requestedAt: string;
        /** @description Whose data. */
        userId: components['schemas']['UserId'];
        /**
         * @description The services that have not answered; `pii` is the last to.
         * @example [
         *       "thematic-cards",
         *       "pii"
         *     ]
         */
        waitsFor: string[];
      }[];
      /** @description Leads on; absent on the last page. */
      nextCursor?: string | null;
    };
    /** @description The part of one service. */
    PartView: {
      /** @description What is in it. */
      holdings: components['schemas']['HoldingView'][];
      /**
       * Format: date-time
       * @description When it was ready; absent while it is missing.
       */
      readyAt?: string | null;
      /**
       * @description The service.
       * @example thematic-cards
       */
      service: string;
    };
    /** @description What is known of a person, as far as it was asked for and is there. */
    PersonView: {
      address?: components['schemas']['PostalAddress'] | null;
      /** @description What an admin noted. */
      adminNote?: string | null;
      /**
       * Format: date
       * @description The day of birth.
       * @example 2010-02-28
       */
      birthDate?: string | null;
      /**
       * @description The address that mail goes to.
       * @example anna@example.org
       */
      email?: string | null;
      /**
       * @description Of the family.
       * @example de Vries
       */
      familyName?: string | null;
      /**
       * @description What a teacher calls.
       * @example Anna
       */
      givenName?: string | null;
      guardian?: components['schemas']['Guardian'] | null;
      /** @description The language to write in: `nl`, `en` or `ru`. */
      interfaceLanguage?: string | null;
      /** @description The address that mail is to go to, once it is confirmed. */
      pendingEmail?: string | null;
      /**
       * @description A number to call, as E.164 has it.
       * @example +31612345678
       */
      phone?: string | null;
      /** @description Who it is. */
      userId: components['schemas']['UserId'];
    };
    /** @description Where somebody lives. */
    PostalAddress: {
      /**
       * @description Town or village.
       * @example Utrecht
       */
      city: string;
      /**
       * @description ISO 3166-1, two letters.
       * @example NL
       */
      country: string;
      /**
       * @description As the country writes it.
       * @example 1234 AB
       */
      postalCode: string;
      /**
       * @description Street and number.
       * @example Dorpsstraat 1
       */
      street: string;
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
    /** @description What was said. */
    RecordConsent: {
      decision: components['schemas']['Decision'];
      /**
       * @description About which document.
       * @example privacy-statement
       */
      document: string;
      how: components['schemas']['How'];
      saidBy: components['schemas']['Speaker'];
      /**
       * @description In which version: one gives consent to the current one, and withdraws it from any.
       * @example 2026-11-01
       */
      version: string;
    };
    /** @description How far the keys of people are wrapped by the version in use of the key that wraps them. */
    RewrapView: {
      /**
       * Format: int64
       * @description Keys of people, each wrapped by one version.
       * @example 1200
       */
      dataKeys: number;
      /**
       * @description The key that wraps, as its item names it.
       * @example pii/kek
       */
      keyName: string;
      /**
       * Format: int64
       * @description Those that another version wraps still: they are wrapped anew, and at nought the version before goes.
       * @example 0
       */
      left: number;
      /**
       * @description Its version in use.
       * @example 2
       */
      version: string;
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
     * @description Who said it.
     * @enum {string}
     */
    Speaker: 'person' | 'guardian';
    /** @description How things stand with a person's consent. */
    StandingView: {
      /** @description Each document. */
      documents: components['schemas']['DocumentStanding'][];
      /** @description Whether the person is known to be under 16. */
      isMinor: boolean;
      standing: components['schemas']['StandingWord'];
    };
    /**
     * @description In one word.
     * @enum {string}
     */
    StandingWord: 'complete' | 'awaiting-consent' | 'awaiting-guardian';
    /** @description A document in the version that counts now. */
    TermsView: {
      /**
       * @description Which.
       * @example privacy-statement
       */
      document: string;
      /**
       * @description Markdown whose first line is the title.
       * @example # Privacyverklaring
       *
       *     ...
       */
      text: string;
      /**
       * @description The day it took effect, which is its name.
       * @example 2026-11-01
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
    /**
     * @description What a version is for.
     * @enum {string}
     */
    Use: 'next' | 'current' | 'previous';
    /** Format: uuid */
    UserId: string;
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
  fetch_archive: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description From a link. */
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The archive, a ZIP. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/zip': number[];
        };
      };
      400: components['responses']['Malformed'];
      404: components['responses']['NotFound'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  list_erasures: {
    parameters: {
      query?: {
        /** @description Only those that wait for a service; or only those that do not. */
        open?: boolean;
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
      /** @description A page of erasures. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Page_ErasureSummary'];
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
  ask_erasure: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AskErasure'];
      };
    };
    responses: {
      /** @description It was asked for before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErasureView'];
        };
      };
      /** @description Asked for: every service erases. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErasureView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
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
  show_erasure: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The erasure. */
        erasureId: components['schemas']['ErasureId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The erasure. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErasureView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  show_certificate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The erasure. */
        erasureId: components['schemas']['ErasureId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The certificate. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CertificateView'];
        };
      };
      400: components['responses']['Malformed'];
      404: components['responses']['NotFound'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  list_exports: {
    parameters: {
      query?: {
        /** @description Only those that wait for a service; or only those that do not. */
        open?: boolean;
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
      /** @description A page of exports. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Page_ExportSummary'];
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
  ask_export: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AskExport'];
      };
    };
    responses: {
      /** @description It was asked for before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportView'];
        };
      };
      /** @description Asked for: every service puts its part together. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
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
  show_export: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The export. */
        exportId: components['schemas']['ExportId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The export. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  make_link: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The export. */
        exportId: components['schemas']['ExportId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The link. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LinkView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  list_keys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KeysView'];
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
  find_people: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Lookup'];
      };
    };
    responses: {
      /** @description Who has this address. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FoundView'];
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
  read_names: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NamesQuestion'];
      };
    };
    responses: {
      /** @description The names. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NamesView'];
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
  read_person: {
    parameters: {
      query: {
        /** @description What the fields are needed for. It stands in the access log, where the person sees it. */
        purpose: 'own' | 'teaching' | 'administration' | 'contact';
        /**
         * @description Names of fields, with commas between them: `given-name,family-name`.
         * @example given-name,family-name
         */
        fields: string;
      };
      header?: never;
      path: {
        /** @description The person. */
        userId: components['schemas']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Those of the fields that are there. The tag is the person's revision. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PersonView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      /** @description One of the fields is not for them, or not for this purpose. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such person, or not theirs to see. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  change_person: {
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
        /** @description The person. */
        userId: components['schemas']['UserId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/merge-patch+json': components['schemas']['ChangePerson'];
      };
    };
    responses: {
      /** @description Changed. The tag is the new revision. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      /** @description No such person, or not theirs to change. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
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
  list_accesses: {
    parameters: {
      query?: {
        /** @description What an admin looks for: `administration`. The person themself need not say. */
        purpose?: 'own' | 'teaching' | 'administration' | 'contact';
        /** @description How many at once. */
        limit?: components['schemas']['Limit'];
        /** @description Where to go on. */
        cursor?: string;
      };
      header?: never;
      path: {
        /** @description The person. */
        userId: components['schemas']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of the log. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Page_AccessView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      /** @description Not theirs to see. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  list_consents: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The person. */
        userId: components['schemas']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Everything that was said. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsentsView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      /** @description Not theirs to see. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  record_consent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The person. */
        userId: components['schemas']['UserId'];
        /** @description Made by the caller, a UUIDv7. */
        consentId: components['schemas']['ConsentId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecordConsent'];
      };
    };
    responses: {
      /** @description It was there. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsentView'];
        };
      };
      /** @description Added. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsentView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      /** @description No such person, or not theirs to speak for. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
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
  read_name: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The person. */
        userId: components['schemas']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The name. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NameView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      /** @description No such person, not theirs to see, or no name given. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  show_standing: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The person. */
        userId: components['schemas']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The standing. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StandingView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      /** @description No such person, or not theirs to see. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
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
  list_terms: {
    parameters: {
      query: {
        language: 'nl' | 'en' | 'ru';
      };
      header?: {
        /**
         * @description The `ETag` of what the caller has already; 304 when it is still current.
         * @example "7"
         */
        'If-None-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Each document, whole. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AllTermsView'];
        };
      };
      /** @description As `If-None-Match` says. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
}

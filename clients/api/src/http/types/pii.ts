// Made from openapi/pii.v2.json by `npm run generate`; not to be edited.

export interface paths {
  readonly '/api/v2/pii/archives/{token}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Fetch an archive.
     * @description Permission: whoever has the link, once. It is used up by this very request, so that an address in a log or a history
     *     opens nothing; when the answer does not arrive, make another link.
     *
     *     **Permission:** anybody.
     */
    readonly get: operations['fetch_archive'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/pii/erasures': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Ask that a person be forgotten.
     * @description Permission: everybody but technical admins, for themself; a technical admin, for anybody else. The caller must have
     *     logged in within the last ten minutes. Safe to repeat: the same request is answered with the erasure as it stands.
     *     There is no way back: every session ends within seconds, and every service erases.
     *
     *     **Permission:** any user.
     */
    readonly post: operations['ask_erasure'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/pii/erasures/{erasureId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * What has become of an erasure.
     * @description Permission: technical admins, and the person for as long as they have a session; for everybody else it does not exist.
     *
     *     **Permission:** any user.
     */
    readonly get: operations['show_erasure'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/pii/erasures/{erasureId}/certificate': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * The certificate of an erasure.
     * @description Permission: whoever has the id, which its maker was told to keep: who is forgotten cannot log in. It says what was
     *     erased and when, and nothing of whom. It does not exist before everything is erased.
     *
     *     **Permission:** anybody.
     */
    readonly get: operations['show_certificate'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/pii/exports': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Ask for all that is kept of a person.
     * @description Permission: everybody, for themself; a technical admin, for anybody. The caller must have logged in within the last ten
     *     minutes. Safe to repeat: the same request is answered with the export as it stands. One export of a person at a time.
     *
     *     **Permission:** any user.
     */
    readonly post: operations['ask_export'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/pii/exports/{exportId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * What has become of an export.
     * @description Permission: the person, who asked for it, technical admins; for everybody else it does not exist.
     *
     *     **Permission:** any user.
     */
    readonly get: operations['show_export'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/pii/exports/{exportId}/links': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Make a link to the archive of an export.
     * @description Permission: the person, or who asked for the export; for everybody else it does not exist. The caller must have logged
     *     in within the last ten minutes. A link works once, until the archive is deleted; another link replaces it.
     *
     *     **Permission:** any user.
     */
    readonly post: operations['make_link'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/pii/people/lookups': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Find a person by their e-mail address.
     * @description Permission: both kinds of admin. Who is found sees it in their access log. A question, so a repeat changes nothing
     *     but the log.
     *
     *     **Permission:** educational admin, technical admin.
     */
    readonly post: operations['find_people'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/pii/people/names': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * The names of several people, such as a teacher's students.
     * @description Permission: teachers, for their students; both kinds of admin. Each person's reading is noted by itself, answered or
     *     not, before anything is answered. A question, so a repeat changes nothing but the log.
     *
     *     **Permission:** teacher, educational admin, technical admin.
     */
    readonly post: operations['read_names'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/pii/people/{userId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Fields of a person.
     * @description Permission: as the table of `services/pii/README.md` says for each field, relation and purpose. One field that is
     *     refused refuses the whole (403); for who is nothing to the person, the person does not exist. Every request is noted
     *     in the access log, answered or not, before it is answered.
     *
     *     **Permission:** any user.
     */
    readonly get: operations['read_person'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    /**
     * Change fields of a person.
     * @description Permission: as the table of `services/pii/README.md` says for each field: the person for most of their own,
     *     educational admins for a day of birth, admins for their note. A merge patch; one field that is refused refuses the
     *     whole. Problems: `birth-date-settled` when a minor changes their day of birth, `awaiting-guardian` when a minor says
     *     more than consent needs before somebody who answers for them has agreed.
     *
     *     **Permission:** any user.
     */
    readonly patch: operations['change_person'];
    readonly trace?: never;
  };
  readonly '/api/v2/pii/people/{userId}/accesses': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Who read, or tried to read, what is kept of a person.
     * @description Permission: the person; both kinds of admin who say that they run the school (`purpose=administration`), whose
     *     looking is noted in the same log. The newest first.
     *
     *     **Permission:** any user.
     */
    readonly get: operations['list_accesses'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/pii/people/{userId}/consents': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * What a person, and who answers for them, agreed to.
     * @description Permission: the person; educational admins, whose looking is noted in the access log.
     *
     *     **Permission:** any user.
     */
    readonly get: operations['list_consents'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/pii/people/{userId}/consents/{consentId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Agree, or no longer agree.
     * @description Permission: the person for themself, in the app; educational admins for what a guardian, or a person, told the
     *     school. Under 16 only a guardian's agreement counts. The log is only added to; the same entry again is 200 with the
     *     first answer.
     *
     *     **Permission:** any user.
     */
    readonly put: operations['record_consent'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/pii/people/{userId}/name': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * The name of a person.
     * @description Permission: the person, a teacher of theirs, both kinds of admin; for everybody else the person does not exist.
     *     Every request is noted in the access log, answered or not, before it is answered.
     *
     *     **Permission:** any user.
     */
    readonly get: operations['read_name'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/pii/people/{userId}/standing': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * How things stand with a person's consent.
     * @description Permission: the person, and educational admins. It follows from the day of birth, so asking is noted as reading it.
     *
     *     **Permission:** any user.
     */
    readonly get: operations['show_standing'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/pii/terms': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * What people agree to, in the versions that count now.
     * @description Public: one reads it before there is an account.
     *
     *     **Permission:** anybody.
     */
    readonly get: operations['list_terms'];
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
    /** @description Somebody asked for fields of the person. */
    readonly AccessView: {
      /** @description When. */
      readonly accessedAt: components['schemas']['Timestamp'];
      /** @description Who. */
      readonly actor: components['schemas']['ActorView'];
      /** @description What a service asked because of. */
      readonly causeId?: string | null;
      /**
       * @description `allowed` or `refused`.
       * @example allowed
       */
      readonly decision: string;
      /**
       * @description For which fields.
       * @example [
       *       "family-name",
       *       "given-name"
       *     ]
       */
      readonly fields: readonly string[];
      /**
       * @description What for.
       * @example teaching
       */
      readonly purpose: string;
    };
    /** @description Who asked. */
    readonly ActorView: {
      /** @description The user's id, or the name of the service. */
      readonly id: string;
      /**
       * @description `user` or `service`.
       * @example user
       */
      readonly kind: string;
      /**
       * @description The role of the user when they asked; absent for a service, and where it was not noted.
       * @example teacher
       */
      readonly role?: string | null;
    };
    /** @description Everything that people agree to. */
    readonly AllTermsView: {
      readonly items: readonly components['schemas']['TermsView'][];
    };
    /** @description What is asked for. */
    readonly AskErasure: {
      /** @description Made by the client (UUIDv7). Keep it: it shows the certificate when nothing else is left. */
      readonly erasureId: components['schemas']['ErasureId'];
      readonly userId?: components['schemas']['UserId'] | null;
    };
    /** @description What is asked for. */
    readonly AskExport: {
      /** @description Made by the client (UUIDv7). */
      readonly exportId: components['schemas']['ExportId'];
      readonly userId?: components['schemas']['UserId'] | null;
    };
    /** @description That somebody is forgotten. It does not say who. */
    readonly CertificateView: {
      /** @description What every service confirmed. */
      readonly confirmations: readonly components['schemas']['ConfirmationView'][];
      /**
       * Format: date-time
       * @description When the last of it was gone, the key of the person with it.
       */
      readonly erasedAt: string;
      /** @description Which erasure. */
      readonly erasureId: components['schemas']['ErasureId'];
      /**
       * Format: date-time
       * @description When it was asked for.
       */
      readonly requestedAt: string;
    };
    /** @description What becomes of a person's fields: absent stays, null goes. */
    readonly ChangePerson: {
      readonly address?: components['schemas']['PostalAddress'] | null;
      /** @description Up to 1000 characters, by admins alone. */
      readonly adminNote?: string | null;
      /**
       * Format: date
       * @description A past day.
       * @example 2010-02-28
       */
      readonly birthDate?: string | null;
      /**
       * @description 1 to 100 characters. It cannot go.
       * @example de Vries
       */
      readonly familyName?: string | null;
      /**
       * @description 1 to 100 characters. It cannot go.
       * @example Anna
       */
      readonly givenName?: string | null;
      readonly guardian?: components['schemas']['Guardian'] | null;
      /**
       * @description With its country: `+31 6 12345678`.
       * @example +31 6 12345678
       */
      readonly phone?: string | null;
    };
    /** @description The revision that a change made. */
    readonly ChangedView: {
      /** @description Whose fields. */
      readonly userId: components['schemas']['UserId'];
    };
    /** @description What one service has confirmed. */
    readonly ConfirmationView: {
      /**
       * Format: date-time
       * @description When it confirmed; absent before.
       */
      readonly confirmedAt?: string | null;
      /** @description What it erased or made anonymous. */
      readonly holdings: readonly components['schemas']['HoldingView'][];
      /**
       * @description The service.
       * @example thematic-cards
       */
      readonly service: string;
    };
    /** Format: uuid */
    readonly ConsentId: string;
    /** @description An entry of the log. */
    readonly ConsentView: {
      /** @description Which. */
      readonly consentId: components['schemas']['ConsentId'];
      /**
       * @description `given` or `withdrawn`.
       * @example given
       */
      readonly decision: string;
      /**
       * @description About which document.
       * @example privacy-statement
       */
      readonly document: string;
      /**
       * @description How it was said.
       * @example in-app
       */
      readonly how: string;
      /** @description The user who entered it. */
      readonly recordedBy: components['schemas']['UserId'];
      /** @description When. */
      readonly saidAt: components['schemas']['Timestamp'];
      /**
       * @description `person` or `guardian`.
       * @example person
       */
      readonly saidBy: string;
      /**
       * @description In which version.
       * @example 2026-11-01
       */
      readonly version: string;
    };
    /** @description The log of a person. */
    readonly ConsentsView: {
      /** @description The newest first. */
      readonly items: readonly components['schemas']['ConsentView'][];
    };
    /**
     * @description Whether they agree.
     * @enum {string}
     */
    readonly Decision: 'given' | 'withdrawn';
    /** @description A document, and what was last said about it. */
    readonly DocumentStanding: {
      /** @description The version that who answers for them agrees to, if they do. */
      readonly agreedByGuardian?: string | null;
      /** @description The version that the person agrees to, if they do. */
      readonly agreedByPerson?: string | null;
      /**
       * @description The version that counts now.
       * @example 2026-11-01
       */
      readonly currentVersion: string;
      /**
       * @description Which.
       * @example privacy-statement
       */
      readonly document: string;
    };
    /** Format: uuid */
    readonly ErasureId: string;
    /** @description An erasure, with who has confirmed and who has not. */
    readonly ErasureView: {
      /** @description Every service that keeps something of people. */
      readonly confirmations: readonly components['schemas']['ConfirmationView'][];
      /**
       * Format: date-time
       * @description When it is done at the latest.
       */
      readonly deadlineAt: string;
      /**
       * Format: date-time
       * @description When the last of it was gone; absent before.
       */
      readonly erasedAt?: string | null;
      /** @description Which. */
      readonly erasureId: components['schemas']['ErasureId'];
      /**
       * Format: date-time
       * @description When it was asked for.
       */
      readonly requestedAt: string;
      /** @description Who is to be forgotten. */
      readonly userId: components['schemas']['UserId'];
    };
    /** Format: uuid */
    readonly ExportId: string;
    /**
     * @description How far an export is.
     * @enum {string}
     */
    readonly ExportStatus: 'collecting' | 'ready' | 'expired';
    /** @description An export, with who has answered and who has not. */
    readonly ExportView: {
      /**
       * Format: date-time
       * @description When it is ready at the latest.
       */
      readonly deadlineAt: string;
      /**
       * Format: date-time
       * @description When the archive is deleted, fetched or not.
       */
      readonly expiresAt?: string | null;
      /** @description Which. */
      readonly exportId: components['schemas']['ExportId'];
      /** @description Every service that keeps something of people. */
      readonly parts: readonly components['schemas']['PartView'][];
      /**
       * Format: date-time
       * @description When the archive was made.
       */
      readonly readyAt?: string | null;
      /**
       * Format: date-time
       * @description When it was asked for.
       */
      readonly requestedAt: string;
      /** @description How far it is. */
      readonly status: components['schemas']['ExportStatus'];
      /** @description Whose data. */
      readonly userId: components['schemas']['UserId'];
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
    /** @description Who was found. */
    readonly FoundView: {
      /** @description Nobody, one, or for a moment two while an address passes on. */
      readonly items: readonly components['schemas']['UserId'][];
    };
    /** @description Who answers for a minor. */
    readonly Guardian: {
      /**
       * @description Family name.
       * @example de Vries
       */
      readonly familyName: string;
      /**
       * @description Given name.
       * @example Jan
       */
      readonly givenName: string;
      /**
       * @description A number to call.
       * @example +31612345678
       */
      readonly phone: string;
    };
    /** @description What a service keeps of the person under one name. */
    readonly HoldingView: {
      /**
       * Format: int64
       * @description How many rows or documents.
       * @example 240
       */
      readonly count: number;
      /**
       * @description The table or the collection.
       * @example cards
       */
      readonly name: string;
    };
    /**
     * @description How it was said.
     * @enum {string}
     */
    readonly How: 'in-app' | 'on-paper' | 'by-phone' | 'in-person';
    /**
     * Format: int32
     * @description How many items a page may hold: 1 to 200, 50 unless said.
     * @default 50
     * @example 50
     */
    readonly Limit: number;
    /** @description A link to an archive. */
    readonly LinkView: {
      /**
       * Format: date-time
       * @description Until when it works.
       */
      readonly expiresAt: string;
      /**
       * @description Where to fetch it, on this host. It works once, for whoever has it.
       * @example /api/v2/pii/archives/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
       */
      readonly href: string;
    };
    /** @description Whose account is looked for. */
    readonly Lookup: {
      /**
       * @description The address, in any spelling. In the body, since addresses of pages are logged on the way.
       * @example anna@example.org
       */
      readonly email: string;
    };
    /** @description What a person is called. */
    readonly NameView: {
      /**
       * @description Of the family.
       * @example de Vries
       */
      readonly familyName: string;
      /**
       * @description What a teacher calls.
       * @example Anna
       */
      readonly givenName: string;
      /** @description Whose name it is. */
      readonly userId: components['schemas']['UserId'];
    };
    /** @description Whose names. */
    readonly NamesQuestion: {
      /** @description 1 to 200 people. */
      readonly userIds: readonly components['schemas']['UserId'][];
    };
    /** @description Names that were found. */
    readonly NamesView: {
      /** @description By id. Who is absent has no name, or is not theirs to see. */
      readonly items: readonly components['schemas']['NameView'][];
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    readonly Page_AccessView: {
      /** @description The items, in the order of the list. */
      readonly items: readonly {
        /** @description When. */
        readonly accessedAt: components['schemas']['Timestamp'];
        /** @description Who. */
        readonly actor: components['schemas']['ActorView'];
        /** @description What a service asked because of. */
        readonly causeId?: string | null;
        /**
         * @description `allowed` or `refused`.
         * @example allowed
         */
        readonly decision: string;
        /**
         * @description For which fields.
         * @example [
         *       "family-name",
         *       "given-name"
         *     ]
         */
        readonly fields: readonly string[];
        /**
         * @description What for.
         * @example teaching
         */
        readonly purpose: string;
      }[];
      /** @description Leads on; absent on the last page. */
      readonly nextCursor?: string | null;
    };
    /** @description The part of one service. */
    readonly PartView: {
      /** @description What is in it. */
      readonly holdings: readonly components['schemas']['HoldingView'][];
      /**
       * Format: date-time
       * @description When it was ready; absent while it is missing.
       */
      readonly readyAt?: string | null;
      /**
       * @description The service.
       * @example thematic-cards
       */
      readonly service: string;
    };
    /** @description What is known of a person, as far as it was asked for and is there. */
    readonly PersonView: {
      readonly address?: components['schemas']['PostalAddress'] | null;
      /** @description What an admin noted. */
      readonly adminNote?: string | null;
      /**
       * Format: date
       * @description The day of birth.
       * @example 2010-02-28
       */
      readonly birthDate?: string | null;
      /**
       * @description The address that mail goes to.
       * @example anna@example.org
       */
      readonly email?: string | null;
      /**
       * @description Of the family.
       * @example de Vries
       */
      readonly familyName?: string | null;
      /**
       * @description What a teacher calls.
       * @example Anna
       */
      readonly givenName?: string | null;
      readonly guardian?: components['schemas']['Guardian'] | null;
      /** @description The language to write in: `nl`, `en` or `ru`. */
      readonly interfaceLanguage?: string | null;
      /** @description The address that mail is to go to, once it is confirmed. */
      readonly pendingEmail?: string | null;
      /**
       * @description A number to call, as E.164 has it.
       * @example +31612345678
       */
      readonly phone?: string | null;
      /** @description Who it is. */
      readonly userId: components['schemas']['UserId'];
    };
    /** @description Where somebody lives. */
    readonly PostalAddress: {
      /**
       * @description Town or village.
       * @example Utrecht
       */
      readonly city: string;
      /**
       * @description ISO 3166-1, two letters.
       * @example NL
       */
      readonly country: string;
      /**
       * @description As the country writes it.
       * @example 1234 AB
       */
      readonly postalCode: string;
      /**
       * @description Street and number.
       * @example Dorpsstraat 1
       */
      readonly street: string;
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
    /** @description What was said. */
    readonly RecordConsent: {
      readonly decision: components['schemas']['Decision'];
      /**
       * @description About which document.
       * @example privacy-statement
       */
      readonly document: string;
      readonly how: components['schemas']['How'];
      readonly saidBy: components['schemas']['Speaker'];
      /**
       * @description In which version: one gives consent to the current one, and withdraws it from any.
       * @example 2026-11-01
       */
      readonly version: string;
    };
    /**
     * @description Who said it.
     * @enum {string}
     */
    readonly Speaker: 'person' | 'guardian';
    /** @description How things stand with a person's consent. */
    readonly StandingView: {
      /** @description Each document. */
      readonly documents: readonly components['schemas']['DocumentStanding'][];
      /** @description Whether the person is known to be under 16. */
      readonly isMinor: boolean;
      readonly standing: components['schemas']['StandingWord'];
    };
    /**
     * @description In one word.
     * @enum {string}
     */
    readonly StandingWord: 'complete' | 'awaiting-consent' | 'awaiting-guardian';
    /** @description A document in the version that counts now. */
    readonly TermsView: {
      /**
       * @description Which.
       * @example privacy-statement
       */
      readonly document: string;
      /**
       * @description Markdown whose first line is the title.
       * @example # Privacyverklaring
       *
       *     ...
       */
      readonly text: string;
      /**
       * @description The day it took effect, which is its name.
       * @example 2026-11-01
       */
      readonly version: string;
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
    readonly UserId: string;
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
  readonly fetch_archive: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description From a link. */
        readonly token: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The archive, a ZIP. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/zip': readonly number[];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 404: components['responses']['NotFound'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly ask_erasure: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AskErasure'];
      };
    };
    readonly responses: {
      /** @description It was asked for before. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ErasureView'];
        };
      };
      /** @description Asked for: every service erases. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ErasureView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
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
  readonly show_erasure: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The erasure. */
        readonly erasureId: components['schemas']['ErasureId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The erasure. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ErasureView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 404: components['responses']['NotFound'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly show_certificate: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The erasure. */
        readonly erasureId: components['schemas']['ErasureId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The certificate. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CertificateView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 404: components['responses']['NotFound'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly ask_export: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AskExport'];
      };
    };
    readonly responses: {
      /** @description It was asked for before. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ExportView'];
        };
      };
      /** @description Asked for: every service puts its part together. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ExportView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
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
  readonly show_export: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The export. */
        readonly exportId: components['schemas']['ExportId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The export. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ExportView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 404: components['responses']['NotFound'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly make_link: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The export. */
        readonly exportId: components['schemas']['ExportId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The link. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['LinkView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 404: components['responses']['NotFound'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly find_people: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['Lookup'];
      };
    };
    readonly responses: {
      /** @description Who has this address. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['FoundView'];
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
  readonly read_names: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NamesQuestion'];
      };
    };
    readonly responses: {
      /** @description The names. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['NamesView'];
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
  readonly read_person: {
    readonly parameters: {
      readonly query: {
        /** @description What the fields are needed for. It stands in the access log, where the person sees it. */
        readonly purpose: 'own' | 'teaching' | 'administration' | 'contact';
        /**
         * @description Names of fields, with commas between them: `given-name,family-name`.
         * @example given-name,family-name
         */
        readonly fields: string;
      };
      readonly header?: never;
      readonly path: {
        /** @description The person. */
        readonly userId: components['schemas']['UserId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Those of the fields that are there. The tag is the person's revision. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PersonView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      /** @description One of the fields is not for them, or not for this purpose. */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such person, or not theirs to see. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly change_person: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description The `ETag` of what the caller has read.
         * @example "7"
         */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The person. */
        readonly userId: components['schemas']['UserId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/merge-patch+json': components['schemas']['ChangePerson'];
      };
    };
    readonly responses: {
      /** @description Changed. The tag is the new revision. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ChangedView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      /** @description No such person, or not theirs to change. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
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
  readonly list_accesses: {
    readonly parameters: {
      readonly query?: {
        /** @description What an admin looks for: `administration`. The person themself need not say. */
        readonly purpose?: 'own' | 'teaching' | 'administration' | 'contact';
        /** @description How many at once. */
        readonly limit?: components['schemas']['Limit'];
        /** @description Where to go on. */
        readonly cursor?: string;
      };
      readonly header?: never;
      readonly path: {
        /** @description The person. */
        readonly userId: components['schemas']['UserId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of the log. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Page_AccessView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      /** @description Not theirs to see. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly list_consents: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The person. */
        readonly userId: components['schemas']['UserId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Everything that was said. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ConsentsView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      /** @description Not theirs to see. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly record_consent: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The person. */
        readonly userId: components['schemas']['UserId'];
        /** @description Made by the caller, a UUIDv7. */
        readonly consentId: components['schemas']['ConsentId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RecordConsent'];
      };
    };
    readonly responses: {
      /** @description It was there. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ConsentView'];
        };
      };
      /** @description Added. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ConsentView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      /** @description No such person, or not theirs to speak for. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
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
  readonly read_name: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The person. */
        readonly userId: components['schemas']['UserId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The name. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['NameView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      /** @description No such person, not theirs to see, or no name given. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly show_standing: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The person. */
        readonly userId: components['schemas']['UserId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The standing. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['StandingView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      /** @description No such person, or not theirs to see. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly list_terms: {
    readonly parameters: {
      readonly query: {
        readonly language: 'nl' | 'en' | 'ru';
      };
      readonly header?: {
        /**
         * @description The `ETag` of what the caller has already; 304 when it is still current.
         * @example "7"
         */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Each document, whole. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AllTermsView'];
        };
      };
      /** @description As `If-None-Match` says. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['Malformed'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
}

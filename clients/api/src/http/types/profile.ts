// Made from openapi/profile.v2.json by `npm run generate`; not to be edited.

export interface paths {
  readonly '/api/v2/profile/admin-actions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * What administrators did, the latest first.
     * @description **Permission:** technical admin.
     */
    readonly get: operations['list_admin_actions'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/client-policy': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Which versions of the clients may call.
     * @description **Permission:** anybody.
     */
    readonly get: operations['list_client_policies'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/client-policy/{platform}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Set which versions of a client may call.
     * @description Every service keeps to it within two seconds. A policy that is in force already is no change, whatever `If-Match` says.
     *
     *     **Permission:** technical admin.
     */
    readonly put: operations['change_client_policy'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/client-usage': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Which client versions are in use, and who still calls v1.
     * @description As profile sees it: every client logs in and refreshes here. Counted by the minute, kept by the day.
     *
     *     **Permission:** technical admin.
     */
    readonly get: operations['show_client_usage'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/email-confirmations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Prove an address with the code that was sent to it.
     * @description Anybody who has the code may. It proves the address of the account, or gives the account the one that it is to have.
     *     Safe to repeat for ten minutes. A wrong code, one that was used, is too old or was tried too often, and an account
     *     that is none have one answer, `code-not-accepted`.
     *
     *     **Permission:** anybody.
     */
    readonly post: operations['confirm_email'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/email-verifications': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Have the code that proves an address sent again.
     * @description Anybody may ask. The answer is the same whether or not the address has an account that waits for it; of too many
     *     requests nothing comes. Each new code makes the one before it void.
     *
     *     **Permission:** anybody.
     */
    readonly post: operations['request_email_verification'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/identity-providers': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * By whose word one can log in.
     * @description Anybody may ask. It is what the configuration says; a provider that is down is listed.
     *
     *     **Permission:** anybody.
     */
    readonly get: operations['list_identity_providers'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/invitations/acceptances': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Accept an invitation: set the first password with the code of the mail.
     * @description Anybody who has the code may. The address is proved by it. Safe to repeat for ten minutes with the same password. A wrong
     *     code, one that was used, is too old or was tried too often, and an address without an account have one answer,
     *     `code-not-accepted`.
     *
     *     **Permission:** anybody.
     */
    readonly post: operations['accept_invitation'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/jwks.json': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * The keys that access tokens are checked with: those that signed, the one that signs, the one that will.
     * @description **Permission:** anybody.
     */
    readonly get: operations['show_jwks'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/me': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * The caller's own account.
     * @description A teacher's students are at `/teachers/{teacherId}/students`.
     *
     *     **Permission:** any user.
     */
    readonly get: operations['show_me'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/me/email': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Ask for another address for the own account.
     * @description The user must have logged in within the last ten minutes. A code goes to the address, and word of it to the one before,
     *     which stays until the code comes back to `/email-confirmations`. The answer is the same whether or not another account
     *     has the address. Asking again makes the code before void.
     *
     *     **Permission:** any user.
     */
    readonly put: operations['change_email'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/me/factors': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * The caller's second factors.
     * @description **Permission:** any user.
     */
    readonly get: operations['show_factors'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/me/identities': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List the own identities at schools' providers.
     * @description Any user may.
     *
     *     **Permission:** any user.
     */
    readonly get: operations['list_identities'];
    readonly put?: never;
    /**
     * Link who one is at a school's provider.
     * @description The session that began may, once. From then on that identity logs this account in. It belongs to one account at a time
     *     (`identity-taken`), and an account has one of each provider (`provider-linked`). Linking what is linked already is 200.
     *
     *     **Permission:** any user.
     */
    readonly post: operations['link_identity'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/me/identities/authorizations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Begin to link who one is at a school's provider.
     * @description Any user may, with a proof of the last ten minutes. As with logging in; `POST /me/identities`, in the same session, takes
     *     what the provider gives back.
     *
     *     **Permission:** any user.
     */
    readonly post: operations['send_to_link'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/me/identities/{identityId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /**
     * Unlink an own identity.
     * @description Needs a proof of the last ten minutes. It logs nobody in any more; sessions that it began go on until they are ended. The
     *     password stays, so that there is always another way to log in. Once unlinked it is 404.
     *
     *     **Permission:** any user.
     */
    readonly delete: operations['unlink_identity'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/me/passkey-registrations/{passkeyId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Begin to register a passkey.
     * @description Any user may. Needs a proof of the last ten minutes. Asked again under the same id while it waits, it is the same;
     *     another id takes its place. An account has ten passkeys at most: `too-many-passkeys`.
     *
     *     **Permission:** any user.
     */
    readonly put: operations['begin_passkey'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/me/passkey-registrations/{passkeyId}/completions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Register a passkey.
     * @description Any user may. Needs a proof of the last ten minutes. From then on a log-in asks for a second factor, and the passkey is
     *     one. One answer uses the registration up: after `passkey-not-accepted` begin another. Safe to repeat: the passkey is
     *     registered once, and the first answer is given again.
     *
     *     **Permission:** any user.
     */
    readonly post: operations['complete_passkey'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/me/passkeys': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List the own passkeys.
     * @description Any user may.
     *
     *     **Permission:** any user.
     */
    readonly get: operations['list_passkeys'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/me/passkeys/{passkeyId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /**
     * Remove a passkey.
     * @description Any user may, their own. Needs a proof of the last ten minutes. The recovery codes go with the last factor. An
     *     administrator cannot be without any: `factor-required`. Safe to repeat: of an id that names none of the caller's, nothing
     *     is removed.
     *
     *     **Permission:** any user.
     */
    readonly delete: operations['remove_passkey'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/me/passkeys/{passkeyId}/name': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Rename a passkey.
     * @description Any user may, their own. Needs a proof of the last ten minutes. Safe to repeat.
     *
     *     **Permission:** any user.
     */
    readonly put: operations['rename_passkey'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/me/password': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Change the own password.
     * @description The user must have logged in within the last ten minutes. This session goes on; every other one ends, and every service
     *     refuses their access tokens within two seconds. Safe to repeat.
     *
     *     **Permission:** any user.
     */
    readonly put: operations['change_password'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/me/recovery-codes/{setId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Make recovery codes, in place of those before.
     * @description Needs a proof of the last ten minutes, and a second factor for the codes to stand in for. They are shown once; for ten
     *     minutes a repeat under the same id shows the same, in case the answer was lost.
     *
     *     **Permission:** any user.
     */
    readonly put: operations['renew_recovery_codes'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/me/totp': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /**
     * Remove the authenticator app, and the recovery codes with it.
     * @description Needs a proof of the last ten minutes. An administrator cannot be without: `factor-required`.
     *
     *     **Permission:** any user.
     */
    readonly delete: operations['remove_totp'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/me/totp-enrolments/{enrolmentId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Begin to enrol an authenticator app.
     * @description Needs a proof of the last ten minutes. The app that is in force stays so until the first code of the new one comes. Asked
     *     again under the same id, the secret is the same.
     *
     *     **Permission:** any user.
     */
    readonly put: operations['begin_totp'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/me/totp-enrolments/{enrolmentId}/confirmations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Put an authenticator app in force.
     * @description Its first code shows that it has the secret. From then on a log-in asks for a code. An app that was in force before is in
     *     force no longer. Safe to repeat.
     *
     *     **Permission:** any user.
     */
    readonly post: operations['confirm_totp'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/password-resets': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Have a code sent with which another password can be set.
     * @description Anybody may ask. The answer is the same whether or not the address has an account; of too many requests nothing comes.
     *     Each new code makes the one before it void.
     *
     *     **Permission:** anybody.
     */
    readonly post: operations['request_password_reset'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/password-resets/completions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Set another password with a code that was sent by mail.
     * @description Anybody who has the code may. Every session of the user ends, and every service refuses their access tokens within two
     *     seconds. The address is proved by it. Safe to repeat for ten minutes with the same password. A wrong code, one that was
     *     used, is too old or was tried too often, and an address without an account have one answer, `code-not-accepted`.
     *
     *     **Permission:** anybody.
     */
    readonly post: operations['reset_password'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/sessions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List the own sessions.
     * @description Any user may. Sessions that are over are not listed.
     *
     *     **Permission:** any user.
     */
    readonly get: operations['list_sessions'];
    readonly put?: never;
    /**
     * Log in.
     * @description An unknown address and a wrong password have one answer, and take one time. An account with a second factor gets a
     *     challenge instead of tokens, and so does an administrator who has none yet: see `/sessions/challenges`. While the address
     *     is not proved, the right password has the answer to a wrong one: the code of the mail goes to `/email-confirmations`, and
     *     `/email-verifications` has it sent again.
     *
     *     **Permission:** anybody.
     */
    readonly post: operations['log_in'];
    /**
     * End the own sessions.
     * @description Every service refuses their access tokens within two seconds. `others` is safe to repeat; after `all` nothing holds
     *     with which it could be.
     *
     *     **Permission:** any user.
     */
    readonly delete: operations['end_sessions'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/sessions/by-provider': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Log in by the word of a school.
     * @description Whoever has the token of the beginning may, once: a repeat is `authorization-not-accepted`, and so is a state of another
     *     beginning. An identity that is linked to no account is `identity-not-linked`: its owner logs in with their password and
     *     links it. What the provider says does not stand in for a second factor: who has one, and every administrator, gets a
     *     challenge. An account that may not be used is 401.
     *
     *     **Permission:** anybody.
     */
    readonly post: operations['log_in_by_provider'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/sessions/by-provider/authorizations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Begin to log in by the word of a school.
     * @description Anybody may. The client keeps the token and goes to the address; the provider sends it back to the client's page with a
     *     code, which `POST /sessions/by-provider` takes. Nothing follows from asking again: each answer is for one way there and
     *     back, within ten minutes. A provider that is down is 503; so are none of the other ways to log in.
     *
     *     **Permission:** anybody.
     */
    readonly post: operations['send_to_log_in'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/sessions/challenges/{challengeId}/answers': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Finish a log-in with a second factor.
     * @description Repeated with the same code or credential it has the same answer until the tokens are refreshed: an answer that was lost
     *     costs nothing. What was used in another log-in is refused. The fifth wrong answer ends the challenge.
     *
     *     **Permission:** anybody.
     */
    readonly post: operations['pass_challenge'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/sessions/challenges/{challengeId}/passkey-ceremonies': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Ask for a passkey, to finish a log-in.
     * @description For a challenge that has the method `passkey`. What the device answers goes to `/answers`, once. Asked again before that,
     *     it is the same.
     *
     *     **Permission:** anybody.
     */
    readonly post: operations['ask_for_passkey'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/sessions/challenges/{challengeId}/totp-enrolments': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Enrol an authenticator app before the first log-in as an administrator.
     * @description For a challenge whose method is `totp-enrolment`. The app's first code then passes the challenge. Asked again, the secret
     *     is the same.
     *
     *     **Permission:** anybody.
     */
    readonly post: operations['enrol_totp_to_log_in'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/sessions/current': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Whether the session of this access token goes on.
     * @description Answered from the accounts themselves, not from what was heard of them.
     *
     *     **Permission:** any user.
     */
    readonly get: operations['show_current_session'];
    readonly put?: never;
    readonly post?: never;
    /**
     * Log out.
     * @description Every service refuses the session's access tokens within two seconds. Safe to repeat with the same token, which holds
     *     for nothing else any more.
     *
     *     **Permission:** any user.
     */
    readonly delete: operations['log_out'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/sessions/current/authentications': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Prove anew who you are.
     * @description Changes of a password, factor, address, role or status need a proof of the last ten minutes: `stale-authentication` asks
     *     for this. The session and its refresh token stay. After five failures in a row the session takes no more.
     *
     *     **Permission:** any user.
     */
    readonly post: operations['prove_again'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/sessions/refreshes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Refresh.
     * @description A refresh token holds once. When two calls of one device race, or an answer was lost, the same successor is given again
     *     for ten seconds; any other second use ends the session.
     *
     *     **Permission:** anybody.
     */
    readonly post: operations['refresh'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/sessions/{sessionId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /**
     * End one of the own sessions.
     * @description Every service refuses its access tokens within two seconds. Safe to repeat; another user's session is not there.
     *
     *     **Permission:** any user.
     */
    readonly delete: operations['end_session'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/teachers/{teacherId}/students': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * The students of a teacher.
     * @description The teacher's own, or anybody's for an educational administrator.
     *
     *     **Permission:** teacher, educational admin.
     */
    readonly get: operations['list_students'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/teachers/{teacherId}/students/{studentId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Let a teacher teach a student.
     * @description The first must be a teacher and the second a student. Linking again has the same answer.
     *
     *     **Permission:** educational admin.
     */
    readonly put: operations['link_student'];
    readonly post?: never;
    /**
     * End that a teacher teaches a student.
     * @description **Permission:** educational admin.
     */
    readonly delete: operations['unlink_student'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/user-imports/previews': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * See what importing a file of people would do, without doing it.
     * @description For both administrators. Everything that is wrong is told at once, by line and column. Changes nothing, so it can be
     *     repeated.
     *
     *     **Permission:** educational admin, technical admin.
     */
    readonly post: operations['preview_import'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/user-imports/{importId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Make accounts for the people of a file, and invite them by mail.
     * @description All of them or none: what is wrong is told for every line at once, as `/csv/{line}/{column}`. A technical administrator
     *     makes accounts of every role, an educational administrator of students and teachers. Needs a proof of the last ten
     *     minutes. Repeated with the same file within a day it has the same answer.
     *
     *     **Permission:** educational admin, technical admin.
     */
    readonly put: operations['import_users'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/users': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Accounts, the oldest first.
     * @description By role and status. Nobody is found by a name or an address here: those are pii's.
     *
     *     **Permission:** technical admin.
     */
    readonly get: operations['list_users'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/users/{userId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * An account, with its revision as `ETag`.
     * @description Administrators see every account, others their own.
     *
     *     **Permission:** any user.
     */
    readonly get: operations['show_user'];
    /**
     * Register.
     * @description The answer is the same whether or not the address had an account already: nobody learns from it who has one. A mail
     *     goes to the address, with a code that proves it, or with word that it has an account. For a
     *     day a repeat with the same body has the same answer; everything else under a known id is a conflict.
     *
     *     **Permission:** anybody.
     */
    readonly put: operations['register_user'];
    readonly post?: never;
    /**
     * Delete an account for good.
     * @description Needs a proof of the last ten minutes. It is refused everywhere within two seconds and cannot come back; its address is
     *     free. What is kept of the person is erased by pii. The last technical administrator stays. Safe to repeat.
     *
     *     **Permission:** technical admin.
     */
    readonly delete: operations['delete_user'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/users/{userId}/factors': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /**
     * Remove the second factors of somebody who lost them.
     * @description Needs a proof of the last ten minutes. Their sessions end everywhere; an administrator enrols anew at the next log-in. Safe
     *     to repeat.
     *
     *     **Permission:** technical admin.
     */
    readonly delete: operations['remove_factors'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/users/{userId}/role': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Give a user another role.
     * @description An educational administrator makes teachers of students and students of teachers; a technical administrator gives any
     *     role. Needs a proof of the last ten minutes. The user's access tokens are refused everywhere from then on: a refresh brings one
     *     with the new role. Who becomes an administrator has to log in anew, with a second factor. All links of the user to
     *     teachers and students end. A role that the user has already is no change, whatever `If-Match` says.
     *
     *     **Permission:** educational admin, technical admin.
     */
    readonly put: operations['change_role'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v2/profile/users/{userId}/status': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Suspend an account, or enable it.
     * @description Needs a proof of the last ten minutes. A suspended account is refused everywhere within two seconds, and at a log-in like
     *     one that does not exist; enabled, it logs in anew. The last technical administrator stays. A status that the account has
     *     already is no change, whatever `If-Match` says.
     *
     *     **Permission:** technical admin.
     */
    readonly put: operations['change_status'];
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
    /** Format: uuid */
    readonly ActionId: string;
    /** @description An address to which a mail is to go. */
    readonly AddressRequest: {
      /**
       * Format: email
       * @example anna@example.org
       */
      readonly email: string;
    };
    /** @description What an administrator did. */
    readonly AdminActionView: {
      /** @example role-changed */
      readonly action: string;
      readonly actorId?: components['schemas']['UserId'] | null;
      /**
       * @description What it was set to: a role, a platform, the other account of a link.
       * @example teacher
       */
      readonly detail?: string | null;
      readonly doneAt: components['schemas']['Timestamp'];
      readonly id: components['schemas']['ActionId'];
      readonly subjectId?: components['schemas']['UserId'] | null;
    };
    /**
     * @description What is brought.
     * @enum {string}
     */
    readonly AnswerMethod: 'totp' | 'recovery-code' | 'passkey';
    /** @description Proof of having begun the log-in. */
    readonly AskForPasskey: {
      /** @example q1b3m0Zt0YyqkXyZ0n5g1mJmYt4x8S0c7bV2r9w6Tj0 */
      readonly challengeToken: string;
    };
    /** @description What is shown. */
    readonly Authentication: {
      readonly method: components['schemas']['ProofMethod'];
      /**
       * Format: password
       * @description The password, or the code.
       * @example correct horse battery
       */
      readonly proof: string;
    };
    /** @description A token that says when the user proved who they are. */
    readonly AuthenticationView: {
      readonly accessToken: string;
      readonly authenticatedAt: components['schemas']['Timestamp'];
      /**
       * Format: int64
       * @description Seconds that the access token holds.
       * @example 900
       */
      readonly expiresIn: number;
      /** @example Bearer */
      readonly tokenType: string;
    };
    /** @description Where to go, and what to come back with. */
    readonly AuthorizationView: {
      /**
       * @description To be kept by the client, in no address, and sent with what the provider gives back. Whoever has it began.
       * @example q1b3m0Zt0YyqkXyZ0n5g1mJmYt4x8S0c7bV2r9w6Tj0
       */
      readonly authorizationToken: string;
      /**
       * @description The page of the provider.
       * @example https://login.school.example/authorize?response_type=code&client_id=tall&state=k3bT...
       */
      readonly authorizationUrl: string;
      /** @description Until when one can come back. */
      readonly expiresAt: components['schemas']['Timestamp'];
    };
    /** @description What is brought against the challenge. */
    readonly ChallengeAnswer: {
      /** @example q1b3m0Zt0YyqkXyZ0n5g1mJmYt4x8S0c7bV2r9w6Tj0 */
      readonly challengeToken: string;
      /**
       * @description For `totp` and `recovery-code`.
       * @example 081804
       */
      readonly code?: string;
      /** @description For `passkey`: `PublicKeyCredential.toJSON()` of what `navigator.credentials.get()` gave. */
      readonly credential?: Record<string, never>;
      readonly method: components['schemas']['AnswerMethod'];
    };
    /** Format: uuid */
    readonly ChallengeId: string;
    /** @description A log-in that waits for its second factor. */
    readonly ChallengeView: {
      readonly challengeId: components['schemas']['ChallengeId'];
      /**
       * @description To be sent with the answer. Whoever has it began the log-in.
       * @example q1b3m0Zt0YyqkXyZ0n5g1mJmYt4x8S0c7bV2r9w6Tj0
       */
      readonly challengeToken: string;
      readonly expiresAt: components['schemas']['Timestamp'];
      /** @description What can finish it. */
      readonly methods: readonly components['schemas']['MethodName'][];
    };
    /** @description The password until now, and from now on. */
    readonly ChangePassword: {
      /**
       * Format: password
       * @example correct horse battery
       */
      readonly currentPassword: string;
      /**
       * Format: password
       * @description 8 to 128 characters of any kind, and none that thieves try first.
       * @example drie gele olifanten
       */
      readonly password: string;
    };
    /** @description The policy to have from now on. */
    readonly ChangePolicy: {
      /** @example 1.4.0 */
      readonly latest: string;
      readonly message: components['schemas']['LocalizedText'];
      /** @example 1.2.0 */
      readonly minimum: string;
    };
    /** @description The role to have from now on. */
    readonly ChangeRole: {
      readonly role: components['schemas']['RoleName'];
    };
    /** @description The status to have from now on. */
    readonly ChangeStatus: {
      readonly status: components['schemas']['SettableStatus'];
    };
    /**
     * @description What a client runs on.
     * @enum {string}
     */
    readonly ClientPlatform: 'web' | 'desktop' | 'android';
    /** @description Which clients called. */
    readonly ClientUsageList: {
      readonly items: readonly components['schemas']['ClientUsageView'][];
    };
    /** @description How often a client called. */
    readonly ClientUsageView: {
      /**
       * @description The version of the API. When nothing stands here for `v1`, its last client is gone.
       * @example v1
       */
      readonly api: string;
      /** @example web/1.4.0 */
      readonly client: string;
      /**
       * Format: date
       * @description The last day that it called.
       */
      readonly lastDay: string;
      /**
       * Format: int64
       * @description Requests that succeeded.
       * @example 1024
       */
      readonly requests: number;
    };
    /** @description What the device answered, and what to call it. */
    readonly CompletePasskey: {
      /** @description `PublicKeyCredential.toJSON()` of what `navigator.credentials.create()` gave. */
      readonly credential: Record<string, never>;
      /** @example Telefoon */
      readonly name: string;
    };
    /** @description What a mail brought. */
    readonly ConfirmEmail: {
      /**
       * @description In any case, with or without its hyphen.
       * @example K7QF3-9XW2M
       */
      readonly code: string;
      /** @description As at the registration. */
      readonly userId: components['schemas']['UserId'];
    };
    /** @description The app's first code. */
    readonly ConfirmTotp: {
      /** @example 081804 */
      readonly code: string;
    };
    /** @description The installed client that asks. */
    readonly Device: {
      /** @description Made once by the client and kept: the session's refresh tokens work from this device alone. */
      readonly id: components['schemas']['DeviceId'];
    };
    /** Format: uuid */
    readonly DeviceId: string;
    /** @description Proof of having begun the log-in. */
    readonly EnrolToLogIn: {
      /** @example q1b3m0Zt0YyqkXyZ0n5g1mJmYt4x8S0c7bV2r9w6Tj0 */
      readonly challengeToken: string;
    };
    /** Format: uuid */
    readonly EnrolmentId: string;
    /** @description What an authenticator app is to know. Shown until its first code comes, and never after. */
    readonly EnrolmentView: {
      readonly enrolmentId: components['schemas']['EnrolmentId'];
      /** @description Until when the first code is taken. */
      readonly expiresAt: components['schemas']['Timestamp'];
      /**
       * @description For an app on the same device.
       * @example otpauth://totp/Tall:0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tall
       */
      readonly otpauthUri: string;
      /**
       * @description The same as a QR code: an SVG image.
       * @example <svg xmlns="http://www.w3.org/2000/svg">...</svg>
       */
      readonly qrCode: string;
      /**
       * @description For who types it in: base 32.
       * @example GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ
       */
      readonly secret: string;
    };
    /** @description What a log-in of the caller asks for beside the password. */
    readonly FactorsView: {
      /**
       * Format: int64
       * @description Passkeys: see `/me/passkeys`.
       * @example 1
       */
      readonly passkeys: number;
      /**
       * Format: int64
       * @description Recovery codes that were not used.
       * @example 10
       */
      readonly recoveryCodesLeft: number;
      readonly totp?: components['schemas']['TotpView'] | null;
    };
    /** @description What is wrong, and where. */
    readonly FaultView: {
      /** @example address-taken */
      readonly code: string;
      /** @example email */
      readonly column?: string | null;
      /**
       * Format: int64
       * @example 7
       */
      readonly line: number;
      /** @example This address has an account. */
      readonly message: string;
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
    /** @description By whose word the caller is logged in. */
    readonly IdentitiesView: {
      /** @description The oldest link first. There are few. */
      readonly items: readonly components['schemas']['IdentityView'][];
    };
    /** Format: uuid */
    readonly IdentityId: string;
    /** @description A school's provider. */
    readonly IdentityProviderItem: {
      /**
       * @description As people know it.
       * @example St.-Gregoriuscollege
       */
      readonly name: string;
      /** @example st-gregorius */
      readonly providerId: string;
    };
    /** @description The schools by whose word one can log in. */
    readonly IdentityProvidersView: {
      /** @description By id. There are few. */
      readonly items: readonly components['schemas']['IdentityProviderItem'][];
    };
    /** @description An identity at a provider that logs its user in. */
    readonly IdentityView: {
      readonly identityId: components['schemas']['IdentityId'];
      readonly lastUsedAt?: components['schemas']['Timestamp'] | null;
      readonly linkedAt: components['schemas']['Timestamp'];
      /** @example st-gregorius */
      readonly providerId: string;
      /**
       * @description As people know the provider; absent when it is configured no longer.
       * @example St.-Gregoriuscollege
       */
      readonly providerName?: string | null;
    };
    /** @description What an import would do. It quotes nothing of the file. */
    readonly ImportPreview: {
      /** @description What stands against it. Where there is anything, an import makes nobody an account. */
      readonly faults: readonly components['schemas']['FaultView'][];
      /** @description Those for whom an account would be made. */
      readonly users: readonly components['schemas']['PreviewedUser'][];
    };
    /** @description An account, and the line that it is of. */
    readonly ImportedUserView: {
      /**
       * Format: int64
       * @description The headings are line 1.
       * @example 2
       */
      readonly line: number;
      readonly role: components['schemas']['RoleName'];
      readonly userId: components['schemas']['UserId'];
    };
    /** @description One Ed25519 public key. */
    readonly Jwk: {
      /**
       * @description The only algorithm that this key may be used with.
       * @example EdDSA
       */
      readonly alg: string;
      /**
       * @description The curve.
       * @example Ed25519
       */
      readonly crv: string;
      /**
       * @description Its name: its RFC 7638 thumbprint.
       * @example kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k
       */
      readonly kid: string;
      /**
       * @description The family of keys.
       * @example OKP
       */
      readonly kty: string;
      /**
       * @description What it is used for.
       * @example sig
       */
      readonly use: string;
      /**
       * @description The key, base64url.
       * @example 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo
       */
      readonly x: string;
    };
    /** @description The keys that sign access tokens: the current one, those before it, and the next one. */
    readonly Jwks: {
      /** @description The keys, in no order. */
      readonly keys: readonly components['schemas']['Jwk'][];
    };
    /**
     * @description A language of the user interface.
     * @enum {string}
     */
    readonly Language: 'nl' | 'en' | 'ru';
    /**
     * Format: int32
     * @description How many items a page may hold: 1 to 200, 50 unless said.
     * @default 50
     * @example 50
     */
    readonly Limit: number;
    /** @description Whose word is to log the caller in. */
    readonly LinkProvider: {
      /** @example st-gregorius */
      readonly providerId: string;
    };
    /** @description That a teacher teaches a student. */
    readonly LinkView: {
      readonly linkedAt: components['schemas']['Timestamp'];
      readonly studentId: components['schemas']['UserId'];
      readonly teacherId: components['schemas']['UserId'];
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
    /** @description By whose word, and where. */
    readonly LogInByProvider: {
      readonly device: components['schemas']['Device'];
      /** @example st-gregorius */
      readonly providerId: string;
    };
    /** @description Who wants in. */
    readonly LogInRequest: {
      readonly device: components['schemas']['Device'];
      /**
       * Format: email
       * @example anna@example.org
       */
      readonly email: string;
      /**
       * Format: password
       * @example correct horse battery
       */
      readonly password: string;
    };
    /** @description The caller. */
    readonly Me: {
      readonly id: components['schemas']['UserId'];
      readonly interfaceLanguage: components['schemas']['Language'];
      readonly role: components['schemas']['RoleName'];
      readonly sessionId: components['schemas']['SessionId'];
      /** @description Who teaches the caller. */
      readonly teacherIds: readonly components['schemas']['UserId'][];
      /** @example Europe/Amsterdam */
      readonly timeZone: string;
    };
    /**
     * @description What can finish a log-in.
     * @enum {string}
     */
    readonly MethodName: 'passkey' | 'totp' | 'recovery-code' | 'totp-enrolment';
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    readonly Page_AdminActionView: {
      /** @description The items, in the order of the list. */
      readonly items: readonly {
        /** @example role-changed */
        readonly action: string;
        readonly actorId?: components['schemas']['UserId'] | null;
        /**
         * @description What it was set to: a role, a platform, the other account of a link.
         * @example teacher
         */
        readonly detail?: string | null;
        readonly doneAt: components['schemas']['Timestamp'];
        readonly id: components['schemas']['ActionId'];
        readonly subjectId?: components['schemas']['UserId'] | null;
      }[];
      /** @description Leads on; absent on the last page. */
      readonly nextCursor?: string | null;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    readonly Page_TaughtStudent: {
      /** @description The items, in the order of the list. */
      readonly items: readonly {
        readonly linkedAt: components['schemas']['Timestamp'];
        readonly studentId: components['schemas']['UserId'];
      }[];
      /** @description Leads on; absent on the last page. */
      readonly nextCursor?: string | null;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    readonly Page_UserView: {
      /** @description The items, in the order of the list. */
      readonly items: readonly {
        readonly createdAt: components['schemas']['Timestamp'];
        readonly id: components['schemas']['UserId'];
        readonly interfaceLanguage: components['schemas']['Language'];
        readonly role: components['schemas']['RoleName'];
        readonly status: components['schemas']['StatusName'];
        /** @example Europe/Amsterdam */
        readonly timeZone: string;
      }[];
      /** @description Leads on; absent on the last page. */
      readonly nextCursor?: string | null;
    };
    /** @description What a device is asked, to finish a log-in. */
    readonly PasskeyCeremonyView: {
      /** @description Until when its answer is taken. */
      readonly expiresAt: components['schemas']['Timestamp'];
      /** @description The argument of `navigator.credentials.get()`, for `PublicKeyCredential.parseRequestOptionsFromJSON()`. */
      readonly options: Record<string, never>;
    };
    /** Format: uuid */
    readonly PasskeyId: string;
    /** @description What a device is asked, to make a passkey. */
    readonly PasskeyRegistrationView: {
      /** @description Until when its answer is taken. */
      readonly expiresAt: components['schemas']['Timestamp'];
      /**
       * @description The argument of `navigator.credentials.create()`, for `PublicKeyCredential.parseCreationOptionsFromJSON()`. The
       *     account stands there by its id: a client may put the words in that its user knows it by.
       */
      readonly options: Record<string, never>;
      readonly passkeyId: components['schemas']['PasskeyId'];
    };
    /** @description A passkey of the caller. */
    readonly PasskeyView: {
      /** @description Whether a copy of it is kept with its maker, so that it outlives the device. */
      readonly backedUp: boolean;
      readonly lastUsedAt?: components['schemas']['Timestamp'] | null;
      readonly madeAt: components['schemas']['Timestamp'];
      /** @example Telefoon */
      readonly name: string;
      readonly passkeyId: components['schemas']['PasskeyId'];
    };
    /** @description The passkeys of the caller. */
    readonly PasskeysView: {
      /** @description The oldest first. There are ten at most. */
      readonly items: readonly components['schemas']['PasskeyView'][];
    };
    /** @description What a mail brought, and the password from now on. */
    readonly PasswordByCode: {
      /**
       * @description In any case, with or without its hyphen.
       * @example K7QF3-9XW2M
       */
      readonly code: string;
      /**
       * Format: email
       * @example anna@example.org
       */
      readonly email: string;
      /**
       * Format: password
       * @description 8 to 128 characters of any kind, and none that thieves try first.
       * @example correct horse battery
       */
      readonly password: string;
    };
    /** @description The policy of every platform. */
    readonly Policies: {
      readonly items: readonly components['schemas']['PolicyView'][];
    };
    /** @description Which versions of one client may call. */
    readonly PolicyView: {
      /**
       * @description What `If-Match` must say to change it.
       * @example "3"
       */
      readonly etag: string;
      /**
       * @description The newest version that there is: below it, answers carry `X-Client-Update`.
       * @example 1.4.0
       */
      readonly latest: string;
      /** @description What to tell a user whose client is too old. */
      readonly message: components['schemas']['LocalizedText'];
      /**
       * @description The oldest version that may call: below it, 426.
       * @example 1.2.0
       */
      readonly minimum: string;
      readonly platform: components['schemas']['ClientPlatform'];
    };
    /** @description Somebody for whom an account would be made. */
    readonly PreviewedUser: {
      readonly hasTeacher: boolean;
      /**
       * Format: int64
       * @description The headings are line 1.
       * @example 2
       */
      readonly line: number;
      readonly role: components['schemas']['RoleName'];
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
    /**
     * @description What it is.
     * @enum {string}
     */
    readonly ProofMethod: 'password' | 'totp';
    /** @description Codes to write down. Each holds once. */
    readonly RecoveryCodesView: {
      /**
       * @example [
       *       "0A1B-2C3D-4E5F-6G7H-8J9K-MNPQ"
       *     ]
       */
      readonly codes: readonly string[];
      readonly madeAt: components['schemas']['Timestamp'];
    };
    /** @description A refresh token, and who brings it. */
    readonly RefreshRequest: {
      /** @description As at the log-in. */
      readonly deviceId: components['schemas']['DeviceId'];
      /** @example AQExAZOitHwdfi-KO0xdbn-AkQAAAAAAAAAA */
      readonly refreshToken: string;
    };
    /** @description Somebody who asks for an account. */
    readonly RegisterUser: {
      /**
       * Format: email
       * @description Where mail reaches them, and what they log in with.
       * @example anna@example.org
       */
      readonly email: string;
      /** @example de Vries */
      readonly familyName: string;
      /** @example Anna */
      readonly givenName: string;
      /** @description The language of the interface. */
      readonly interfaceLanguage: components['schemas']['Language'];
      /**
       * Format: password
       * @description 8 to 128 characters of any kind, and none that thieves try first.
       * @example correct horse battery
       */
      readonly password: string;
      /**
       * @description An IANA name; `Europe/Amsterdam` unless said otherwise.
       * @example Europe/Amsterdam
       */
      readonly timeZone?: string | null;
    };
    /** @description That somebody asked for an account. */
    readonly RegistrationView: {
      readonly id: components['schemas']['UserId'];
      readonly interfaceLanguage: components['schemas']['Language'];
      readonly registeredAt: components['schemas']['Timestamp'];
      /** @example Europe/Amsterdam */
      readonly timeZone: string;
    };
    /** @description What to call it. */
    readonly RenamePasskey: {
      /** @example Telefoon */
      readonly name: string;
    };
    /** @description What the provider gave back, and the proof of having begun. */
    readonly ReturnedFromProvider: {
      /** @example q1b3m0Zt0YyqkXyZ0n5g1mJmYt4x8S0c7bV2r9w6Tj0 */
      readonly authorizationToken: string;
      /**
       * @description The parameter `code`.
       * @example SplxlOBeZQQYbYS6WxSbIA
       */
      readonly code: string;
      /**
       * @description The parameter `iss`, if there is one.
       * @example https://login.school.example
       */
      readonly issuer?: string | null;
      /**
       * @description The parameter `state`.
       * @example k3bTm0Zt0YyqkXyZ0n5g1mJmYt4x8S0c7bV2r9w6Tj0
       */
      readonly state: string;
    };
    /**
     * @description A role, as the API spells it.
     * @enum {string}
     */
    readonly RoleName: 'technical-admin' | 'educational-admin' | 'teacher' | 'student';
    /** @description By what its owner recognises a device. */
    readonly SessionDevice: {
      /**
       * @description A browser and a system, as far as they are known.
       * @example Firefox, Windows
       */
      readonly name?: string | null;
      /** @example web */
      readonly platform: string;
    };
    /** Format: uuid */
    readonly SessionId: string;
    /** @description One log-in on one device. */
    readonly SessionItem: {
      readonly authenticatedAt: components['schemas']['Timestamp'];
      /** @description Whether it is the one that asks. */
      readonly current: boolean;
      readonly device: components['schemas']['SessionDevice'];
      readonly expiresAt: components['schemas']['Timestamp'];
      /** @description To a quarter of an hour: when its tokens were last renewed. */
      readonly lastUsedAt: components['schemas']['Timestamp'];
      /**
       * @description Where it began, coarsely: an ISO 3166 code, or a network that many thousand share.
       * @example NL-UT
       */
      readonly place?: string | null;
      readonly sessionId: components['schemas']['SessionId'];
    };
    /** @description The session of an access token. */
    readonly SessionView: {
      readonly authenticatedAt: components['schemas']['Timestamp'];
      /**
       * Format: int64
       * @description Access tokens of a lower epoch are refused.
       * @example 0
       */
      readonly epoch: number;
      readonly expiresAt: components['schemas']['Timestamp'];
      readonly role: components['schemas']['RoleName'];
      readonly sessionId: components['schemas']['SessionId'];
      readonly userId: components['schemas']['UserId'];
    };
    /** @description The sessions of the caller that go on. */
    readonly SessionsView: {
      /** @description The last used first. There are few. */
      readonly items: readonly components['schemas']['SessionItem'][];
    };
    /**
     * @description What an account can be set to.
     * @enum {string}
     */
    readonly SettableStatus: 'active' | 'suspended';
    /**
     * @description A status of an account, as the API spells it.
     * @enum {string}
     */
    readonly StatusName: 'active' | 'suspended' | 'deleted';
    /** @description A student of a teacher. */
    readonly TaughtStudent: {
      readonly linkedAt: components['schemas']['Timestamp'];
      readonly studentId: components['schemas']['UserId'];
    };
    /**
     * Format: date-time
     * @description An instant in a request or an answer: RFC 3339, UTC, milliseconds, as in `2026-03-02T08:15:30.125Z`.
     *
     *     Any offset is read; `Z` is written. What is finer than a millisecond is cut off.
     * @example 2026-03-02T08:15:30.125Z
     */
    readonly Timestamp: string;
    /** @description Who the tokens are for. */
    readonly TokenUser: {
      readonly id: components['schemas']['UserId'];
      readonly role: components['schemas']['RoleName'];
    };
    /** @description What a client goes on with. */
    readonly TokensView: {
      /**
       * @description For every other call, as `Authorization: Bearer ...`.
       * @example eyJhbGciOiJFZERTQSIsImtpZCI6IjEiLCJ0eXAiOiJhdCtqd3QifQ.eyJzdWIiOiIwMTkuLi4ifQ.c2ln
       */
      readonly accessToken: string;
      /**
       * Format: int64
       * @description Seconds that the access token holds.
       * @example 900
       */
      readonly expiresIn: number;
      /** @description Until when the refresh token holds, unless it is used before. */
      readonly refreshExpiresAt: components['schemas']['Timestamp'];
      /**
       * @description For the next refresh, once, from this device.
       * @example AQExAZOitHwdfi-KO0xdbn-AkQAAAAAAAAAA
       */
      readonly refreshToken: string;
      readonly sessionId: components['schemas']['SessionId'];
      /** @example Bearer */
      readonly tokenType: string;
      readonly user: components['schemas']['TokenUser'];
    };
    /** @description An authenticator app. */
    readonly TotpView: {
      readonly confirmedAt: components['schemas']['Timestamp'];
    };
    /** @description A file of people. */
    readonly UserFile: {
      /**
       * @description Headings, then a line a person: `email`, `givenName`, `familyName`, `role`, `language`, and `teacher` (an id or an
       *     address) if wanted. Commas or semicolons; at most 500 people and 256 kB.
       * @example email,givenName,familyName,role,language
       *     anna@example.org,Anna,de Vries,student,nl
       */
      readonly csv: string;
    };
    /** Format: uuid */
    readonly UserId: string;
    /** Format: uuid */
    readonly UserImportId: string;
    /** @description The accounts that an import made. */
    readonly UserImportView: {
      readonly importId: components['schemas']['UserImportId'];
      readonly importedAt: components['schemas']['Timestamp'];
      readonly users: readonly components['schemas']['ImportedUserView'][];
    };
    /** @description An account. */
    readonly UserView: {
      readonly createdAt: components['schemas']['Timestamp'];
      readonly id: components['schemas']['UserId'];
      readonly interfaceLanguage: components['schemas']['Language'];
      readonly role: components['schemas']['RoleName'];
      readonly status: components['schemas']['StatusName'];
      /** @example Europe/Amsterdam */
      readonly timeZone: string;
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
  readonly list_admin_actions: {
    readonly parameters: {
      readonly query?: {
        /** @description Only what was done to this account. */
        readonly subjectId?: components['schemas']['UserId'];
        readonly limit?: components['schemas']['Limit'];
        readonly cursor?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Page_AdminActionView'];
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
  readonly list_client_policies: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Policies'];
        };
      };
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly change_client_policy: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description The `etag` of the policy.
         * @example "0"
         */
        readonly 'If-Match': string;
      };
      readonly path: {
        readonly platform: components['schemas']['ClientPlatform'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangePolicy'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PolicyView'];
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
  readonly show_client_usage: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Days, today among them.
         * @example 30
         */
        readonly days?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ClientUsageList'];
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
  readonly confirm_email: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ConfirmEmail'];
      };
    };
    readonly responses: {
      /** @description The address is proved. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['Malformed'];
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
  readonly request_email_verification: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AddressRequest'];
      };
    };
    readonly responses: {
      /** @description If an account waits for it, a mail is on its way. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['Malformed'];
      readonly 413: components['responses']['TooLarge'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly list_identity_providers: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IdentityProvidersView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly accept_invitation: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PasswordByCode'];
      };
    };
    readonly responses: {
      /** @description The account can be logged in to. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['Malformed'];
      readonly 413: components['responses']['TooLarge'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly show_jwks: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Jwks'];
        };
      };
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly show_me: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Me'];
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
  readonly change_email: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AddressRequest'];
      };
    };
    readonly responses: {
      /** @description If no account has the address, a mail is on its way. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
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
  readonly show_factors: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['FactorsView'];
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
  readonly list_identities: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IdentitiesView'];
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
  readonly link_identity: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ReturnedFromProvider'];
      };
    };
    readonly responses: {
      /** @description Linked before. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IdentityView'];
        };
      };
      /** @description Linked. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IdentityView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
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
  readonly send_to_link: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['LinkProvider'];
      };
    };
    readonly responses: {
      /** @description To be followed. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AuthorizationView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
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
  readonly unlink_identity: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly identityId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Unlinked. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
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
  readonly begin_passkey: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Made by the caller, a UUIDv7. */
        readonly passkeyId: components['schemas']['PasskeyId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Begun before. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PasskeyRegistrationView'];
        };
      };
      /** @description Begun. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PasskeyRegistrationView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 409: components['responses']['Conflict'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly complete_passkey: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly passkeyId: components['schemas']['PasskeyId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CompletePasskey'];
      };
    };
    readonly responses: {
      /** @description Registered before. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PasskeyView'];
        };
      };
      /** @description Registered. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PasskeyView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
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
  readonly list_passkeys: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PasskeysView'];
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
  readonly remove_passkey: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly passkeyId: components['schemas']['PasskeyId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The caller has none of this id. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 409: components['responses']['Conflict'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly rename_passkey: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly passkeyId: components['schemas']['PasskeyId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RenamePasskey'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PasskeyView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
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
  readonly change_password: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangePassword'];
      };
    };
    readonly responses: {
      /** @description The password is another. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
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
  readonly renew_recovery_codes: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Made by the caller, a UUIDv7. */
        readonly setId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Made before, within ten minutes. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RecoveryCodesView'];
        };
      };
      /** @description Made. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RecoveryCodesView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 409: components['responses']['Conflict'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly remove_totp: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description There is none. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 409: components['responses']['Conflict'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly begin_totp: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Made by the caller, a UUIDv7. */
        readonly enrolmentId: components['schemas']['EnrolmentId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Begun before. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['EnrolmentView'];
        };
      };
      /** @description Begun. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['EnrolmentView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 409: components['responses']['Conflict'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly confirm_totp: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly enrolmentId: components['schemas']['EnrolmentId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ConfirmTotp'];
      };
    };
    readonly responses: {
      /** @description In force. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
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
  readonly request_password_reset: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AddressRequest'];
      };
    };
    readonly responses: {
      /** @description If the address has an account, a mail is on its way. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['Malformed'];
      readonly 413: components['responses']['TooLarge'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly reset_password: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PasswordByCode'];
      };
    };
    readonly responses: {
      /** @description The password is another, and every session is over. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['Malformed'];
      readonly 413: components['responses']['TooLarge'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly list_sessions: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SessionsView'];
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
  readonly log_in: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['LogInRequest'];
      };
    };
    readonly responses: {
      /** @description Logged in. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['TokensView'];
        };
      };
      /** @description The password is right; a second factor is asked for. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ChallengeView'];
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
  readonly end_sessions: {
    readonly parameters: {
      readonly query: {
        /** @description `others` keeps the session that asks, `all` does not. */
        readonly which: 'others' | 'all';
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description They are over. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly log_in_by_provider: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ReturnedFromProvider'];
      };
    };
    readonly responses: {
      /** @description Logged in. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['TokensView'];
        };
      };
      /** @description A second factor is asked for. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ChallengeView'];
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
  readonly send_to_log_in: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['LogInByProvider'];
      };
    };
    readonly responses: {
      /** @description To be followed. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AuthorizationView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
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
  readonly pass_challenge: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly challengeId: components['schemas']['ChallengeId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChallengeAnswer'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['TokensView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
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
  readonly ask_for_passkey: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly challengeId: components['schemas']['ChallengeId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AskForPasskey'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PasskeyCeremonyView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
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
  readonly enrol_totp_to_log_in: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly challengeId: components['schemas']['ChallengeId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['EnrolToLogIn'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['EnrolmentView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
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
  readonly show_current_session: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SessionView'];
        };
      };
      readonly 401: components['responses']['Unauthorized'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly log_out: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The session is over. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 401: components['responses']['Unauthorized'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly prove_again: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['Authentication'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AuthenticationView'];
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
  readonly refresh: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RefreshRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['TokensView'];
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
  readonly end_session: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly sessionId: components['schemas']['SessionId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The session is over. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
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
  readonly list_students: {
    readonly parameters: {
      readonly query?: {
        readonly limit?: components['schemas']['Limit'];
        readonly cursor?: string;
      };
      readonly header?: never;
      readonly path: {
        readonly teacherId: components['schemas']['UserId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Page_TaughtStudent'];
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
  readonly link_student: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly teacherId: components['schemas']['UserId'];
        readonly studentId: components['schemas']['UserId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Linked before. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['LinkView'];
        };
      };
      /** @description Linked now. */
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
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 409: components['responses']['Conflict'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly unlink_student: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly teacherId: components['schemas']['UserId'];
        readonly studentId: components['schemas']['UserId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description They are not linked. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
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
  readonly preview_import: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['UserFile'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ImportPreview'];
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
  readonly import_users: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Made by the caller, a UUIDv7. */
        readonly importId: components['schemas']['UserImportId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['UserFile'];
      };
    };
    readonly responses: {
      /** @description Made before. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['UserImportView'];
        };
      };
      /** @description Made. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['UserImportView'];
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
  readonly list_users: {
    readonly parameters: {
      readonly query?: {
        /** @description Only those of this role. */
        readonly role?: components['schemas']['RoleName'];
        /** @description Only those of this status; all but the deleted unless said otherwise. */
        readonly status?: components['schemas']['StatusName'];
        readonly limit?: components['schemas']['Limit'];
        readonly cursor?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Page_UserView'];
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
  readonly show_user: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly userId: components['schemas']['UserId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['UserView'];
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
  readonly register_user: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Made by the caller, a UUIDv7. */
        readonly userId: components['schemas']['UserId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RegisterUser'];
      };
    };
    readonly responses: {
      /** @description Asked again. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RegistrationView'];
        };
      };
      /** @description Asked for the first time. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RegistrationView'];
        };
      };
      readonly 400: components['responses']['Malformed'];
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
  readonly delete_user: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly userId: components['schemas']['UserId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description It is gone. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['Malformed'];
      readonly 401: components['responses']['Unauthorized'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 409: components['responses']['Conflict'];
      readonly 422: components['responses']['Invalid'];
      readonly 426: components['responses']['UpdateRequired'];
      readonly 429: components['responses']['TooManyRequests'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['Unavailable'];
    };
  };
  readonly remove_factors: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly userId: components['schemas']['UserId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description There are none. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
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
  readonly change_role: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description The `ETag` of the user.
         * @example "1"
         */
        readonly 'If-Match': string;
      };
      readonly path: {
        readonly userId: components['schemas']['UserId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangeRole'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['UserView'];
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
  readonly change_status: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description The `ETag` of the user.
         * @example "1"
         */
        readonly 'If-Match': string;
      };
      readonly path: {
        readonly userId: components['schemas']['UserId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangeStatus'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['UserView'];
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
}

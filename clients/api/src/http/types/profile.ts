// Made from openapi/profile.v2.json by `npm run generate`; not to be edited.

export interface paths {
  '/api/v2/profile/admin-actions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What administrators did, the latest first.
     * @description **Permission:** technical admin.
     */
    get: operations['list_admin_actions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/client-policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Which versions of the clients may call.
     * @description **Permission:** anybody.
     */
    get: operations['list_client_policies'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/client-policy/{platform}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Set which versions of a client may call.
     * @description Every service keeps to it within two seconds. A policy that is in force already is no change, whatever `If-Match` says.
     *
     *     **Permission:** technical admin.
     */
    put: operations['change_client_policy'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/client-usage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Which client versions are in use, and who still calls v1.
     * @description As profile sees it: every client logs in and refreshes here. Counted by the minute, kept by the day.
     *
     *     **Permission:** technical admin.
     */
    get: operations['show_client_usage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/email-confirmations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Prove an address with the code that was sent to it.
     * @description Anybody who has the code may. It proves the address of the account, or gives the account the one that it is to have.
     *     Safe to repeat for ten minutes. A wrong code, one that was used, is too old or was tried too often, and an account
     *     that is none have one answer, `code-not-accepted`.
     *
     *     **Permission:** anybody.
     */
    post: operations['confirm_email'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/email-verifications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Have the code that proves an address sent again.
     * @description Anybody may ask. The answer is the same whether or not the address has an account that waits for it; of too many
     *     requests nothing comes. Each new code makes the one before it void.
     *
     *     **Permission:** anybody.
     */
    post: operations['request_email_verification'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/identity-providers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * By whose word one can log in.
     * @description Anybody may ask. It is what the configuration says; a provider that is down is listed.
     *
     *     **Permission:** anybody.
     */
    get: operations['list_identity_providers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/invitations/acceptances': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Accept an invitation: set the first password with the code of the mail.
     * @description Anybody who has the code may. The address is proved by it. Safe to repeat for ten minutes with the same password. A wrong
     *     code, one that was used, is too old or was tried too often, and an address without an account have one answer,
     *     `code-not-accepted`.
     *
     *     **Permission:** anybody.
     */
    post: operations['accept_invitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/jwks.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The keys that access tokens are checked with: those that signed, the one that signs, the one that will.
     * @description **Permission:** anybody.
     */
    get: operations['show_jwks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How old the keys are, and when they are to be renewed.
     * @description No key is told, nor anything that follows from one.
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
  '/api/v2/profile/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The caller's own account, with its revision as `ETag`.
     * @description A teacher's students are at `/teachers/{teacherId}/students`.
     *
     *     **Permission:** any user.
     */
    get: operations['show_me'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change the language and the time zone of the own account.
     * @description A merge patch. Settings that the account has already are no change, whatever `If-Match` says.
     *
     *     **Permission:** any user.
     */
    patch: operations['change_me'];
    trace?: never;
  };
  '/api/v2/profile/me/email': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Ask for another address for the own account.
     * @description The user must have logged in within the last ten minutes. A code goes to the address, and word of it to the one before,
     *     which stays until the code comes back to `/email-confirmations`. The answer is the same whether or not another account
     *     has the address. Asking again makes the code before void.
     *
     *     **Permission:** any user.
     */
    put: operations['change_email'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/me/factors': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The caller's second factors.
     * @description **Permission:** any user.
     */
    get: operations['show_factors'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/me/identities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the own identities at schools' providers.
     * @description Any user may.
     *
     *     **Permission:** any user.
     */
    get: operations['list_identities'];
    put?: never;
    /**
     * Link who one is at a school's provider.
     * @description The session that began may, once. From then on that identity logs this account in. It belongs to one account at a time
     *     (`identity-taken`), and an account has one of each provider (`provider-linked`). Linking what is linked already is 200.
     *
     *     **Permission:** any user.
     */
    post: operations['link_identity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/me/identities/authorizations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begin to link who one is at a school's provider.
     * @description Any user may, with a proof of the last ten minutes. As with logging in; `POST /me/identities`, in the same session, takes
     *     what the provider gives back.
     *
     *     **Permission:** any user.
     */
    post: operations['send_to_link'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/me/identities/{identityId}': {
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
     * Unlink an own identity.
     * @description Needs a proof of the last ten minutes. It logs nobody in any more; sessions that it began go on until they are ended. The
     *     password stays, so that there is always another way to log in. Once unlinked it is 404.
     *
     *     **Permission:** any user.
     */
    delete: operations['unlink_identity'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/me/passkey-registrations/{passkeyId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Begin to register a passkey.
     * @description Any user may. Needs a proof of the last ten minutes. Asked again under the same id while it waits, it is the same;
     *     another id takes its place. An account has ten passkeys at most: `too-many-passkeys`.
     *
     *     **Permission:** any user.
     */
    put: operations['begin_passkey'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/me/passkey-registrations/{passkeyId}/completions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register a passkey.
     * @description Any user may. Needs a proof of the last ten minutes. From then on a log-in asks for a second factor, and the passkey is
     *     one. One answer uses the registration up: after `passkey-not-accepted` begin another. Safe to repeat: the passkey is
     *     registered once, and the first answer is given again.
     *
     *     **Permission:** any user.
     */
    post: operations['complete_passkey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/me/passkeys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the own passkeys.
     * @description Any user may.
     *
     *     **Permission:** any user.
     */
    get: operations['list_passkeys'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/me/passkeys/{passkeyId}': {
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
     * Remove a passkey.
     * @description Any user may, their own. Needs a proof of the last ten minutes. The recovery codes go with the last factor. An
     *     administrator cannot be without any: `factor-required`. Safe to repeat: of an id that names none of the caller's, nothing
     *     is removed.
     *
     *     **Permission:** any user.
     */
    delete: operations['remove_passkey'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/me/passkeys/{passkeyId}/name': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Rename a passkey.
     * @description Any user may, their own. Needs a proof of the last ten minutes. Safe to repeat.
     *
     *     **Permission:** any user.
     */
    put: operations['rename_passkey'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/me/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Change the own password.
     * @description The user must have logged in within the last ten minutes. This session goes on; every other one ends, and every service
     *     refuses their access tokens within two seconds. Safe to repeat.
     *
     *     **Permission:** any user.
     */
    put: operations['change_password'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/me/recovery-codes/{setId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Make recovery codes, in place of those before.
     * @description Needs a proof of the last ten minutes, and a second factor for the codes to stand in for. They are shown once; for ten
     *     minutes a repeat under the same id shows the same, in case the answer was lost.
     *
     *     **Permission:** any user.
     */
    put: operations['renew_recovery_codes'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/me/totp': {
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
     * Remove the authenticator app, and the recovery codes with it.
     * @description Needs a proof of the last ten minutes. An administrator cannot be without: `factor-required`.
     *
     *     **Permission:** any user.
     */
    delete: operations['remove_totp'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/me/totp-enrolments/{enrolmentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Begin to enrol an authenticator app.
     * @description Needs a proof of the last ten minutes. The app that is in force stays so until the first code of the new one comes. Asked
     *     again under the same id, the secret is the same.
     *
     *     **Permission:** any user.
     */
    put: operations['begin_totp'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/me/totp-enrolments/{enrolmentId}/confirmations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Put an authenticator app in force.
     * @description Its first code shows that it has the secret. From then on a log-in asks for a code. An app that was in force before is in
     *     force no longer. Safe to repeat.
     *
     *     **Permission:** any user.
     */
    post: operations['confirm_totp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/password-resets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Have a code sent with which another password can be set.
     * @description Anybody may ask. The answer is the same whether or not the address has an account; of too many requests nothing comes.
     *     Each new code makes the one before it void.
     *
     *     **Permission:** anybody.
     */
    post: operations['request_password_reset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/password-resets/completions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Set another password with a code that was sent by mail.
     * @description Anybody who has the code may. Every session of the user ends, and every service refuses their access tokens within two
     *     seconds. The address is proved by it. Safe to repeat for ten minutes with the same password. A wrong code, one that was
     *     used, is too old or was tried too often, and an address without an account have one answer, `code-not-accepted`.
     *
     *     **Permission:** anybody.
     */
    post: operations['reset_password'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/security-events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happened to the security of accounts, the latest first.
     * @description Log-ins, new devices, slowed attempts, revocations, changes of passwords and factors, for ninety days.
     *
     *     **Permission:** technical admin.
     */
    get: operations['list_security_events'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the own sessions.
     * @description Any user may. Sessions that are over are not listed.
     *
     *     **Permission:** any user.
     */
    get: operations['list_sessions'];
    put?: never;
    /**
     * Log in.
     * @description An unknown address and a wrong password have one answer, and take one time. An account with a second factor gets a
     *     challenge instead of tokens, and so does an administrator who has none yet: see `/sessions/challenges`. While the address
     *     is not proved, the right password has the answer to a wrong one: the code of the mail goes to `/email-confirmations`, and
     *     `/email-verifications` has it sent again.
     *
     *     **Permission:** anybody.
     */
    post: operations['log_in'];
    /**
     * End the own sessions.
     * @description Every service refuses their access tokens within two seconds. `others` is safe to repeat; after `all` nothing holds
     *     with which it could be.
     *
     *     **Permission:** any user.
     */
    delete: operations['end_sessions'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/sessions/by-provider': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Log in by the word of a school.
     * @description Whoever has the token of the beginning may, once: a repeat is `authorization-not-accepted`, and so is a state of another
     *     beginning. An identity that is linked to no account is `identity-not-linked`: its owner logs in with their password and
     *     links it. What the provider says does not stand in for a second factor: who has one, and every administrator, gets a
     *     challenge. An account that may not be used is 401.
     *
     *     **Permission:** anybody.
     */
    post: operations['log_in_by_provider'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/sessions/by-provider/authorizations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begin to log in by the word of a school.
     * @description Anybody may. The client keeps the token and goes to the address; the provider sends it back to the client's page with a
     *     code, which `POST /sessions/by-provider` takes. Nothing follows from asking again: each answer is for one way there and
     *     back, within ten minutes. A provider that is down is 503; so are none of the other ways to log in.
     *
     *     **Permission:** anybody.
     */
    post: operations['send_to_log_in'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/sessions/challenges/{challengeId}/answers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Finish a log-in with a second factor.
     * @description Repeated with the same code or credential it has the same answer until the tokens are refreshed: an answer that was lost
     *     costs nothing. What was used in another log-in is refused. The fifth wrong answer ends the challenge.
     *
     *     **Permission:** anybody.
     */
    post: operations['pass_challenge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/sessions/challenges/{challengeId}/passkey-ceremonies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for a passkey, to finish a log-in.
     * @description For a challenge that has the method `passkey`. What the device answers goes to `/answers`, once. Asked again before that,
     *     it is the same.
     *
     *     **Permission:** anybody.
     */
    post: operations['ask_for_passkey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/sessions/challenges/{challengeId}/totp-enrolments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Enrol an authenticator app before the first log-in as an administrator.
     * @description For a challenge whose method is `totp-enrolment`. The app's first code then passes the challenge. Asked again, the secret
     *     is the same.
     *
     *     **Permission:** anybody.
     */
    post: operations['enrol_totp_to_log_in'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/sessions/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether the session of this access token goes on.
     * @description Answered from the accounts themselves, not from what was heard of them.
     *
     *     **Permission:** any user.
     */
    get: operations['show_current_session'];
    put?: never;
    post?: never;
    /**
     * Log out.
     * @description Every service refuses the session's access tokens within two seconds. Safe to repeat with the same token, which holds
     *     for nothing else any more.
     *
     *     **Permission:** any user.
     */
    delete: operations['log_out'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/sessions/current/authentications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Prove anew who you are.
     * @description Changes of a password, factor, address, role or status need a proof of the last ten minutes: `stale-authentication` asks
     *     for this. The session and its refresh token stay. After five failures in a row the session takes no more.
     *
     *     **Permission:** any user.
     */
    post: operations['prove_again'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/sessions/refreshes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Refresh.
     * @description A refresh token holds once. When two calls of one device race, or an answer was lost, the same successor is given again
     *     for ten seconds; any other second use ends the session.
     *
     *     **Permission:** anybody.
     */
    post: operations['refresh'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/sessions/{sessionId}': {
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
     * End one of the own sessions.
     * @description Every service refuses its access tokens within two seconds. Safe to repeat; another user's session is not there.
     *
     *     **Permission:** any user.
     */
    delete: operations['end_session'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/standing': {
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
  '/api/v2/profile/students/{studentId}/teachers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The teachers of a student.
     * @description Administrators may ask for anybody's; a student finds their own in `/me`.
     *
     *     **Permission:** educational admin, technical admin.
     */
    get: operations['list_teachers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/teachers/{teacherId}/students': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The students of a teacher.
     * @description The teacher's own, or anybody's for an administrator.
     *
     *     **Permission:** teacher, educational admin, technical admin.
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
  '/api/v2/profile/teachers/{teacherId}/students/{studentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Let a teacher teach a student.
     * @description The first must be a teacher and the second a student. Linking again has the same answer.
     *
     *     **Permission:** educational admin.
     */
    put: operations['link_student'];
    post?: never;
    /**
     * End that a teacher teaches a student.
     * @description **Permission:** educational admin.
     */
    delete: operations['unlink_student'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/user-imports/previews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * See what importing a file of people would do, without doing it.
     * @description For both administrators. Everything that is wrong is told at once, by line and column. Changes nothing, so it can be
     *     repeated.
     *
     *     **Permission:** educational admin, technical admin.
     */
    post: operations['preview_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/user-imports/{importId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Make accounts for the people of a file, and invite them by mail.
     * @description All of them or none: what is wrong is told for every line at once, as `/csv/{line}/{column}`. A technical administrator
     *     makes accounts of every role, an educational administrator of students and teachers. Needs a proof of the last ten
     *     minutes. Repeated with the same file within a day it has the same answer.
     *
     *     **Permission:** educational admin, technical admin.
     */
    put: operations['import_users'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Accounts, the oldest first.
     * @description By role, status, and whether they are linked. A technical administrator finds everybody, an educational administrator
     *     teachers and students. Nobody is found by a name or an address here: those are pii's.
     *
     *     **Permission:** educational admin, technical admin.
     */
    get: operations['list_users'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/users/{userId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * An account, with its revision as `ETag`.
     * @description Administrators see every account, others their own.
     *
     *     **Permission:** any user.
     */
    get: operations['show_user'];
    /**
     * Register.
     * @description The answer is the same whether or not the address had an account already: nobody learns from it who has one. A mail
     *     goes to the address, with a code that proves it, or with word that it has an account. For a
     *     day a repeat with the same body has the same answer; everything else under a known id is a conflict.
     *
     *     **Permission:** anybody.
     */
    put: operations['register_user'];
    post?: never;
    /**
     * Delete an account for good.
     * @description Needs a proof of the last ten minutes. It is refused everywhere within two seconds and cannot come back; its address is
     *     free. What is kept of the person is erased by pii. The last technical administrator stays. Safe to repeat.
     *
     *     **Permission:** technical admin.
     */
    delete: operations['delete_user'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/users/{userId}/factors': {
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
     * Remove the second factors of somebody who lost them.
     * @description Needs a proof of the last ten minutes. Their sessions end everywhere; an administrator enrols anew at the next log-in. Safe
     *     to repeat.
     *
     *     **Permission:** technical admin.
     */
    delete: operations['remove_factors'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/users/{userId}/role': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Give a user another role.
     * @description An educational administrator makes teachers of students and students of teachers; a technical administrator gives any
     *     role. Needs a proof of the last ten minutes. The user's access tokens are refused everywhere from then on: a refresh brings one
     *     with the new role. Who becomes an administrator has to log in anew, with a second factor. All links of the user to
     *     teachers and students end. A role that the user has already is no change, whatever `If-Match` says.
     *
     *     **Permission:** educational admin, technical admin.
     */
    put: operations['change_role'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/users/{userId}/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The sessions of a user that go on.
     * @description As their owner sees them: device, coarse place, last use.
     *
     *     **Permission:** technical admin.
     */
    get: operations['list_sessions_of'];
    put?: never;
    post?: never;
    /**
     * End every session of a user.
     * @description Needs a proof of the last ten minutes. Every service refuses their access tokens within two seconds; whoever has the
     *     password can log in anew. Noted among the actions of administrators. Safe to repeat.
     *
     *     **Permission:** technical admin.
     */
    delete: operations['end_sessions_of'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/users/{userId}/sessions/{sessionId}': {
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
     * End one session of a user.
     * @description Needs a proof of the last ten minutes. Every service refuses its access tokens within two seconds. Noted among the
     *     actions of administrators. Safe to repeat.
     *
     *     **Permission:** technical admin.
     */
    delete: operations['end_session_of'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/profile/users/{userId}/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Suspend an account, or enable it.
     * @description Needs a proof of the last ten minutes. A suspended account is refused everywhere within two seconds, and at a log-in like
     *     one that does not exist; enabled, it logs in anew. The last technical administrator stays. A status that the account has
     *     already is no change, whatever `If-Match` says.
     *
     *     **Permission:** technical admin.
     */
    put: operations['change_status'];
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
    /** Format: uuid */
    ActionId: string;
    /** @description An address to which a mail is to go. */
    AddressRequest: {
      /**
       * Format: email
       * @example anna@example.org
       */
      email: string;
    };
    /** @description What an administrator did. */
    AdminActionView: {
      /** @example role-changed */
      action: string;
      actorId?: components['schemas']['UserId'] | null;
      /**
       * @description What it was set to: a role, a platform, the other account of a link.
       * @example teacher
       */
      detail?: string | null;
      doneAt: components['schemas']['Timestamp'];
      id: components['schemas']['ActionId'];
      subjectId?: components['schemas']['UserId'] | null;
    };
    /**
     * @description What is brought.
     * @enum {string}
     */
    AnswerMethod: 'totp' | 'recovery-code' | 'passkey';
    /** @description Proof of having begun the log-in. */
    AskForPasskey: {
      /** @example q1b3m0Zt0YyqkXyZ0n5g1mJmYt4x8S0c7bV2r9w6Tj0 */
      challengeToken: string;
    };
    /** @description What is shown. */
    Authentication: {
      method: components['schemas']['ProofMethod'];
      /**
       * Format: password
       * @description The password, or the code.
       * @example correct horse battery
       */
      proof: string;
    };
    /** @description A token that says when the user proved who they are. */
    AuthenticationView: {
      accessToken: string;
      authenticatedAt: components['schemas']['Timestamp'];
      /**
       * Format: int64
       * @description Seconds that the access token holds.
       * @example 900
       */
      expiresIn: number;
      /** @example Bearer */
      tokenType: string;
    };
    /** @description Where to go, and what to come back with. */
    AuthorizationView: {
      /**
       * @description To be kept by the client, in no address, and sent with what the provider gives back. Whoever has it began.
       * @example q1b3m0Zt0YyqkXyZ0n5g1mJmYt4x8S0c7bV2r9w6Tj0
       */
      authorizationToken: string;
      /**
       * @description The page of the provider.
       * @example https://login.school.example/authorize?response_type=code&client_id=tall&state=k3bT...
       */
      authorizationUrl: string;
      /** @description Until when one can come back. */
      expiresAt: components['schemas']['Timestamp'];
    };
    /** @description What is brought against the challenge. */
    ChallengeAnswer: {
      /** @example q1b3m0Zt0YyqkXyZ0n5g1mJmYt4x8S0c7bV2r9w6Tj0 */
      challengeToken: string;
      /**
       * @description For `totp` and `recovery-code`.
       * @example 081804
       */
      code?: string;
      /** @description For `passkey`: `PublicKeyCredential.toJSON()` of what `navigator.credentials.get()` gave. */
      credential?: Record<string, unknown>;
      method: components['schemas']['AnswerMethod'];
    };
    /** Format: uuid */
    ChallengeId: string;
    /** @description A log-in that waits for its second factor. */
    ChallengeView: {
      challengeId: components['schemas']['ChallengeId'];
      /**
       * @description To be sent with the answer. Whoever has it began the log-in.
       * @example q1b3m0Zt0YyqkXyZ0n5g1mJmYt4x8S0c7bV2r9w6Tj0
       */
      challengeToken: string;
      expiresAt: components['schemas']['Timestamp'];
      /** @description What can finish it. */
      methods: components['schemas']['MethodName'][];
    };
    /** @description What becomes of the settings: absent stays. */
    ChangeMe: {
      interfaceLanguage?: components['schemas']['Language'] | null;
      /**
       * @description An IANA name: decides when the days of the user begin and end.
       * @example Europe/Amsterdam
       */
      timeZone?: string | null;
    };
    /** @description The password until now, and from now on. */
    ChangePassword: {
      /**
       * Format: password
       * @example correct horse battery
       */
      currentPassword: string;
      /**
       * Format: password
       * @description 8 to 128 characters of any kind, and none that thieves try first.
       * @example drie gele olifanten
       */
      password: string;
    };
    /** @description The policy to have from now on. */
    ChangePolicy: {
      /** @example 1.4.0 */
      latest: string;
      message: components['schemas']['LocalizedText'];
      /** @example 1.2.0 */
      minimum: string;
    };
    /** @description The role to have from now on. */
    ChangeRole: {
      role: components['schemas']['RoleName'];
    };
    /** @description The status to have from now on. */
    ChangeStatus: {
      status: components['schemas']['SettableStatus'];
    };
    /**
     * @description What a client runs on.
     * @enum {string}
     */
    ClientPlatform: 'web' | 'desktop' | 'android';
    /** @description Which clients called. */
    ClientUsageList: {
      items: components['schemas']['ClientUsageView'][];
    };
    /** @description How often a client called. */
    ClientUsageView: {
      /**
       * @description The version of the API. When nothing stands here for `v1`, its last client is gone.
       * @example v1
       */
      api: string;
      /** @example web/1.4.0 */
      client: string;
      /**
       * Format: date
       * @description The last day that it called.
       */
      lastDay: string;
      /**
       * Format: int64
       * @description Requests that succeeded.
       * @example 1024
       */
      requests: number;
    };
    /** @description What the device answered, and what to call it. */
    CompletePasskey: {
      /** @description `PublicKeyCredential.toJSON()` of what `navigator.credentials.create()` gave. */
      credential: Record<string, unknown>;
      /** @example Telefoon */
      name: string;
    };
    /** @description What a mail brought. */
    ConfirmEmail: {
      /**
       * @description In any case, with or without its hyphen.
       * @example K7QF3-9XW2M
       */
      code: string;
      /** @description As at the registration. */
      userId: components['schemas']['UserId'];
    };
    /** @description The app's first code. */
    ConfirmTotp: {
      /** @example 081804 */
      code: string;
    };
    /** @description The installed client that asks. */
    Device: {
      /** @description Made once by the client and kept: the session's refresh tokens work from this device alone. */
      id: components['schemas']['DeviceId'];
    };
    /** Format: uuid */
    DeviceId: string;
    /** @description Proof of having begun the log-in. */
    EnrolToLogIn: {
      /** @example q1b3m0Zt0YyqkXyZ0n5g1mJmYt4x8S0c7bV2r9w6Tj0 */
      challengeToken: string;
    };
    /** Format: uuid */
    EnrolmentId: string;
    /** @description What an authenticator app is to know. Shown until its first code comes, and never after. */
    EnrolmentView: {
      enrolmentId: components['schemas']['EnrolmentId'];
      /** @description Until when the first code is taken. */
      expiresAt: components['schemas']['Timestamp'];
      /**
       * @description For an app on the same device.
       * @example otpauth://totp/Tall:0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tall
       */
      otpauthUri: string;
      /**
       * @description The same as a QR code: an SVG image.
       * @example <svg xmlns="http://www.w3.org/2000/svg">...</svg>
       */
      qrCode: string;
      /**
       * @description For who types it in: base 32.
       * @example GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ
       */
      secret: string;
    };
    /** Format: uuid */
    EventId: string;
    /** @description What a log-in of the caller asks for beside the password. */
    FactorsView: {
      /**
       * Format: int64
       * @description Passkeys: see `/me/passkeys`.
       * @example 1
       */
      passkeys: number;
      /**
       * Format: int64
       * @description Recovery codes that were not used.
       * @example 10
       */
      recoveryCodesLeft: number;
      totp?: components['schemas']['TotpView'] | null;
    };
    /** @description What is wrong, and where. */
    FaultView: {
      /** @example address-taken */
      code: string;
      /** @example email */
      column?: string | null;
      /**
       * Format: int64
       * @example 7
       */
      line: number;
      /** @example This address has an account. */
      message: string;
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
    /** @description By whose word the caller is logged in. */
    IdentitiesView: {
      /** @description The oldest link first. There are few. */
      items: components['schemas']['IdentityView'][];
    };
    /** Format: uuid */
    IdentityId: string;
    /** @description A school's provider. */
    IdentityProviderItem: {
      /**
       * @description As people know it.
       * @example St.-Gregoriuscollege
       */
      name: string;
      /** @example st-gregorius */
      providerId: string;
    };
    /** @description The schools by whose word one can log in. */
    IdentityProvidersView: {
      /** @description By id. There are few. */
      items: components['schemas']['IdentityProviderItem'][];
    };
    /** @description An identity at a provider that logs its user in. */
    IdentityView: {
      identityId: components['schemas']['IdentityId'];
      lastUsedAt?: components['schemas']['Timestamp'] | null;
      linkedAt: components['schemas']['Timestamp'];
      /** @example st-gregorius */
      providerId: string;
      /**
       * @description As people know the provider; absent when it is configured no longer.
       * @example St.-Gregoriuscollege
       */
      providerName?: string | null;
    };
    /** @description What an import would do. It quotes nothing of the file. */
    ImportPreview: {
      /** @description What stands against it. Where there is anything, an import makes nobody an account. */
      faults: components['schemas']['FaultView'][];
      /** @description Those for whom an account would be made. */
      users: components['schemas']['PreviewedUser'][];
    };
    /** @description An account, and the line that it is of. */
    ImportedUserView: {
      /**
       * Format: int64
       * @description The headings are line 1.
       * @example 2
       */
      line: number;
      role: components['schemas']['RoleName'];
      userId: components['schemas']['UserId'];
    };
    /** @description One Ed25519 public key. */
    Jwk: {
      /**
       * @description The only algorithm that this key may be used with.
       * @example EdDSA
       */
      alg: string;
      /**
       * @description The curve.
       * @example Ed25519
       */
      crv: string;
      /**
       * @description Its name: its RFC 7638 thumbprint.
       * @example kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k
       */
      kid: string;
      /**
       * @description The family of keys.
       * @example OKP
       */
      kty: string;
      /**
       * @description What it is used for.
       * @example sig
       */
      use: string;
      /**
       * @description The key, base64url.
       * @example 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo
       */
      x: string;
    };
    /** @description The keys that sign access tokens: the current one, those before it, and the next one. */
    Jwks: {
      /** @description The keys, in no order. */
      keys: components['schemas']['Jwk'][];
    };
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
    /** @description The keys of profile. */
    KeysView: {
      items: components['schemas']['KeyView'][];
    };
    /**
     * @description What happened.
     * @enum {string}
     */
    Kind:
      | 'login-succeeded'
      | 'login-throttled'
      | 'new-device-seen'
      | 'session-revoked'
      | 'token-reuse-detected'
      | 'password-changed'
      | 'email-address-confirmed'
      | 'mfa-changed'
      | 'identity-changed'
      | 'user-invited';
    /**
     * @description A language of the user interface.
     * @enum {string}
     */
    Language: 'nl' | 'en' | 'ru';
    /**
     * Format: int32
     * @description How many items a page may hold: 1 to 200, 50 unless said.
     * @default 50
     * @example 50
     */
    Limit: number;
    /** @description Whose word is to log the caller in. */
    LinkProvider: {
      /** @example st-gregorius */
      providerId: string;
    };
    /** @description That a teacher teaches a student. */
    LinkView: {
      linkedAt: components['schemas']['Timestamp'];
      studentId: components['schemas']['UserId'];
      teacherId: components['schemas']['UserId'];
    };
    /** @description One text in every language of the user interface. */
    LocalizedText: {
      /** @description English. */
      en: string;
      /** @description Dutch. */
      nl: string;
      /** @description Russian. */
      ru: string;
    };
    /** @description By whose word, and where. */
    LogInByProvider: {
      device: components['schemas']['Device'];
      /** @example st-gregorius */
      providerId: string;
    };
    /** @description Who wants in. */
    LogInRequest: {
      device: components['schemas']['Device'];
      /**
       * Format: email
       * @example anna@example.org
       */
      email: string;
      /**
       * Format: password
       * @example correct horse battery
       */
      password: string;
    };
    /** @description The caller. */
    Me: {
      id: components['schemas']['UserId'];
      interfaceLanguage: components['schemas']['Language'];
      role: components['schemas']['RoleName'];
      sessionId: components['schemas']['SessionId'];
      /** @description Who teaches the caller. */
      teacherIds: components['schemas']['UserId'][];
      /** @example Europe/Amsterdam */
      timeZone: string;
    };
    /**
     * @description What can finish a log-in.
     * @enum {string}
     */
    MethodName: 'passkey' | 'totp' | 'recovery-code' | 'totp-enrolment';
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
    Page_AdminActionView: {
      /** @description The items, in the order of the list. */
      items: {
        /** @example role-changed */
        action: string;
        actorId?: components['schemas']['UserId'] | null;
        /**
         * @description What it was set to: a role, a platform, the other account of a link.
         * @example teacher
         */
        detail?: string | null;
        doneAt: components['schemas']['Timestamp'];
        id: components['schemas']['ActionId'];
        subjectId?: components['schemas']['UserId'] | null;
      }[];
      /** @description Leads on; absent on the last page. */
      nextCursor?: string | null;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    Page_SecurityEventView: {
      /** @description The items, in the order of the list. */
      items: {
        /**
         * @description Why or how.
         * @example revoked-by-admin
         */
        detail?: string | null;
        happenedAt: components['schemas']['Timestamp'];
        id: components['schemas']['EventId'];
        kind: components['schemas']['Kind'];
        sessionId?: components['schemas']['SessionId'] | null;
        userId: components['schemas']['UserId'];
      }[];
      /** @description Leads on; absent on the last page. */
      nextCursor?: string | null;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    Page_TaughtStudent: {
      /** @description The items, in the order of the list. */
      items: {
        linkedAt: components['schemas']['Timestamp'];
        studentId: components['schemas']['UserId'];
      }[];
      /** @description Leads on; absent on the last page. */
      nextCursor?: string | null;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    Page_TeachingTeacher: {
      /** @description The items, in the order of the list. */
      items: {
        linkedAt: components['schemas']['Timestamp'];
        teacherId: components['schemas']['UserId'];
      }[];
      /** @description Leads on; absent on the last page. */
      nextCursor?: string | null;
    };
    /** @description A page of a list. The layers add `Link: <...>; rel="next"` when there is more. */
    Page_UserView: {
      /** @description The items, in the order of the list. */
      items: {
        createdAt: components['schemas']['Timestamp'];
        id: components['schemas']['UserId'];
        interfaceLanguage: components['schemas']['Language'];
        role: components['schemas']['RoleName'];
        status: components['schemas']['StatusName'];
        /** @example Europe/Amsterdam */
        timeZone: string;
      }[];
      /** @description Leads on; absent on the last page. */
      nextCursor?: string | null;
    };
    /** @description What a device is asked, to finish a log-in. */
    PasskeyCeremonyView: {
      /** @description Until when its answer is taken. */
      expiresAt: components['schemas']['Timestamp'];
      /** @description The argument of `navigator.credentials.get()`, for `PublicKeyCredential.parseRequestOptionsFromJSON()`. */
      options: Record<string, unknown>;
    };
    /** Format: uuid */
    PasskeyId: string;
    /** @description What a device is asked, to make a passkey. */
    PasskeyRegistrationView: {
      /** @description Until when its answer is taken. */
      expiresAt: components['schemas']['Timestamp'];
      /**
       * @description The argument of `navigator.credentials.create()`, for `PublicKeyCredential.parseCreationOptionsFromJSON()`. The
       *     account stands there by its id: a client may put the words in that its user knows it by.
       */
      options: Record<string, unknown>;
      passkeyId: components['schemas']['PasskeyId'];
    };
    /** @description A passkey of the caller. */
    PasskeyView: {
      /** @description Whether a copy of it is kept with its maker, so that it outlives the device. */
      backedUp: boolean;
      lastUsedAt?: components['schemas']['Timestamp'] | null;
      madeAt: components['schemas']['Timestamp'];
      /** @example Telefoon */
      name: string;
      passkeyId: components['schemas']['PasskeyId'];
    };
    /** @description The passkeys of the caller. */
    PasskeysView: {
      /** @description The oldest first. There are ten at most. */
      items: components['schemas']['PasskeyView'][];
    };
    /** @description What a mail brought, and the password from now on. */
    PasswordByCode: {
      /**
       * @description In any case, with or without its hyphen.
       * @example K7QF3-9XW2M
       */
      code: string;
      /**
       * Format: email
       * @example anna@example.org
       */
      email: string;
      /**
       * Format: password
       * @description 8 to 128 characters of any kind, and none that thieves try first.
       * @example correct horse battery
       */
      password: string;
    };
    /** @description The policy of every platform. */
    Policies: {
      items: components['schemas']['PolicyView'][];
    };
    /** @description Which versions of one client may call. */
    PolicyView: {
      /**
       * @description What `If-Match` must say to change it.
       * @example "3"
       */
      etag: string;
      /**
       * @description The newest version that there is: below it, answers carry `X-Client-Update`.
       * @example 1.4.0
       */
      latest: string;
      /** @description What to tell a user whose client is too old. */
      message: components['schemas']['LocalizedText'];
      /**
       * @description The oldest version that may call: below it, 426.
       * @example 1.2.0
       */
      minimum: string;
      platform: components['schemas']['ClientPlatform'];
    };
    /** @description Somebody for whom an account would be made. */
    PreviewedUser: {
      hasTeacher: boolean;
      /**
       * Format: int64
       * @description The headings are line 1.
       * @example 2
       */
      line: number;
      role: components['schemas']['RoleName'];
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
    /**
     * @description What it is.
     * @enum {string}
     */
    ProofMethod: 'password' | 'totp';
    /** @description Codes to write down. Each holds once. */
    RecoveryCodesView: {
      /**
       * @example [
       *       "0A1B-2C3D-4E5F-6G7H-8J9K-MNPQ"
       *     ]
       */
      codes: string[];
      madeAt: components['schemas']['Timestamp'];
    };
    /** @description A refresh token, and who brings it. */
    RefreshRequest: {
      /** @description As at the log-in. */
      deviceId: components['schemas']['DeviceId'];
      /** @example AQExAZOitHwdfi-KO0xdbn-AkQAAAAAAAAAA */
      refreshToken: string;
    };
    /** @description Somebody who asks for an account. */
    RegisterUser: {
      /**
       * Format: email
       * @description Where mail reaches them, and what they log in with.
       * @example anna@example.org
       */
      email: string;
      /** @example de Vries */
      familyName: string;
      /** @example Anna */
      givenName: string;
      /** @description The language of the interface. */
      interfaceLanguage: components['schemas']['Language'];
      /**
       * Format: password
       * @description 8 to 128 characters of any kind, and none that thieves try first.
       * @example correct horse battery
       */
      password: string;
      /**
       * @description An IANA name; `Europe/Amsterdam` unless said otherwise.
       * @example Europe/Amsterdam
       */
      timeZone?: string | null;
    };
    /** @description That somebody asked for an account. */
    RegistrationView: {
      id: components['schemas']['UserId'];
      interfaceLanguage: components['schemas']['Language'];
      registeredAt: components['schemas']['Timestamp'];
      /** @example Europe/Amsterdam */
      timeZone: string;
    };
    /** @description What to call it. */
    RenamePasskey: {
      /** @example Telefoon */
      name: string;
    };
    /** @description What the provider gave back, and the proof of having begun. */
    ReturnedFromProvider: {
      /** @example q1b3m0Zt0YyqkXyZ0n5g1mJmYt4x8S0c7bV2r9w6Tj0 */
      authorizationToken: string;
      /**
       * @description The parameter `code`.
       * @example SplxlOBeZQQYbYS6WxSbIA
       */
      code: string;
      /**
       * @description The parameter `iss`, if there is one.
       * @example https://login.school.example
       */
      issuer?: string | null;
      /**
       * @description The parameter `state`.
       * @example k3bTm0Zt0YyqkXyZ0n5g1mJmYt4x8S0c7bV2r9w6Tj0
       */
      state: string;
    };
    /**
     * @description A role, as the API spells it.
     * @enum {string}
     */
    RoleName: 'technical-admin' | 'educational-admin' | 'teacher' | 'student';
    /** @description What happened to the security of an account. */
    SecurityEventView: {
      /**
       * @description Why or how.
       * @example revoked-by-admin
       */
      detail?: string | null;
      happenedAt: components['schemas']['Timestamp'];
      id: components['schemas']['EventId'];
      kind: components['schemas']['Kind'];
      sessionId?: components['schemas']['SessionId'] | null;
      userId: components['schemas']['UserId'];
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
    /** @description By what its owner recognises a device. */
    SessionDevice: {
      /**
       * @description A browser and a system, as far as they are known.
       * @example Firefox, Windows
       */
      name?: string | null;
      /** @example web */
      platform: string;
    };
    /** Format: uuid */
    SessionId: string;
    /** @description One log-in on one device. */
    SessionItem: {
      authenticatedAt: components['schemas']['Timestamp'];
      /** @description Whether it is the one that asks. */
      current: boolean;
      device: components['schemas']['SessionDevice'];
      expiresAt: components['schemas']['Timestamp'];
      /** @description To a quarter of an hour: when its tokens were last renewed. */
      lastUsedAt: components['schemas']['Timestamp'];
      /**
       * @description Where it began, coarsely: an ISO 3166 code, or a network that many thousand share.
       * @example NL-UT
       */
      place?: string | null;
      sessionId: components['schemas']['SessionId'];
    };
    /** @description The session of an access token. */
    SessionView: {
      authenticatedAt: components['schemas']['Timestamp'];
      /**
       * Format: int64
       * @description Access tokens of a lower epoch are refused.
       * @example 0
       */
      epoch: number;
      expiresAt: components['schemas']['Timestamp'];
      role: components['schemas']['RoleName'];
      sessionId: components['schemas']['SessionId'];
      userId: components['schemas']['UserId'];
    };
    /** @description The sessions of somebody that go on. */
    SessionsView: {
      /** @description The last used first. There are few. */
      items: components['schemas']['SessionItem'][];
    };
    /**
     * @description What an account can be set to.
     * @enum {string}
     */
    SettableStatus: 'active' | 'suspended';
    /**
     * @description A status of an account, as the API spells it.
     * @enum {string}
     */
    StatusName: 'active' | 'suspended' | 'deleted';
    /** @description A student of a teacher. */
    TaughtStudent: {
      linkedAt: components['schemas']['Timestamp'];
      studentId: components['schemas']['UserId'];
    };
    /** @description A teacher of a student. */
    TeachingTeacher: {
      linkedAt: components['schemas']['Timestamp'];
      teacherId: components['schemas']['UserId'];
    };
    /**
     * Format: date-time
     * @description An instant in a request or an answer: RFC 3339, UTC, milliseconds, as in `2026-03-02T08:15:30.125Z`.
     *
     *     Any offset is read; `Z` is written. What is finer than a millisecond is cut off.
     * @example 2026-03-02T08:15:30.125Z
     */
    Timestamp: string;
    /** @description Who the tokens are for. */
    TokenUser: {
      id: components['schemas']['UserId'];
      role: components['schemas']['RoleName'];
    };
    /** @description What a client goes on with. */
    TokensView: {
      /**
       * @description For every other call, as `Authorization: Bearer ...`.
       * @example eyJhbGciOiJFZERTQSIsImtpZCI6IjEiLCJ0eXAiOiJhdCtqd3QifQ.eyJzdWIiOiIwMTkuLi4ifQ.c2ln
       */
      accessToken: string;
      /**
       * Format: int64
       * @description Seconds that the access token holds.
       * @example 900
       */
      expiresIn: number;
      /** @description Until when the refresh token holds, unless it is used before. */
      refreshExpiresAt: components['schemas']['Timestamp'];
      /**
       * @description For the next refresh, once, from this device.
       * @example AQExAZOitHwdfi-KO0xdbn-AkQAAAAAAAAAA
       */
      refreshToken: string;
      sessionId: components['schemas']['SessionId'];
      /** @example Bearer */
      tokenType: string;
      user: components['schemas']['TokenUser'];
    };
    /** @description An authenticator app. */
    TotpView: {
      confirmedAt: components['schemas']['Timestamp'];
    };
    /**
     * @description What a version is for.
     * @enum {string}
     */
    Use: 'next' | 'current' | 'previous';
    /** @description A file of people. */
    UserFile: {
      /**
       * @description Headings, then a line a person: `email`, `givenName`, `familyName`, `role`, `language`, and `teacher` (an id or an
       *     address) if wanted. Commas or semicolons; at most 500 people and 256 kB.
       * @example email,givenName,familyName,role,language
       *     anna@example.org,Anna,de Vries,student,nl
       */
      csv: string;
    };
    /** Format: uuid */
    UserId: string;
    /** Format: uuid */
    UserImportId: string;
    /** @description The accounts that an import made. */
    UserImportView: {
      importId: components['schemas']['UserImportId'];
      importedAt: components['schemas']['Timestamp'];
      users: components['schemas']['ImportedUserView'][];
    };
    /** @description An account. */
    UserView: {
      createdAt: components['schemas']['Timestamp'];
      id: components['schemas']['UserId'];
      interfaceLanguage: components['schemas']['Language'];
      role: components['schemas']['RoleName'];
      status: components['schemas']['StatusName'];
      /** @example Europe/Amsterdam */
      timeZone: string;
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
  list_admin_actions: {
    parameters: {
      query?: {
        /** @description Only what this administrator did. */
        actorId?: components['schemas']['UserId'];
        /** @description Only what was done to this account. */
        subjectId?: components['schemas']['UserId'];
        /** @description Only this. */
        action?:
          | 'invited'
          | 'role-changed'
          | 'suspended'
          | 'enabled'
          | 'deleted'
          | 'exported'
          | 'erased'
          | 'factors-removed'
          | 'session-ended'
          | 'sessions-ended'
          | 'teacher-linked'
          | 'teacher-unlinked'
          | 'client-policy-changed';
        /** @description Only what was done then or later. */
        from?: components['schemas']['Timestamp'];
        /** @description Only what was done before. */
        until?: components['schemas']['Timestamp'];
        limit?: components['schemas']['Limit'];
        cursor?: string;
      };
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
          'application/json': components['schemas']['Page_AdminActionView'];
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
  list_client_policies: {
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
          'application/json': components['schemas']['Policies'];
        };
      };
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  change_client_policy: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The `etag` of the policy.
         * @example "0"
         */
        'If-Match': string;
      };
      path: {
        platform: components['schemas']['ClientPlatform'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePolicy'];
      };
    };
    responses: {
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PolicyView'];
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
  show_client_usage: {
    parameters: {
      query?: {
        /**
         * @description Days, today among them.
         * @example 30
         */
        days?: number;
      };
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
          'application/json': components['schemas']['ClientUsageList'];
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
  confirm_email: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmEmail'];
      };
    };
    responses: {
      /** @description The address is proved. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
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
  request_email_verification: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddressRequest'];
      };
    };
    responses: {
      /** @description If an account waits for it, a mail is on its way. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  list_identity_providers: {
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
          'application/json': components['schemas']['IdentityProvidersView'];
        };
      };
      400: components['responses']['Malformed'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  accept_invitation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasswordByCode'];
      };
    };
    responses: {
      /** @description The account can be logged in to. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  show_jwks: {
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
          'application/json': components['schemas']['Jwks'];
        };
      };
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
  show_me: {
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
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  change_me: {
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
        'application/merge-patch+json': components['schemas']['ChangeMe'];
      };
    };
    responses: {
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
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
  change_email: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddressRequest'];
      };
    };
    responses: {
      /** @description If no account has the address, a mail is on its way. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  show_factors: {
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
          'application/json': components['schemas']['FactorsView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  list_identities: {
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
          'application/json': components['schemas']['IdentitiesView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  link_identity: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReturnedFromProvider'];
      };
    };
    responses: {
      /** @description Linked before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IdentityView'];
        };
      };
      /** @description Linked. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IdentityView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
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
  send_to_link: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LinkProvider'];
      };
    };
    responses: {
      /** @description To be followed. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthorizationView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
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
  unlink_identity: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        identityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Unlinked. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
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
  begin_passkey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Made by the caller, a UUIDv7. */
        passkeyId: components['schemas']['PasskeyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Begun before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PasskeyRegistrationView'];
        };
      };
      /** @description Begun. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PasskeyRegistrationView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      409: components['responses']['Conflict'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  complete_passkey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        passkeyId: components['schemas']['PasskeyId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CompletePasskey'];
      };
    };
    responses: {
      /** @description Registered before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PasskeyView'];
        };
      };
      /** @description Registered. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PasskeyView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
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
  list_passkeys: {
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
          'application/json': components['schemas']['PasskeysView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  remove_passkey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        passkeyId: components['schemas']['PasskeyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The caller has none of this id. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      409: components['responses']['Conflict'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  rename_passkey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        passkeyId: components['schemas']['PasskeyId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RenamePasskey'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PasskeyView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
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
  change_password: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePassword'];
      };
    };
    responses: {
      /** @description The password is another. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  renew_recovery_codes: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Made by the caller, a UUIDv7. */
        setId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Made before, within ten minutes. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryCodesView'];
        };
      };
      /** @description Made. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryCodesView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      409: components['responses']['Conflict'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  remove_totp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description There is none. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      409: components['responses']['Conflict'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  begin_totp: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Made by the caller, a UUIDv7. */
        enrolmentId: components['schemas']['EnrolmentId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Begun before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EnrolmentView'];
        };
      };
      /** @description Begun. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EnrolmentView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      409: components['responses']['Conflict'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  confirm_totp: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        enrolmentId: components['schemas']['EnrolmentId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmTotp'];
      };
    };
    responses: {
      /** @description In force. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
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
  request_password_reset: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddressRequest'];
      };
    };
    responses: {
      /** @description If the address has an account, a mail is on its way. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  reset_password: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasswordByCode'];
      };
    };
    responses: {
      /** @description The password is another, and every session is over. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  list_security_events: {
    parameters: {
      query?: {
        /** @description Only those of this account. */
        userId?: components['schemas']['UserId'];
        /** @description Only those of this kind. */
        kind?: components['schemas']['Kind'];
        /** @description Only those at or after it. */
        from?: components['schemas']['Timestamp'];
        /** @description Only those before it. */
        until?: components['schemas']['Timestamp'];
        limit?: components['schemas']['Limit'];
        cursor?: string;
      };
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
          'application/json': components['schemas']['Page_SecurityEventView'];
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
  list_sessions: {
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
          'application/json': components['schemas']['SessionsView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  log_in: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LogInRequest'];
      };
    };
    responses: {
      /** @description Logged in. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokensView'];
        };
      };
      /** @description The password is right; a second factor is asked for. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChallengeView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  end_sessions: {
    parameters: {
      query: {
        /** @description `others` keeps the session that asks, `all` does not. */
        which: 'others' | 'all';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description They are over. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  log_in_by_provider: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReturnedFromProvider'];
      };
    };
    responses: {
      /** @description Logged in. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokensView'];
        };
      };
      /** @description A second factor is asked for. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChallengeView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  send_to_log_in: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LogInByProvider'];
      };
    };
    responses: {
      /** @description To be followed. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthorizationView'];
        };
      };
      400: components['responses']['Malformed'];
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
  pass_challenge: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        challengeId: components['schemas']['ChallengeId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChallengeAnswer'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokensView'];
        };
      };
      400: components['responses']['Malformed'];
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
  ask_for_passkey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        challengeId: components['schemas']['ChallengeId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AskForPasskey'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PasskeyCeremonyView'];
        };
      };
      400: components['responses']['Malformed'];
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
  enrol_totp_to_log_in: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        challengeId: components['schemas']['ChallengeId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EnrolToLogIn'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EnrolmentView'];
        };
      };
      400: components['responses']['Malformed'];
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
  show_current_session: {
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
          'application/json': components['schemas']['SessionView'];
        };
      };
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  log_out: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session is over. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  prove_again: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Authentication'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthenticationView'];
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
  refresh: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RefreshRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokensView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthorized'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  end_session: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sessionId: components['schemas']['SessionId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session is over. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
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
  list_teachers: {
    parameters: {
      query?: {
        limit?: components['schemas']['Limit'];
        cursor?: string;
      };
      header?: never;
      path: {
        studentId: components['schemas']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Page_TeachingTeacher'];
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
  list_students: {
    parameters: {
      query?: {
        limit?: components['schemas']['Limit'];
        cursor?: string;
      };
      header?: never;
      path: {
        teacherId: components['schemas']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Page_TaughtStudent'];
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
  link_student: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        teacherId: components['schemas']['UserId'];
        studentId: components['schemas']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Linked before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LinkView'];
        };
      };
      /** @description Linked now. */
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
  unlink_student: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        teacherId: components['schemas']['UserId'];
        studentId: components['schemas']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description They are not linked. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
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
        'application/json': components['schemas']['UserFile'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportPreview'];
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
  import_users: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Made by the caller, a UUIDv7. */
        importId: components['schemas']['UserImportId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UserFile'];
      };
    };
    responses: {
      /** @description Made before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserImportView'];
        };
      };
      /** @description Made. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserImportView'];
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
  list_users: {
    parameters: {
      query?: {
        /** @description Only those of this role. */
        role?: components['schemas']['RoleName'];
        /** @description Only those of this status; all but the deleted unless said otherwise. */
        status?: components['schemas']['StatusName'];
        /** @description Only those who are linked, a student to a teacher or a teacher to a student; or only those who are not. */
        linked?: boolean;
        limit?: components['schemas']['Limit'];
        cursor?: string;
      };
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
          'application/json': components['schemas']['Page_UserView'];
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
  show_user: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: components['schemas']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserView'];
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
  register_user: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Made by the caller, a UUIDv7. */
        userId: components['schemas']['UserId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RegisterUser'];
      };
    };
    responses: {
      /** @description Asked again. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegistrationView'];
        };
      };
      /** @description Asked for the first time. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegistrationView'];
        };
      };
      400: components['responses']['Malformed'];
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
  delete_user: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: components['schemas']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone. */
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
      409: components['responses']['Conflict'];
      422: components['responses']['Invalid'];
      426: components['responses']['UpdateRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  remove_factors: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: components['schemas']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description There are none. */
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
  change_role: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The `ETag` of the user.
         * @example "1"
         */
        'If-Match': string;
      };
      path: {
        userId: components['schemas']['UserId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeRole'];
      };
    };
    responses: {
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserView'];
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
  list_sessions_of: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: components['schemas']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionsView'];
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
  end_sessions_of: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: components['schemas']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description They are over. */
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
  end_session_of: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: components['schemas']['UserId'];
        sessionId: components['schemas']['SessionId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session is over. */
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
  change_status: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The `ETag` of the user.
         * @example "1"
         */
        'If-Match': string;
      };
      path: {
        userId: components['schemas']['UserId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeStatus'];
      };
    };
    responses: {
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserView'];
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
}

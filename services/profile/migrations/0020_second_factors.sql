-- What an account is proved with beside its password, and log-ins that wait for that proof.

-- An authenticator app (RFC 6238). Begun by showing its secret, in force once a code of it came back.
create table totp_factors (
    id uuid primary key,
    user_id uuid not null references users,
    -- AES-256-GCM under a key of `profile/totp`.
    sealed_secret bytea not null,
    key_id text not null,
    begun_at timestamptz not null,
    confirmed_at timestamptz,
    -- A code is of one step of thirty seconds. Only later steps than the last one that was used are taken.
    last_step bigint not null default 0,
    -- Wrong codes since `wrong_since`, for as long as they count.
    wrong_codes integer not null default 0,
    wrong_since timestamptz,
    check ((wrong_codes = 0) = (wrong_since is null))
);

create unique index one_totp_factor_in_force on totp_factors (user_id) where confirmed_at is not null;
create index totp_factors_of_user on totp_factors (user_id);
create index totp_factors_to_forget on totp_factors (begun_at) where confirmed_at is null;

-- Codes for the day when the app is lost. Each holds once; a new set replaces the old one.
create table recovery_codes (
    user_id uuid not null references users,
    digest bytea not null check (octet_length(digest) = 32),
    -- The set, as its caller named it, and the key that its codes follow from.
    set_id uuid not null,
    key_id text not null,
    made_at timestamptz not null,
    used_at timestamptz,
    primary key (user_id, digest)
);

-- A log-in whose password was right and that waits for a second factor.
create table log_in_challenges (
    id uuid primary key,
    user_id uuid not null references users,
    -- Of the token that the client got with it.
    token_digest bytea not null check (octet_length(token_digest) = 32),
    device_id uuid,
    platform text not null,
    -- The user's epoch at the time: a new password, role or status ends the challenge.
    epoch bigint not null,
    begun_at timestamptz not null,
    expires_at timestamptz not null,
    wrong_answers integer not null default 0,
    -- Set together when it is passed: a repeat of the same answer gets the same session.
    answer_digest bytea check (octet_length(answer_digest) = 32),
    session_id uuid,
    check ((answer_digest is null) = (session_id is null))
);

create index log_in_challenges_by_expiry on log_in_challenges (expires_at);
create index log_in_challenges_of_user on log_in_challenges (user_id);

-- When the session passed a second factor. Administrators have no session without.
alter table sessions
    add column second_factor_at timestamptz,
    -- Failed attempts to prove anew who one is, since the last that succeeded.
    add column wrong_proofs integer not null default 0;

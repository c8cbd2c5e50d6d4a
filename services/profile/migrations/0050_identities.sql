-- Log-in by the provider of a school (OpenID Connect): who somebody is there, and log-ins that are under way.

-- An identity at a provider that belongs to an account. Issuer and subject are the identity; many providers take an address
-- for a subject, so that nothing of them is kept but a keyed digest.
create table identities (
    id uuid primary key,
    user_id uuid not null references users,
    -- By which name the provider was configured when it was linked.
    provider text not null,
    -- HMAC-SHA256 under a key of `profile/email-index`. One identity belongs to one account.
    subject_index bytea not null unique check (octet_length(subject_index) = 32),
    subject_index_key text not null,
    linked_at timestamptz not null,
    last_used_at timestamptz,
    unique (user_id, provider)
);

-- Somebody who was sent to a provider and has not come back. Whoever comes back takes the row away, so that it serves once.
-- State, nonce and the verifier of PKCE follow from the token that the client alone has.
create table authorizations (
    token_digest bytea primary key check (octet_length(token_digest) = 32),
    provider text not null,
    -- Who began, and in which session, where an identity is to be linked. Nobody is known where somebody logs in.
    user_id uuid references users,
    session_id uuid,
    -- The device that the session is to be bound to, where somebody logs in.
    device_id uuid,
    expires_at timestamptz not null,
    check ((user_id is null) = (session_id is null)),
    check ((user_id is null) = (device_id is not null))
);

create index authorizations_by_expiry on authorizations (expires_at);
create index authorizations_of_user on authorizations (user_id);

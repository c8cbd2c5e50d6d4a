-- One log-in on one device, and the family of refresh tokens that came of it.
create table sessions (
    id uuid primary key,
    user_id uuid not null references users,
    -- The device that its refresh tokens are bound to; the session's own id while it is bound to none (clients of v1).
    device_id uuid not null,
    platform text not null,
    -- A refresh token names this secret and one generation; only the current generation can be rotated.
    secret_digest bytea not null check (octet_length(secret_digest) = 32),
    generation bigint not null check (generation >= 0),
    rotated_at timestamptz not null,
    authenticated_at timestamptz not null,
    -- Slides with every rotation, never past `ends_at`.
    expires_at timestamptz not null,
    ends_at timestamptz not null,
    revoked_at timestamptz,
    revocation text,
    rev bigint not null check (rev > 0),
    check ((revoked_at is null) = (revocation is null)),
    check (expires_at <= ends_at)
);

create index sessions_of_user on sessions (user_id, device_id);
create index sessions_by_end on sessions (ends_at);

-- One log-in on one device, and the family of refresh tokens that came of it.
create table sessions (
    id uuid primary key,
    user_id uuid not null references users,
    -- Absent for clients of v1, which name no device.
    device_id uuid,
    platform text check (platform in ('web', 'desktop', 'android')),
    -- A refresh token names this secret and one generation; only the current generation can be rotated.
    secret_digest bytea not null check (octet_length(secret_digest) = 32),
    generation bigint not null check (generation >= 0),
    rotated_at timestamptz not null,
    authenticated_at timestamptz not null,
    -- Slides with every rotation, never past `ends_at`.
    expires_at timestamptz not null,
    ends_at timestamptz not null,
    revoked_at timestamptz,
    revocation text check (revocation in ('logged-out', 'token-reused', 'device-mismatch')),
    rev bigint not null check (rev > 0),
    check ((revoked_at is null) = (revocation is null)),
    check (expires_at <= ends_at)
);

create index sessions_of_user on sessions (user_id) where revoked_at is null;
create index sessions_by_end on sessions (ends_at);

-- Somebody asked for all that is kept of a person. Each service that keeps something answers with a part; the archive of
-- all parts waits for a day, sealed under the person's data key.
create table exports (
    id uuid primary key,
    user_id uuid not null,
    requested_by uuid not null,
    requested_at timestamptz not null,
    deadline_at timestamptz not null,
    -- When the services were last asked.
    asked_at timestamptz not null,
    ready_at timestamptz,
    archive_bytes bigint check (archive_bytes > 0),
    expires_at timestamptz,
    -- When the archive was deleted.
    removed_at timestamptz,
    -- SHA-256 of the one link that opens it.
    link_digest bytea unique check (octet_length(link_digest) = 32),
    check ((ready_at is null) = (expires_at is null)),
    check ((ready_at is null) = (archive_bytes is null)),
    check (ready_at is not null or removed_at is null),
    check (link_digest is null or (ready_at is not null and removed_at is null))
);

create unique index one_open_export on exports (user_id) where ready_at is null;
create index exports_of_person on exports (user_id);
create index exports_to_remove on exports (expires_at) where removed_at is null;

create table export_parts (
    export_id uuid not null references exports on delete cascade,
    service text not null,
    ready_at timestamptz,
    -- Where the part is; none of pii, which puts its own straight into the archive.
    object_key text,
    sha256 bytea check (octet_length(sha256) = 32),
    bytes bigint check (bytes >= 0),
    holdings jsonb not null default '[]',
    primary key (export_id, service)
);

-- Files of people for whom administrators made accounts. A repeat of an import is known by its id and, for a day, by a keyed
-- digest of the file; the file itself, which is personal data, is kept nowhere. Who imported it stands in admin_actions.
create table user_imports (
    id uuid primary key,
    body_digest bytea check (octet_length(body_digest) = 32),
    imported_at timestamptz not null
);

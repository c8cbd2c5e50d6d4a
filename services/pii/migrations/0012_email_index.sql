-- An admin finds a person by their address: a keyed digest of it. Not unique, since profile alone decides who may have
-- an address, and two facts of it may be on their way.
create table email_index (
    user_id uuid primary key references people on delete cascade,
    key_version text not null,
    digest bytea not null check (octet_length(digest) = 32)
);

create index email_index_by_digest on email_index (digest);

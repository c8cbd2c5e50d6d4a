-- Every id that somebody asked an account for, whether or not the address was free: a repeat is answered from here, so
-- that no answer tells whether an account came of it.
create table registrations (
    id uuid primary key,
    interface_language text not null check (interface_language in ('nl', 'en', 'ru')),
    time_zone text not null,
    registered_at timestamptz not null,
    -- What a repeat is held against for a day. Then both are forgotten, and every repeat is a conflict.
    password_hash text,
    body_digest bytea check (octet_length(body_digest) = 32),
    check ((password_hash is null) = (body_digest is null))
);

create index registrations_to_forget on registrations (registered_at) where password_hash is not null;

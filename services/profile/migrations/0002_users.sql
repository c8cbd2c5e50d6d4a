-- Accounts. Of the address only a keyed digest is kept, of the password only its hash; names live in pii.
create table users (
    id uuid primary key references registrations,
    role text not null check (role in ('student', 'teacher', 'educational_admin', 'technical_admin')),
    interface_language text not null check (interface_language in ('nl', 'en', 'ru')),
    time_zone text not null,
    email_index bytea not null unique check (octet_length(email_index) = 32),
    email_index_key text not null,
    password_hash text not null,
    -- Access tokens of a lower epoch are refused everywhere.
    epoch bigint not null check (epoch >= 0),
    -- The sequence of this user's facts on user.events, and the ETag of the resource.
    rev bigint not null check (rev > 0),
    created_at timestamptz not null
);

create index technical_admins on users (id) where role = 'technical_admin';

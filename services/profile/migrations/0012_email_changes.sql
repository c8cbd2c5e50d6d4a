-- The address that a user asked to have, until it is proved or another is asked for. Two may ask for one address: who
-- proves it first has it, which the unique index of `users` decides.
create table email_changes (
    user_id uuid primary key references users on delete cascade,
    cause_id uuid not null,
    email_index bytea not null check (octet_length(email_index) = 32),
    email_index_key text not null,
    -- Under every key of then, in case another account has it under an older one.
    email_indexes bytea[] not null,
    requested_at timestamptz not null
);

-- One-time codes that mails carry: at most one per user and purpose, asked for by a cause and void once there is a newer
-- cause. The digest comes when the mail is written, and again if it is written again. The reference is checked at the end
-- of a transaction, because asking for an address without an account goes through the same statements and takes them back.
create table codes (
    user_id uuid not null references users on delete cascade deferrable initially deferred,
    purpose text not null check (purpose in ('verify-email', 'reset-password', 'invitation')),
    cause_id uuid not null unique,
    requested_at timestamptz not null,
    digest bytea check (octet_length(digest) = 32),
    expires_at timestamptz,
    attempts integer not null check (attempts >= 0),
    used_at timestamptz,
    primary key (user_id, purpose),
    check ((digest is null) = (expires_at is null))
);

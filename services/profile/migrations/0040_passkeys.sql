-- Passkeys (W3C Web Authentication): a second factor that no other site can ask for.

-- A device that proves itself by a key pair of which profile knows the public half.
create table passkeys (
    -- As its caller named the registration.
    id uuid primary key,
    user_id uuid not null references users,
    -- As the device names it: one account's, whoever else brings it.
    credential_id bytea not null unique check (octet_length(credential_id) between 1 and 1023),
    -- Public key, counter of signatures, whether it is backed up: what webauthn-rs checks an answer against.
    credential jsonb not null,
    -- The word of its owner for it.
    name text not null,
    made_at timestamptz not null,
    last_used_at timestamptz
);

create index passkeys_of_user on passkeys (user_id, id);

-- A registration that waits for the device. One answer uses it up, right or wrong.
create table passkey_registrations (
    id uuid primary key,
    user_id uuid not null unique references users,
    -- What the client passes to the device: asked for again, it is the same.
    options jsonb not null,
    -- What its answer is checked against. It never leaves the store.
    state jsonb not null,
    begun_at timestamptz not null
);

create index passkey_registrations_to_forget on passkey_registrations (begun_at);

-- A person, and the key that seals their fields. Dropping the key is what erasure will be, so it stands in one row.
create table people (
    user_id uuid primary key,
    dek_id uuid not null unique,
    -- The data key, sealed by version `kek_version` of the key encryption key: nonce, ciphertext, tag.
    wrapped_dek bytea not null check (octet_length(wrapped_dek) = 60),
    kek_version text not null,
    -- AES-GCM does not commit to its key: this says whether an unwrapped key is the one that sealed.
    key_check bytea not null check (octet_length(key_check) = 16),
    -- Seals made with this key. Random nonces are safe up to 2^32 (NIST SP 800-38D, 8.3); we stop at 2^28.
    seals bigint not null check (seals >= 0),
    rev bigint not null check (rev > 0),
    created_at timestamptz not null
);

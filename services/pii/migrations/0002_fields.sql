-- One sealed field of a person: format byte, nonce, ciphertext, tag. The length of the text does not show: it is padded.
create table fields (
    user_id uuid not null references people on delete cascade,
    name text not null check (name in ('email', 'given-name', 'family-name', 'interface-language')),
    sealed bytea not null check (octet_length(sealed) between 29 and 4096),
    updated_at timestamptz not null,
    primary key (user_id, name)
);

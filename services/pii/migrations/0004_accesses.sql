-- The log of who asked for what, in hash chains: a link that is changed, dropped or put in afterwards breaks its chain.
create table access_chains (
    chain smallint primary key,
    length bigint not null check (length >= 0),
    -- SHA-256 of the last link; zeros before the first.
    head bytea not null check (octet_length(head) = 32)
);

insert into access_chains (chain, length, head)
select chain, 0, decode(repeat('00', 32), 'hex') from generate_series(0, 15) as chain;

create table accesses (
    chain smallint not null references access_chains,
    position bigint not null check (position >= 0),
    -- The link as it is published on pii.access.log: an Avro datum, byte for byte what the next link's hash is of.
    link bytea not null,
    -- Out of the link, for look-ups.
    subject_id uuid not null,
    accessed_at timestamptz not null,
    primary key (chain, position)
);

create index accesses_of_subject on accesses (subject_id, accessed_at);

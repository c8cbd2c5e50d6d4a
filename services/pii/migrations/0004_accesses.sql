-- The log of who read what, in hash chains: a line that is changed, dropped or put in afterwards breaks its chain.
create table access_chains (
    chain smallint primary key check (chain between 0 and 15),
    length bigint not null check (length >= 0),
    head bytea not null check (octet_length(head) = 32)
);

insert into access_chains (chain, length, head)
select chain, 0, decode(repeat('00', 32), 'hex') from generate_series(0, 15) as chain;

create table accesses (
    chain smallint not null references access_chains,
    position bigint not null check (position > 0),
    access_id uuid not null unique,
    actor_id uuid not null,
    subject_id uuid not null,
    fields text[] not null,
    purpose text not null,
    decision text not null check (decision in ('granted', 'refused')),
    accessed_at timestamptz not null,
    previous_hash bytea not null check (octet_length(previous_hash) = 32),
    hash bytea not null check (octet_length(hash) = 32),
    primary key (chain, position)
);

create index accesses_of_subject on accesses (subject_id, accessed_at);

-- How much was tried lately, under keyed digests of what it is counted by. A row that is full again in the past means
-- nothing and goes with the next sweep.
create table attempts (
    key bytea primary key check (octet_length(key) = 32),
    full_at timestamptz not null,
    told_at timestamptz
);

create index attempts_by_end on attempts (full_at);

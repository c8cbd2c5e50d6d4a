-- Keys whose events wait for a redrive, and the queue of each.
create table parked_key (
    consumer_group text not null,
    topic text not null,
    key text not null,
    partition int not null,
    reason text not null,
    parked_at timestamptz not null default now(),
    redrive_requested_at timestamptz,
    primary key (consumer_group, topic, key)
);

create index parked_key_requested on parked_key (consumer_group, redrive_requested_at)
where redrive_requested_at is not null;

create table parked_event (
    consumer_group text not null,
    topic text not null,
    key text not null,
    record_offset bigint not null,
    payload bytea not null,
    header_names text[] not null,
    header_values bytea[] not null,
    primary key (consumer_group, topic, key, record_offset),
    foreign key (consumer_group, topic, key) references parked_key,
    constraint a_header_is_whole check (cardinality(header_names) = cardinality(header_values))
);

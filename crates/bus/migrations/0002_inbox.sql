-- Events whose effect is durable, for effects that cannot be repeated by themselves.
create table inbox (
    consumer_group text not null,
    event_id uuid not null,
    handled_at timestamptz not null default now(),
    primary key (consumer_group, event_id)
);

create index inbox_handled_at on inbox using brin (handled_at);

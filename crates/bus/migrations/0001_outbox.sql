-- Facts that are committed with the state that they tell of, and not yet published.
create table outbox (
    -- the order of publishing
    seq bigint generated always as identity primary key,
    -- the transaction that wrote the row: it is published when no older transaction is still open
    xid xid8 not null default pg_current_xact_id(),
    enqueued_at timestamptz not null default clock_timestamp(),
    event_id uuid not null,
    subject text not null,
    sequence bigint not null,
    occurred_at timestamptz not null,
    traceparent text,
    -- one element a rendition
    topics text[] not null,
    types text[] not null,
    keys text[] not null,
    payloads bytea[] not null,
    -- of all payloads: the relay reads so many bytes at a time, and no more
    size bigint not null,
    constraint a_rendition_is_whole check (
        cardinality(topics) > 0
        and cardinality(types) = cardinality(topics)
        and cardinality(keys) = cardinality(topics)
        and cardinality(payloads) = cardinality(topics)
    )
)
-- Rows live for milliseconds. Vacuum by number, not by share, so that the table stays small after an outage too.
with (
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
    autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 20000,
    autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 20000
);

-- What happened to the security of accounts, for administrators to read. Kafka keeps the same facts, where nobody can look
-- them up. Of people it holds ids; of mails that were asked for it holds nothing.
create table security_events (
    -- The id of the fact.
    id uuid primary key,
    user_id uuid not null,
    kind text not null,
    -- Why or how, where the fact says so.
    detail text,
    session_id uuid,
    happened_at timestamptz not null
);

create index security_events_of_user on security_events (user_id, id);
create index security_events_by_time on security_events (happened_at);
-- The list of what administrators did is searched by who did it, too.
create index admin_actions_of_actor on admin_actions (actor_id, id);

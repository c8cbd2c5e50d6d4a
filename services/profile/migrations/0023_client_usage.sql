-- Which clients called profile, a day: every client does, to log in and to refresh. Of people it holds nothing.
create table client_usage (
    day date not null,
    -- `v1` or `v2`.
    api text not null,
    -- A platform and a version: `web/1.4.0`.
    client text not null,
    requests bigint not null check (requests > 0),
    primary key (day, api, client)
);

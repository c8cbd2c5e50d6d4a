-- A person may ask for another address before the one asked for first is confirmed, and confirmations overtake what they
-- confirm: each address waits under the request that it belongs to, so that each confirmation finds its own.
create table pending_addresses (
    user_id uuid not null references people on delete cascade,
    request_id uuid not null,
    -- Nothing where the confirmation came first: the address counts as soon as it comes.
    sealed bytea check (octet_length(sealed) between 29 and 4096),
    kept_at timestamptz not null,
    primary key (user_id, request_id)
);

create index pending_addresses_by_age on pending_addresses (kept_at);

-- Those that wait as fields keep their bytes, whose first says how they were sealed. `people.pending_request` goes with a
-- later release, when no running one writes it.
insert into pending_addresses (user_id, request_id, sealed, kept_at)
select people.user_id, people.pending_request, fields.sealed, fields.updated_at
from people
join fields on fields.user_id = people.user_id and fields.name = 'pending-email'
where people.pending_request is not null;

delete from fields where name = 'pending-email';

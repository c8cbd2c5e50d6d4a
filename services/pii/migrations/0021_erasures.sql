-- Somebody is to be forgotten, or is. The row is written before anything is erased and stays for ever: it is what refuses
-- every later intake about the person, and what tells an erased person from an unknown one.
create table erasures (
    id uuid primary key,
    user_id uuid not null unique,
    requested_by uuid not null,
    requested_at timestamptz not null,
    deadline_at timestamptz not null,
    -- When the services were last asked.
    asked_at timestamptz not null,
    erased_at timestamptz
);

create index open_erasures on erasures (requested_at) where erased_at is null;

create table erasure_confirmations (
    erasure_id uuid not null references erasures on delete cascade,
    service text not null,
    confirmed_at timestamptz,
    holdings jsonb not null default '[]',
    primary key (erasure_id, service)
);

-- Who agreed to what, in the order it was said: what stands is never changed, and goes with its person alone.
create table consents (
    consent_id uuid primary key,
    user_id uuid not null references people on delete cascade,
    document text not null,
    version text not null,
    decision text not null check (decision in ('given', 'withdrawn')),
    -- Whether the person said so, or who answers for them.
    said_by text not null check (said_by in ('person', 'guardian')),
    -- In the app; or as an admin heard or read it.
    how text not null check (how in ('in-app', 'on-paper', 'by-phone', 'in-person')),
    -- The user who entered it.
    recorded_by uuid not null,
    said_at timestamptz not null,
    position bigint generated always as identity
);

create index consents_of_person on consents (user_id, position);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the log of consents is only added to';
end
$$;

create trigger consents_are_never_changed before update on consents
for each row execute function refuse_change();

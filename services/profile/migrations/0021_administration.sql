-- Who may use their account, and what administrators did.

-- `deleted` is for good: the row stays as the mark of a used id, without anything to log in with.
alter table users
    add column status text not null default 'active' check (status in ('active', 'suspended', 'deleted'));

create index users_by_role on users (role, id);

-- Grows only: who did what to whom. Of people it holds ids.
create table admin_actions (
    id uuid primary key,
    -- Null where a command of an operator did it.
    actor_id uuid references users,
    -- The account that it was done to; null where it was done to none.
    subject_id uuid references users,
    action text not null,
    -- What it was set to: a role, a platform, the other account of a link.
    detail text,
    done_at timestamptz not null
);

create index admin_actions_of_subject on admin_actions (subject_id, id);

create function admin_actions_only_grow() returns trigger language plpgsql as $$
begin
    raise exception 'admin_actions only grows';
end
$$;

create trigger admin_actions_only_grow before update or delete on admin_actions
    for each row execute function admin_actions_only_grow();
create trigger admin_actions_are_not_truncated before truncate on admin_actions
    for each statement execute function admin_actions_only_grow();

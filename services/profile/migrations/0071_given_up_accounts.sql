-- Accounts whose address nobody proved in time: since when nothing proves it any more. pii is asked to have the person
-- forgotten until the account is gone.
alter table users add column given_up_at timestamptz check (given_up_at is null or email_verified_at is null);

create index users_to_give_up on users (created_at) where email_verified_at is null and given_up_at is null;
create index users_given_up on users (given_up_at) where given_up_at is not null;

-- Whether the address of an account was proved. Accounts of before this question was asked count as proved: their owners
-- have used them.
alter table users add column email_verified_at timestamptz;

update users set email_verified_at = created_at;

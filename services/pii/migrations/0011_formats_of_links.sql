-- A link says its schema's number, since a later release writes longer links and a chain is never written anew.
alter table accesses add column format smallint not null default 1 check (format > 0);
-- A person sees who read about them, newest first. All that is about one person is in one chain.
create index accesses_about on accesses (subject_id, position);
drop index accesses_of_subject;

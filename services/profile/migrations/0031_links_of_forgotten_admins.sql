-- Who made a link may be forgotten before the link ends.
alter table teacher_students alter column linked_by drop not null;

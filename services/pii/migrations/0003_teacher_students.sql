-- Who teaches whom: our copy of profile's links, from user.events.v2. A link that ended stays, with its sequence, so
-- that an older fact which arrives late cannot bring it back.
create table teacher_students (
    student_id uuid not null,
    teacher_id uuid not null,
    linked boolean not null,
    sequence bigint not null,
    primary key (student_id, teacher_id)
);

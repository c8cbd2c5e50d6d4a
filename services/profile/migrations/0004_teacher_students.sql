-- Who teaches whom. A teacher sees the progress of these students and of nobody else.
create table teacher_students (
    teacher_id uuid not null references users,
    student_id uuid not null references users,
    linked_at timestamptz not null,
    linked_by uuid not null references users,
    primary key (teacher_id, student_id),
    check (teacher_id <> student_id)
);

create index teachers_of_student on teacher_students (student_id);

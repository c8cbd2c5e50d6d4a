-- Something to find in a fresh database.
create table notes (text text not null);

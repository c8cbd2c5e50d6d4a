-- Who was forgotten, so that it is known after a restored backup whom to erase anew. Nothing else of them is left.
create table forgotten (
    user_id uuid primary key,
    erasure_id uuid not null,
    erased_at timestamptz not null
);

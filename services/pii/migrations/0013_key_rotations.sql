-- How far each version of a key has come, so that a rotation goes on where it stopped. Nothing here is secret.
create table key_rotations (
    key_name text not null,
    version text not null,
    added_at timestamptz not null,
    promoted_at timestamptz,
    -- Set when everything is under this version and the one before is out of use.
    completed_at timestamptz,
    primary key (key_name, version)
);

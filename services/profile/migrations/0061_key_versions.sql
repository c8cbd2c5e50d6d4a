-- How old the versions of profile's keys are. Nothing here is secret.
create table key_versions (
    key_name text not null,
    version text not null,
    -- When profile first saw it in the secret, and when it first saw it in use.
    seen_at timestamptz not null,
    promoted_at timestamptz,
    primary key (key_name, version)
);

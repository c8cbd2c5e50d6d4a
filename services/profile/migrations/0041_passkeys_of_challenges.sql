-- What a passkey is asked to sign to finish a log-in. It is the challenge's, ends with it, and one answer uses it up.
alter table log_in_challenges
    add column passkey_options jsonb,
    add column passkey_state jsonb,
    add column passkey_until timestamptz,
    add check (num_nulls(passkey_options, passkey_state, passkey_until) in (0, 3));

-- What administrators did stays when one of them, or whom they did it to, is forgotten: as an id that names nobody. The
-- account that it named is gone.
alter table admin_actions
    drop constraint admin_actions_actor_id_fkey,
    drop constraint admin_actions_subject_id_fkey;

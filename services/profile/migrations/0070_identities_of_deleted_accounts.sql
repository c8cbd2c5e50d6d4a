-- An identity of a deleted account is free for another: those who register anew link it again.
delete from authorizations where user_id in (select id from users where status = 'deleted');
delete from identities where user_id in (select id from users where status = 'deleted');

-- The request that the address of a person came from: one that was made earlier changes nothing any more, whenever its
-- address or its confirmation comes.
alter table people add column confirmed_request uuid;

-- Phone, address and the like are kept of a person, too, and an address that is not confirmed yet.
alter table fields drop constraint fields_name_check;
alter table fields add constraint fields_name_check check (name in (
    'email', 'pending-email', 'given-name', 'family-name', 'interface-language',
    'birth-date', 'phone', 'address', 'guardian', 'admin-note'
));
-- The request that the pending address belongs to: only its confirmation makes it the address.
alter table people add column pending_request uuid;

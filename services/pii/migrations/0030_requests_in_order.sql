-- Technical administrators list what was asked for in the order in which it was.
create index exports_in_order on exports (requested_at, id);
create index erasures_in_order on erasures (requested_at, id);

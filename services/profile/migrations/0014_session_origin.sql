-- By what the owner of a session recognises it: a browser and a system, a region or a network of many thousand. No address.
alter table sessions add column device_name text, add column place text;

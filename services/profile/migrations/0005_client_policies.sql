-- Which client versions may still call, a platform. Revision 0 asks nothing of anybody and was never published.
create table client_policies (
    platform text primary key check (platform in ('web', 'desktop', 'android')),
    minimum text not null,
    latest text not null,
    message_nl text,
    message_en text,
    message_ru text,
    rev bigint not null check (rev >= 0),
    check (num_nulls(message_nl, message_en, message_ru) in (0, 3))
);

insert into client_policies (platform, minimum, latest, rev)
values ('web', '0.0.0', '0.0.0', 0), ('desktop', '0.0.0', '0.0.0', 0), ('android', '0.0.0', '0.0.0', 0);

-- Which client versions may still call, a platform. Revision 0 asks nothing of anybody and was never published.
create table client_policies (
    platform text primary key check (platform in ('web', 'desktop', 'android')),
    minimum text not null,
    latest text not null,
    message_nl text not null,
    message_en text not null,
    message_ru text not null,
    rev bigint not null check (rev >= 0)
);

insert into client_policies (platform, minimum, latest, message_nl, message_en, message_ru, rev)
select platform, '0.0.0', '0.0.0',
       'Werk de app bij om verder te gaan.', 'Update the app to go on.', 'Обновите приложение, чтобы продолжить.', 0
from unnest(array['web', 'desktop', 'android']) as platform;

-- What a station says of itself, and what is wanted of it.
alter table station add column draining boolean not null default false;
alter table station add column message text;
alter table station add column revoked_at timestamptz;

create table station_report (
    org_id uuid not null,
    station_id uuid not null,
    protocol int not null,
    program text not null,
    seen_at timestamptz not null,
    backlog int not null,
    oldest_unsent_at timestamptz,
    printer text not null,
    scanner text not null,
    scale text not null,
    primary key (org_id, station_id),
    foreign key (org_id, station_id) references station
);
select protect('station_report');

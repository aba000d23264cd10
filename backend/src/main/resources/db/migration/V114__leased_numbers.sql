-- Serials of plates and of carriers' numbers are lent to stations by one mechanism. The owner is
-- under row-level security too: it rests for this.
alter table sscc_series rename to number_series;
alter table number_series add column kind text not null default 'SSCC', add column issuer text;
alter table number_series no force row level security;
update number_series set issuer = extension || prefix;
alter table number_series force row level security;
alter table number_series
    drop constraint sscc_series_pkey,
    drop column prefix,
    drop column extension,
    alter column kind drop default,
    alter column issuer set not null,
    add check (kind in ('SSCC', 'USPS_IMPB', 'UPS_1Z')),
    add primary key (org_id, kind, issuer);

alter table sscc_range rename to number_range;
alter table number_range
    add column carrier text,
    add column kind text not null default 'SSCC',
    add column issuer text;
alter table number_range no force row level security;
update number_range set issuer = extension || prefix;
alter table number_range force row level security;
alter table number_range
    drop column prefix,
    drop column extension,
    alter column kind drop default,
    alter column issuer set not null,
    add check ((kind = 'SSCC') = (carrier is null)),
    add unique (org_id, kind, issuer, from_serial);

-- Carriers that let an organization make their numbers by itself; without a row they do not.
create table leased_numbers (
    org_id uuid not null,
    carrier text not null,
    kind text not null check (kind in ('USPS_IMPB', 'UPS_1Z')),
    issuer text not null,
    services jsonb not null,
    first_serial bigint not null check (first_serial >= 0),
    last_serial bigint not null,
    postage text not null,
    primary key (org_id, carrier),
    check (first_serial <= last_serial)
);
select protect('leased_numbers');

-- Whether its station numbers the parcel by itself: no label is bought for it then.
alter table lane_parcel add column numbered_by_station boolean not null default false;

-- A label whose number its station made: nothing was paid yet, and its sheet is the station's.
alter table label add column leased boolean not null default false;

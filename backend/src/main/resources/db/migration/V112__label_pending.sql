-- Parcels that may be packed without a label: their carrier does not answer, or what it sold does
-- not fit them.
create table lane_parcel (
    org_id uuid not null,
    parcel_id uuid not null,
    since timestamptz not null default now(),
    primary key (org_id, parcel_id),
    foreign key (org_id, parcel_id) references parcel
);
select protect('lane_parcel');

-- A plate that a station stuck on in place of the carrier's label. Its number is given out once,
-- whatever a station does.
create table plate (
    org_id uuid not null,
    sscc text not null check (sscc ~ '^[0-9]{18}$'),
    parcel_id uuid not null,
    station_id uuid not null,
    operator_id uuid not null,
    carton text not null,
    grams int not null check (grams >= 0),
    plated_at timestamptz not null,
    booked_at timestamptz not null default now(),
    primary key (org_id, sscc),
    foreign key (org_id, parcel_id) references parcel,
    foreign key (org_id, station_id) references station
);
create index plate_of_parcel on plate (org_id, parcel_id, booked_at);
select protect('plate');

-- What an organization's labels and plates are made by; without a row the defaults hold.
create table label_rule (
    org_id uuid primary key,
    company_prefix text not null check (company_prefix ~ '^[0-9]{7,10}$'),
    extension_digit int not null check (extension_digit between 0 and 9),
    tolerance_grams int check (tolerance_grams between 0 and 1000000),
    tolerance_percent int check (tolerance_percent between 0 and 1000),
    same_carton boolean not null default false,
    check ((tolerance_grams is null) = (tolerance_percent is null))
);
select protect('label_rule');

-- The first serial of each prefix that was never given to a station.
create table sscc_series (
    org_id uuid not null,
    prefix text not null,
    extension int not null,
    next_serial bigint not null,
    primary key (org_id, prefix, extension)
);
select protect('sscc_series');

-- Numbers that one life of one station's journal may give out.
create table sscc_range (
    org_id uuid not null,
    lease_id uuid not null,
    station_id uuid not null,
    epoch text not null,
    prefix text not null,
    extension int not null,
    from_serial bigint not null,
    to_serial bigint not null,
    leased_at timestamptz not null default now(),
    primary key (org_id, lease_id),
    unique (org_id, prefix, extension, from_serial),
    check (from_serial < to_serial),
    foreign key (org_id, station_id) references station
);
select protect('sscc_range');

alter table order_task
    drop constraint order_task_kind_check,
    add constraint order_task_kind_check check (kind in ('EMPTY_TOTE', 'UNPACK', 'HOLD_SHELF',
        'DESTROY_LABEL', 'VOID_LABEL', 'RECOUNT', 'RETURN', 'LABEL_PARCEL'));

create table wave (
    org_id uuid not null,
    wave_id uuid not null,
    station_id uuid not null,
    released_by text not null,
    released_at timestamptz not null default now(),
    primary key (org_id, wave_id),
    foreign key (org_id, station_id) references station
);
select protect('wave');

create table parcel (
    org_id uuid not null,
    parcel_id uuid not null,
    order_id uuid not null,
    wave_id uuid not null,
    station_id uuid not null,
    number int not null,
    parcel_count int not null,
    carton_code text not null,
    status text not null check (status in ('PLANNED', 'LABELLED', 'PICKED', 'PACKED', 'CANCELLED', 'SET_ASIDE')),
    service text,
    expected_grams int not null,
    actual_grams int,
    actual_carton text,
    tote text,
    operator_id uuid,
    packed_at timestamptz,
    tracking_sent_at timestamptz,
    version bigint not null default 1,
    created_at timestamptz not null default now(),
    primary key (org_id, parcel_id),
    foreign key (org_id, order_id) references sales_order,
    foreign key (org_id, wave_id) references wave,
    foreign key (org_id, station_id) references station
);
create index on parcel (org_id, order_id);
create index on parcel (org_id, wave_id);
create index on parcel (org_id, station_id, status);
select protect('parcel');

create table parcel_line (
    org_id uuid not null,
    parcel_id uuid not null,
    line_id uuid not null,
    location_id uuid not null,
    quantity int not null check (quantity > 0),
    picked int not null default 0 check (picked >= 0),
    short int not null default 0 check (short >= 0),
    -- Set in the transaction that takes the units out of stock, so it can happen only once.
    committed_at timestamptz,
    primary key (org_id, parcel_id, line_id, location_id),
    foreign key (org_id, parcel_id) references parcel,
    foreign key (org_id, line_id) references order_line,
    foreign key (org_id, location_id) references location
);
create index on parcel_line (org_id, line_id);
select protect('parcel_line');

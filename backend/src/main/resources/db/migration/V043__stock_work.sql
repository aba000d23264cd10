-- Corrections that a second person has to agree to.
create table stock_adjustment (
    org_id uuid not null,
    adjustment_id uuid not null,
    item_id uuid not null,
    location_id uuid not null,
    lot text not null,
    delta int not null check (delta <> 0),
    serials jsonb not null default '[]',
    reason_code text not null,
    reason text not null,
    requested_by text not null,
    state text not null check (state in ('WAITING', 'BOOKED', 'REFUSED')),
    decided_by text not null default '',
    created_at timestamptz not null default now(),
    primary key (org_id, adjustment_id),
    foreign key (org_id, item_id) references item,
    foreign key (org_id, location_id) references location
);
select protect('stock_adjustment');

-- A count remembers what was there when it began, so that work may go on meanwhile.
create table stock_count (
    org_id uuid not null,
    count_id uuid not null,
    item_id uuid not null,
    location_id uuid not null,
    lot text not null,
    start_seq bigint not null,
    expected int not null,
    counted int check (counted between 0 and 1000000),
    started_by text not null,
    created_at timestamptz not null default now(),
    primary key (org_id, count_id),
    foreign key (org_id, item_id) references item,
    foreign key (org_id, location_id) references location
);
select protect('stock_count');

-- What is still under way of a transfer is the sum of its movements in the ledger.
create table stock_transfer (
    org_id uuid not null,
    transfer_id uuid not null,
    item_id uuid not null,
    from_location_id uuid not null,
    to_location_id uuid not null,
    lot text not null,
    units int not null check (units > 0),
    started_by text not null,
    created_at timestamptz not null default now(),
    primary key (org_id, transfer_id),
    foreign key (org_id, item_id) references item,
    foreign key (org_id, from_location_id) references location,
    foreign key (org_id, to_location_id) references location
);
select protect('stock_transfer');

-- Several warehouses. A location that nobody placed is a bin of the warehouse MAIN.
create table warehouse (
    org_id uuid not null references org,
    code text not null check (code ~ '^[A-Z0-9][A-Z0-9-]{0,23}$'),
    name text not null check (length(name) between 1 and 80),
    created_at timestamptz not null default now(),
    primary key (org_id, code)
);
select protect('warehouse');

create table stock_place (
    org_id uuid not null,
    location_id uuid not null,
    warehouse text not null,
    kind text not null check (kind in ('BIN', 'TOTE', 'DOCK')),
    primary key (org_id, location_id),
    foreign key (org_id, location_id) references location,
    foreign key (org_id, warehouse) references warehouse
);
create index on stock_place (org_id, warehouse);
select protect('stock_place');

-- How an item is kept. Items without a row are neither in lots nor numbered.
create table stock_item (
    org_id uuid not null,
    item_id uuid not null,
    tracks_lots boolean not null default false,
    tracks_serials boolean not null default false,
    stop_ship_days int not null default 45 check (stop_ship_days between 0 and 3650),
    primary key (org_id, item_id),
    foreign key (org_id, item_id) references item
);
select protect('stock_item');

-- Units of measure: how many single units one of them holds.
create table pack_level (
    org_id uuid not null,
    item_id uuid not null,
    uom text not null check (uom ~ '^[A-Z0-9]{1,12}$'),
    units int not null check (units between 1 and 1000000),
    primary key (org_id, item_id, uom),
    foreign key (org_id, item_id) references item
);
select protect('pack_level');

create table stock_lot (
    org_id uuid not null,
    item_id uuid not null,
    lot text not null check (length(lot) between 1 and 40),
    expires_on date,
    received_at timestamptz not null default now(),
    primary key (org_id, item_id, lot),
    foreign key (org_id, item_id) references item
);
select protect('stock_lot');

-- A serial is in one place, or on its way, or gone; then it has no location.
create table stock_serial (
    org_id uuid not null,
    item_id uuid not null,
    serial text not null check (length(serial) between 1 and 60),
    location_id uuid,
    lot text not null default '',
    since timestamptz not null default now(),
    primary key (org_id, item_id, serial),
    foreign key (org_id, item_id) references item,
    foreign key (org_id, location_id) references location
);
create index on stock_serial (org_id, item_id, location_id, lot) where location_id is not null;
select protect('stock_serial');

-- The lock of an item and the last number of its stream.
create table stock_stream (
    org_id uuid not null,
    item_id uuid not null,
    last_seq bigint not null default 0,
    primary key (org_id, item_id),
    foreign key (org_id, item_id) references item
) with (fillfactor = 60);

-- Levels by lot, with every bucket. A level without a lot has the lot ''.
alter table reservation drop constraint reservation_org_id_item_id_location_id_fkey;
alter table stock_level
    add column lot text not null default '',
    add column allocated int not null default 0,
    add column quarantine int not null default 0,
    add column damaged int not null default 0,
    add column inspection int not null default 0,
    add column in_transit int not null default 0,
    drop constraint stock_level_pkey,
    add primary key (org_id, item_id, location_id, lot),
    drop constraint never_oversold,
    add constraint never_oversold check (
        reserved >= 0 and quarantine >= 0 and damaged >= 0 and inspection >= 0
        and in_transit >= 0 and allocated between 0 and reserved
        and reserved + quarantine + damaged + inspection <= on_hand);
alter table reservation
    add column lot text not null default '',
    add column allocated int not null default 0,
    add constraint pinned_is_reserved check (allocated between 0 and quantity),
    drop constraint reservation_pkey,
    add primary key (org_id, line_id, item_id, location_id, lot),
    add foreign key (org_id, item_id, location_id, lot) references stock_level;

-- The ledger: an event has one row for each level it touches, numbered without gaps per item.
alter table stock_ledger
    add column event_id uuid,
    add column leg int not null default 0,
    add column seq bigint,
    add column lot text not null default '',
    add column allocated_delta int not null default 0,
    add column quarantine_delta int not null default 0,
    add column damaged_delta int not null default 0,
    add column inspection_delta int not null default 0,
    add column in_transit_delta int not null default 0,
    add column serials jsonb not null default '[]',
    add column reason_code text not null default '',
    add column approver text not null default '',
    add column reverses uuid,
    add column effective_at timestamptz,
    add column xid xid8 not null default pg_current_xact_id();

-- The owner is under row-level security too, and the rows are append-only: both rest for this.
alter table stock_ledger no force row level security;
alter table stock_ledger disable trigger append_only;
update stock_ledger l set event_id = l.entry_id, effective_at = l.recorded_at, seq = n.seq
from (select org_id, entry_id,
        row_number() over (partition by org_id, item_id order by entry_id) as seq
      from stock_ledger) n
where n.org_id = l.org_id and n.entry_id = l.entry_id;
insert into stock_stream (org_id, item_id, last_seq)
    select org_id, item_id, max(seq) from stock_ledger group by org_id, item_id;
alter table stock_ledger enable trigger append_only;
alter table stock_ledger force row level security;
select protect('stock_stream');

alter table stock_ledger
    alter column event_id set not null,
    alter column seq set not null,
    alter column effective_at set not null,
    alter column effective_at set default now(),
    drop constraint stock_ledger_kind_check,
    add constraint stock_ledger_kind_check check (kind in ('RECEIVE', 'PUT_AWAY', 'RESERVE',
        'RELEASE', 'PIN', 'UNPIN', 'PICK', 'COMMIT_SHIP', 'ADJUST', 'COUNT', 'TRANSFER_OUT',
        'TRANSFER_IN', 'TRANSFER_LOSS', 'KIT_ASSEMBLE', 'KIT_BREAK', 'QUARANTINE', 'RELEASE_Q',
        'DAMAGE', 'SCRAP', 'RETURN_RECEIVE', 'REVERSE')),
    drop constraint stock_ledger_org_id_movement_key_key,
    add unique (org_id, movement_key, leg),
    add unique (org_id, item_id, seq);
create unique index stock_ledger_reversed_once on stock_ledger (org_id, reverses, leg)
    where reverses is not null;
create index on stock_ledger (org_id, event_id);
create index on stock_ledger (org_id, xid, entry_id);

-- When it was recorded, and in which transaction, is not for the program to say.
revoke insert on stock_ledger from ${app};
grant insert (org_id, entry_id, event_id, leg, seq, item_id, location_id, lot, kind, on_hand_delta,
    reserved_delta, allocated_delta, quarantine_delta, damaged_delta, inspection_delta,
    in_transit_delta, serials, subject_id, movement_key, actor, approver, reason_code, reason,
    reverses, effective_at) on stock_ledger to ${app};

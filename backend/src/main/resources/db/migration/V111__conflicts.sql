-- What somebody has to do with their hands because a station's act met another one. A task with a
-- station is done there; cause keeps one kind of task for one parcel apart: the act, or the place
-- that is to be counted.
alter table order_task
    drop constraint order_task_kind_check,
    add constraint order_task_kind_check check (kind in ('EMPTY_TOTE', 'UNPACK', 'HOLD_SHELF',
        'DESTROY_LABEL', 'VOID_LABEL', 'RECOUNT', 'RETURN')),
    add column station_id uuid,
    add column cause text not null default '';
drop index order_task_once;
create unique index order_task_once on order_task (org_id, parcel_id, kind, cause)
    where kind <> 'RECOUNT';
create unique index order_task_count_once on order_task (org_id, cause)
    where kind = 'RECOUNT' and done_at is null;
create index order_task_at_station on order_task (org_id, station_id, order_task_id)
    where done_at is null;

-- Parcels that left the bench. The indexes are the last line: whatever a program decides, a parcel
-- leaves once, and so does a tracking number.
create table shipment (
    org_id uuid not null,
    parcel_id uuid not null,
    shipment_no bigint generated always as identity,
    tracking_number text not null,
    shipped_at timestamptz not null default now(),
    recalled_at timestamptz,
    primary key (org_id, parcel_id, shipment_no),
    foreign key (org_id, parcel_id) references parcel
);
create unique index shipment_live on shipment (org_id, parcel_id) where recalled_at is null;
create unique index shipment_number on shipment (org_id, tracking_number)
    where recalled_at is null;

-- The owner is under row-level security too: it rests for this.
alter table parcel no force row level security;
alter table label no force row level security;
alter table label_print no force row level security;
insert into shipment (org_id, parcel_id, tracking_number)
select org_id, parcel_id, tracking_number from parcel_stage
where status = 'PACKED' and tracking_number is not null
on conflict do nothing;
alter table parcel force row level security;
alter table label force row level security;
alter table label_print force row level security;

select protect('shipment');

alter table operator add column disabled_at timestamptz;

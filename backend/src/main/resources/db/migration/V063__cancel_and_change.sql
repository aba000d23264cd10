-- Parcels of given-up orders at stations that have not answered yet.
create table cancel_wait (
    org_id uuid not null,
    parcel_id uuid not null,
    order_id uuid not null,
    station_id uuid not null,
    -- The place in the feed after which the station knows.
    told text,
    answered_at timestamptz,
    primary key (org_id, parcel_id),
    foreign key (org_id, order_id) references sales_order
);
create index on cancel_wait (org_id, order_id);
create index cancel_wait_open on cancel_wait (org_id, station_id) where answered_at is null;
select protect('cancel_wait');

-- What somebody has to do with their hands because of what was decided at a desk.
create table order_task (
    org_id uuid not null,
    order_task_id uuid not null,
    order_id uuid not null,
    parcel_id uuid,
    kind text not null check (kind in ('EMPTY_TOTE', 'UNPACK')),
    instruction text not null,
    created_at timestamptz not null default now(),
    done_at timestamptz,
    done_by text,
    primary key (org_id, order_task_id),
    foreign key (org_id, order_id) references sales_order
);
create unique index order_task_once on order_task (org_id, parcel_id, kind);
create index order_task_open on order_task (org_id, order_task_id) where done_at is null;
select protect('order_task');

-- Why something was changed, and what it was before and after.
alter table order_history
    add column why text not null default '',
    add column before jsonb,
    add column after jsonb;
alter table sales_order add column address_changed_at timestamptz;

-- A parcel of merged orders is told to each channel for its own lines.
alter table shipment_notice
    drop constraint shipment_notice_pkey,
    add primary key (org_id, parcel_id, order_id);

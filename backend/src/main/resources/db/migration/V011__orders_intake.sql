-- The rules have had their say; only then may an order go to the floor.
alter table sales_order add column decided_at timestamptz;
create index on sales_order (org_id, placed_at, order_id) where status = 'ALLOCATED';
create index on order_line (org_id, item_id) where item_id is not null;
create index on order_line (org_id, sku) where item_id is null;

-- What the channel must hear about one parcel; kept when it was heard.
create table shipment_notice (
    org_id uuid not null,
    parcel_id uuid not null,
    order_id uuid not null,
    tracking_number text not null,
    carrier_name text not null,
    tracking_url text,
    lines jsonb not null,
    created_at timestamptz not null default now(),
    sent_at timestamptz,
    channel_shipment_id text,
    primary key (org_id, parcel_id),
    foreign key (org_id, order_id) references sales_order
);
create index on shipment_notice (org_id, order_id);
select protect('shipment_notice');

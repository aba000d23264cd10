-- What one act on a parcel asks of its siblings; it must not cost more the more of them there are.
create index parcel_in_work on parcel (org_id, fulfillment_order_id, status)
    where status in ('PLANNED', 'LABELLED', 'PICKED', 'SET_ASIDE');
create index parcel_on_its_way on parcel (org_id, order_id)
    where status = 'PACKED' and journey <> 'DELIVERED';
create index parcel_number on parcel (org_id, order_id, number);
drop index parcel_org_id_order_id_idx;
create index parcel_line_left on parcel_line (org_id, line_id, committed_at desc, parcel_id desc)
    where committed_at is not null;

-- Parcels that left before and hold the rest of kits which this one completes, and whether it
-- completes anything: what holds components alone is told with the parcel that completes them.
alter table shipment_notice
    add column together jsonb not null default '[]',
    add column completes_any boolean not null default true;
alter table shipment_notice no force row level security;
update shipment_notice set completes_any = false where lines = '[]';
alter table shipment_notice force row level security;

create or replace view unsent_tracking with (security_invoker = true) as
    select org_id, parcel_id, created_at from shipment_notice
    where sent_at is null and completes_any;

-- Units that were given up are not open any more.
create or replace view open_order with (security_invoker = true) as
    select o.org_id, o.order_id, o.status, o.placed_at,
        l.lines, l.units,
        coalesce((select jsonb_agg(jsonb_build_object('type', h.type, 'since',
                cast(extract(epoch from h.placed_at) as bigint)) order by h.hold_id)
            from order_hold h where h.org_id = o.org_id and h.order_id = o.order_id
                and h.released_at is null), '[]') as holds
    from sales_order o cross join lateral (
        select count(*) as lines,
            coalesce(sum(quantity_to_ship - quantity_shipped - quantity_cancelled), 0) as units
        from order_line l where l.org_id = o.org_id and l.order_id = o.order_id
            and l.quantity_to_ship > l.quantity_shipped + l.quantity_cancelled) l
    where o.status in ('RECEIVED', 'VALIDATED', 'ALLOCATED', 'PARTIALLY_ALLOCATED', 'BACKORDERED',
        'RELEASED', 'IN_FULFILLMENT', 'PARTIALLY_SHIPPED', 'CANCEL_REQUESTED');

-- What was derived from it before fills itself again.
truncate backlog, backlog_mark;

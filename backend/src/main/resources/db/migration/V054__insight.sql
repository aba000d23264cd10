-- What reports may read of orders, parcels and labels; the caller's row-level security holds here.
create view open_order with (security_invoker = true) as
    select o.org_id, o.order_id, o.status, o.placed_at,
        l.lines, l.units,
        coalesce((select jsonb_agg(jsonb_build_object('type', h.type, 'since',
                cast(extract(epoch from h.placed_at) as bigint)) order by h.hold_id)
            from order_hold h where h.org_id = o.org_id and h.order_id = o.order_id
                and h.released_at is null), '[]') as holds
    from sales_order o cross join lateral (
        select count(*) as lines,
            coalesce(sum(quantity_to_ship - quantity_shipped), 0) as units
        from order_line l where l.org_id = o.org_id and l.order_id = o.order_id
            and l.quantity_to_ship > l.quantity_shipped) l
    where o.status in ('RECEIVED', 'VALIDATED', 'ALLOCATED', 'PARTIALLY_ALLOCATED', 'BACKORDERED',
        'RELEASED', 'IN_FULFILLMENT', 'PARTIALLY_SHIPPED', 'CANCEL_REQUESTED');
grant select on open_order to ${app};

create view packed_line with (security_invoker = true) as
    select p.org_id, p.parcel_id, p.station_id, p.operator_id, p.packed_at, l.line_id,
        l.quantity - l.short as units
    from parcel p join parcel_line l on l.org_id = p.org_id and l.parcel_id = p.parcel_id
    where p.packed_at is not null;
grant select on packed_line to ${app};
create index parcel_packed on parcel (org_id, packed_at) where packed_at is not null;

create view short_line with (security_invoker = true) as
    select l.org_id, l.parcel_id, l.line_id, l.short as units, p.created_at
    from parcel_line l join parcel p on p.org_id = l.org_id and p.parcel_id = l.parcel_id
    where l.short > 0;
grant select on short_line to ${app};
create index parcel_line_short on parcel_line (org_id, parcel_id) where short > 0;

-- A failed label counts until its parcel is given another.
create view label_trouble with (security_invoker = true) as
    select l.org_id, l.label_id, l.state, l.changed_at from label l
    where l.state = 'UNKNOWN' or (l.state = 'FAILED' and not exists (select 1 from label n
        where n.org_id = l.org_id and n.parcel_id = l.parcel_id and n.attempt > l.attempt));
grant select on label_trouble to ${app};
create index label_in_trouble on label (org_id, state, changed_at) where state in ('UNKNOWN', 'FAILED');

create view open_discrepancy with (security_invoker = true) as
    select org_id, discrepancy_id, code, found_at from discrepancy where resolved_at is null;
grant select on open_discrepancy to ${app};

create view unread_delivery with (security_invoker = true) as
    select org_id, dead_letter_id, received_at from intake_dead_letter where replayed_at is null;
grant select on unread_delivery to ${app};

create view unsent_tracking with (security_invoker = true) as
    select org_id, parcel_id, created_at from shipment_notice where sent_at is null;
grant select on unsent_tracking to ${app};
create index shipment_notice_unsent on shipment_notice (org_id, created_at) where sent_at is null;

create view station_heard with (security_invoker = true) as
    select s.org_id, s.station_id, s.name, (select max(c.received_at) from station_command c
        where c.org_id = s.org_id and c.station_id = s.station_id) as last_heard
    from station s where s.active;
grant select on station_heard to ${app};
create index on station_command (org_id, station_id, received_at);

-- The backlog: one narrow row for each open order, derived from the orders by following the feed.
-- It may be emptied at any time; it fills itself again.
create table backlog (
    org_id uuid not null references org,
    order_id uuid not null,
    status text not null,
    placed_at timestamptz not null,
    lines int not null,
    units int not null,
    holds jsonb not null,
    primary key (org_id, order_id)
) with (fillfactor = 80);
select protect('backlog');

-- How far the feed was followed. Until it is filled, orders up to filled_to are in the backlog.
create table backlog_mark (
    org_id uuid not null references org,
    epoch text not null,
    xid xid8 not null,
    seq bigint not null,
    filled boolean not null default false,
    filled_to uuid,
    primary key (org_id)
) with (fillfactor = 50);
select protect('backlog_mark');

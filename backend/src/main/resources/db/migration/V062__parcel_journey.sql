-- Where a packed parcel is on its way. Apart from the status: a lost parcel stays a packed one.
alter table parcel
    add column journey text not null default 'HERE' check (journey in ('HERE', 'MANIFESTED',
        'ACCEPTED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED', 'EXCEPTION', 'RETURNED')),
    add column journey_at timestamptz,
    add constraint only_packed_ones_travel check (journey = 'HERE' or status = 'PACKED');

drop view parcel_stage;
create view parcel_stage with (security_invoker = true) as
    select p.org_id, p.parcel_id, p.order_id, p.fulfillment_order_id, p.station_id, p.status,
        p.journey, p.number, p.tote,
        (select l.state from label l where l.org_id = p.org_id and l.parcel_id = p.parcel_id
            order by l.attempt desc limit 1) as label_state,
        (select l.tracking_number from label l where l.org_id = p.org_id
            and l.parcel_id = p.parcel_id order by l.attempt desc limit 1) as tracking_number,
        (select count(*) from label_print r where r.org_id = p.org_id
            and r.parcel_id = p.parcel_id) as prints
    from parcel p;
grant select on parcel_stage to ${app};

-- Units that parcels in work take from a place: what replans must leave them alone.
create view parcel_claim with (security_invoker = true) as
    select p.org_id, p.order_id, l.line_id, l.location_id, l.quantity - l.short as units
    from parcel p
    join parcel_line l on l.org_id = p.org_id and l.parcel_id = p.parcel_id
    where p.status not in ('PACKED', 'CANCELLED') and l.quantity > l.short;
grant select on parcel_claim to ${app};

-- One part of an order: what one warehouse sends as one group. Splitting, moving and holding happen
-- here; the status of the order follows from its parts.
create table fulfillment_order (
    org_id uuid not null,
    fulfillment_order_id uuid not null,
    order_id uuid not null,
    number int not null check (number > 0),
    warehouse text not null default 'MAIN',
    ship_group text not null default '' check (length(ship_group) <= 80),
    state text not null default 'OPEN' check (state in ('OPEN', 'SCHEDULED', 'PICKING', 'PICKED',
        'PACKING', 'PACKED', 'SHIPPED', 'CANCELLED', 'EXCEPTION')),
    fulfill_at timestamptz,
    started_at timestamptz,
    -- Stock was asked for and there was too little.
    backordered_at timestamptz,
    merged_into uuid,
    created_at timestamptz not null default now(),
    changed_at timestamptz not null default now(),
    primary key (org_id, fulfillment_order_id),
    unique (org_id, order_id, number),
    foreign key (org_id, order_id) references sales_order,
    check (state <> 'SCHEDULED' or fulfill_at is not null)
);
create index fulfillment_order_scheduled on fulfillment_order (org_id, fulfill_at)
    where state = 'SCHEDULED';
select protect('fulfillment_order');

-- order_id is the order that was sold, which is another one when orders were merged into a parcel.
create table fulfillment_order_line (
    org_id uuid not null,
    fulfillment_order_id uuid not null,
    line_id uuid not null,
    order_id uuid not null,
    quantity int not null check (quantity >= 0),
    allocated int not null default 0,
    shipped int not null default 0,
    primary key (org_id, fulfillment_order_id, line_id),
    foreign key (org_id, fulfillment_order_id) references fulfillment_order,
    foreign key (org_id, line_id) references order_line,
    constraint promised_before_shipped check (
        shipped >= 0 and shipped <= allocated and allocated <= quantity)
) with (fillfactor = 80);
create index on fulfillment_order_line (org_id, order_id);
select protect('fulfillment_order_line');

alter table order_line
    add column quantity_cancelled int not null default 0,
    add constraint cancelled_is_not_shipped check (
        quantity_cancelled >= 0 and quantity_shipped + quantity_cancelled <= quantity_to_ship);

alter table sales_order
    add column cancel_requested_at timestamptz,
    add column cancelled_at timestamptz,
    add column closed_at timestamptz,
    add column backorder_policy text
        check (backorder_policy in ('SHIP_AVAILABLE', 'SHIP_COMPLETE', 'ASK')),
    drop constraint sales_order_status_check,
    add constraint sales_order_status_check check (status in ('RECEIVED', 'VALIDATED', 'ALLOCATED',
        'PARTIALLY_ALLOCATED', 'BACKORDERED', 'RELEASED', 'IN_FULFILLMENT', 'PARTIALLY_SHIPPED',
        'SHIPPED', 'DELIVERED', 'CLOSED', 'CANCEL_REQUESTED', 'CANCELLED', 'NOTHING_TO_SHIP'));
create index sales_order_to_release on sales_order (org_id, placed_at, order_id)
    where status in ('ALLOCATED', 'PARTIALLY_ALLOCATED', 'RELEASED', 'IN_FULFILLMENT',
        'PARTIALLY_SHIPPED');

alter table parcel add column fulfillment_order_id uuid;

-- The owner is under row-level security too: it rests while what was there before is carried over.
alter table sales_order no force row level security;
alter table order_line no force row level security;
alter table parcel no force row level security;
alter table reservation no force row level security;
alter table fulfillment_order no force row level security;
alter table fulfillment_order_line no force row level security;

create temporary table carried_over on commit drop as
    select o.org_id, o.order_id, o.status,
        exists (select 1 from parcel p where p.org_id = o.org_id and p.order_id = o.order_id
            and p.status not in ('PACKED', 'CANCELLED')) as on_the_floor,
        exists (select 1 from order_line l where l.org_id = o.org_id and l.order_id = o.order_id
            and l.quantity_shipped > 0) as some_shipped,
        exists (select 1 from order_line l where l.org_id = o.org_id and l.order_id = o.order_id
            and l.quantity_to_ship > l.quantity_shipped) as some_left
    from sales_order o
    where exists (select 1 from order_line l where l.org_id = o.org_id and l.order_id = o.order_id
        and l.quantity_to_ship > 0);

insert into fulfillment_order (org_id, fulfillment_order_id, order_id, number, state, started_at,
    backordered_at)
select org_id, uuidv7(), order_id, 1,
    case when status = 'CANCELLED' then 'CANCELLED'
        when some_shipped and not (on_the_floor and some_left) then 'SHIPPED'
        when some_shipped then 'PACKING'
        when on_the_floor then 'PICKING'
        when status in ('RELEASED', 'IN_FULFILLMENT') then 'PICKING'
        else 'OPEN' end,
    case when status = 'IN_FULFILLMENT' or some_shipped then now() end,
    case when status = 'BACKORDERED' then now() end
from carried_over;
insert into fulfillment_order (org_id, fulfillment_order_id, order_id, number, backordered_at)
select org_id, uuidv7(), order_id, 2, case when status <> 'ALLOCATED' then now() end
from carried_over
where some_shipped and some_left and not on_the_floor and status <> 'CANCELLED';

create temporary table promised on commit drop as
    select org_id, line_id, min(units) as units from (
        select org_id, line_id, item_id, sum(quantity + shipped) as units
        from reservation group by org_id, line_id, item_id) each_item
    group by org_id, line_id;

insert into fulfillment_order_line (org_id, fulfillment_order_id, line_id, order_id, quantity,
    allocated, shipped)
select f.org_id, f.fulfillment_order_id, l.line_id, l.order_id, n.quantity,
    greatest(n.shipped, least(n.quantity,
        coalesce(p.units, 0) - case when f.number = 2 then l.quantity_shipped else 0 end)),
    n.shipped
from fulfillment_order f
join carried_over c on c.org_id = f.org_id and c.order_id = f.order_id
join order_line l on l.org_id = f.org_id and l.order_id = f.order_id
left join promised p on p.org_id = l.org_id and p.line_id = l.line_id
cross join lateral (select
    case when f.number = 2 then l.quantity_to_ship - l.quantity_shipped
        when f.state = 'SHIPPED' then l.quantity_shipped
        else l.quantity_to_ship end as quantity,
    case when f.number = 2 then 0 else l.quantity_shipped end as shipped) n
where n.quantity > 0;

update order_line l set quantity_cancelled = l.quantity_to_ship - l.quantity_shipped
from sales_order o
where o.org_id = l.org_id and o.order_id = l.order_id and o.status = 'CANCELLED';
update sales_order set cancelled_at = now() where status = 'CANCELLED';
update parcel p set fulfillment_order_id = f.fulfillment_order_id
from fulfillment_order f
where f.org_id = p.org_id and f.order_id = p.order_id and f.number = 1;

alter table sales_order force row level security;
alter table order_line force row level security;
alter table parcel force row level security;
alter table reservation force row level security;
alter table fulfillment_order force row level security;
alter table fulfillment_order_line force row level security;

alter table parcel
    alter column fulfillment_order_id set not null,
    add foreign key (org_id, fulfillment_order_id) references fulfillment_order;
create index on parcel (org_id, fulfillment_order_id);

-- Fulfillment: what orders may know of parcels.
create view parcel_stage with (security_invoker = true) as
    select org_id, parcel_id, order_id, fulfillment_order_id, station_id, status from parcel;
grant select on parcel_stage to ${app};

-- What a hold is about, and when it ends by itself.
alter table order_hold
    add column scope text not null default 'ORDER'
        check (scope in ('ORDER', 'FULFILLMENT_ORDER', 'LINE')),
    add column subject_id uuid,
    add column until timestamptz,
    add constraint subject_of_scope check ((scope = 'ORDER') = (subject_id is null));
create index order_hold_until on order_hold (org_id, until)
    where released_at is null and until is not null;

-- Holds on what is sold instead of on who bought it: every order with it waits, those that come
-- later as well. A hold without a lot is on all lots.
create table stock_hold (
    org_id uuid not null references org,
    stock_hold_id uuid not null,
    sku text not null,
    lot text,
    type text not null,
    reason text not null,
    placed_by text not null,
    placed_at timestamptz not null default now(),
    until timestamptz,
    released_by text,
    released_at timestamptz,
    primary key (org_id, stock_hold_id)
);
create index on stock_hold (org_id, sku) where released_at is null;
select protect('stock_hold');
create index order_line_sku on order_line (org_id, sku, order_id);

-- The lines that holds on stock keep back now.
create view stock_held_line with (security_invoker = true) as
    select l.org_id, l.order_id, l.line_id, h.stock_hold_id, h.type, h.reason, h.placed_by,
        h.placed_at, h.lot
    from stock_hold h
    join order_line l on l.org_id = h.org_id and l.sku = h.sku
    where h.released_at is null
        and l.quantity_to_ship > l.quantity_shipped + l.quantity_cancelled
        and (h.lot is null or exists (select 1 from reservation r where r.org_id = l.org_id
            and r.order_id = l.order_id and r.line_id = l.line_id and r.lot = h.lot
            and r.quantity > 0));
grant select on stock_held_line to ${app};

create or replace view held_order with (security_invoker = true) as
    select org_id, order_id from order_hold where released_at is null
    union all
    select org_id, order_id from stock_held_line;

-- The parts that some hold keeps from going on.
create view held_part with (security_invoker = true) as
    select l.org_id, l.fulfillment_order_id
    from fulfillment_order_line l
    join order_hold h on h.org_id = l.org_id and h.order_id = l.order_id
    where h.released_at is null and (h.scope = 'ORDER'
        or (h.scope = 'FULFILLMENT_ORDER' and h.subject_id = l.fulfillment_order_id)
        or (h.scope = 'LINE' and h.subject_id = l.line_id))
    union all
    select l.org_id, l.fulfillment_order_id
    from fulfillment_order_line l
    join stock_held_line s on s.org_id = l.org_id and s.line_id = l.line_id;
grant select on held_part to ${app};

-- What an organisation does when there is too little stock.
create table order_policy (
    org_id uuid not null references org,
    backorder text not null check (backorder in ('SHIP_AVAILABLE', 'SHIP_COMPLETE', 'ASK')),
    changed_by text not null,
    changed_at timestamptz not null default now(),
    primary key (org_id)
);
select protect('order_policy');

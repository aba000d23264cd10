-- What a feature lets others join with, so that its tables stay its own. The caller's row-level
-- security holds in them as well.

-- Orders: one row for each hold that keeps an order from going on.
create view held_order with (security_invoker = true) as
    select org_id, order_id from order_hold where released_at is null;
grant select on held_order to ${app};

-- Catalog: what people call an item and a location.
create view item_name with (security_invoker = true) as
    select org_id, item_id, sku, title from item;
grant select on item_name to ${app};
create view location_name with (security_invoker = true) as
    select org_id, location_id, name from location;
grant select on location_name to ${app};

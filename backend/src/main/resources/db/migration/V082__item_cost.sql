-- Catalog: what one unit of an item costs; null while nobody said. For approvals of corrections.
create view item_cost with (security_invoker = true) as
    select org_id, item_id, unit_cost_minor, cost_currency from item;
grant select on item_cost to ${app};

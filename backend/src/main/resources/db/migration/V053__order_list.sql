-- The list of one channel's orders, newest first. The list of one status has its index already.
create index on sales_order (org_id, channel_id, order_id);
-- A channel belongs to one organization: without knowing that, the database expects a hundredth of
-- its orders where there are a hundred organizations.
create statistics order_channel (dependencies) on org_id, channel_id from sales_order;

-- The list of one channel's orders, newest first. The list of one status has its index already.
create index on sales_order (org_id, channel_id, order_id);

-- Which of an order's addresses a label was bought for is told by a number: by their times, a clock
-- that is set back makes a new label look like one for an old address, and the other way round.
alter table sales_order add column address_revision int not null default 0;
alter table label add column address_revision int not null default 0;
update sales_order set address_revision = 1 where address_changed_at is not null;
update label l set address_revision = 1
from parcel p
join sales_order o on o.org_id = p.org_id and o.order_id = p.order_id
where p.org_id = l.org_id and p.parcel_id = l.parcel_id and l.created_at >= o.address_changed_at;
alter table sales_order drop column address_changed_at;

-- Where the lines of a merged order went, and the order by which a channel knows a moved line: its
-- tracking numbers are told for that one.
alter table sales_order
    add column merged_into uuid,
    add foreign key (org_id, merged_into) references sales_order;
alter table order_line
    add column sold_in uuid,
    add foreign key (org_id, sold_in) references sales_order;
create index order_line_sold_in on order_line (org_id, sold_in) where sold_in is not null;
create index shipment_notice_sold on shipment_notice (org_id, order_id, parcel_id);
drop index shipment_notice_org_id_order_id_idx;

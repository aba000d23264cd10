-- Rows that change soon after they were written, in columns without an index: with room on their page
-- they are changed there, and no index gets a new entry. It holds for pages filled from now on.
alter table fulfillment_order set (fillfactor = 70);
alter table order_line set (fillfactor = 80);
alter table parcel set (fillfactor = 70);
alter table parcel_line set (fillfactor = 60);
alter table parcel_pick set (fillfactor = 50);
alter table reservation set (fillfactor = 60);

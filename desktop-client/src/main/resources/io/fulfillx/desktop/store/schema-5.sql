-- Version 5. plate = the number on the plate under which the parcel waits for its carrier's label.
alter table work add column plate text;

-- Version 2. ahead = printed in a batch before its parcel was packed, and not scanned since.
alter table print_job add column ahead integer not null default 0;

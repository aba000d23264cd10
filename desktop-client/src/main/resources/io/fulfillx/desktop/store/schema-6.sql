-- Version 6. number = the carrier's number that was burned here for the parcel.
alter table work add column number text;

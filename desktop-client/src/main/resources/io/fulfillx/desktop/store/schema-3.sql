-- Version 3. sent = its last byte is known to have left; reported = a journal row tells the server of it.
alter table print_job add column sent integer not null default 0;
alter table print_job add column reported integer not null default 0;
update print_job set reported = 1
    where outcome = 'PRINTED' and (ahead = 0 or parcel_id not in (select parcel_id from job));

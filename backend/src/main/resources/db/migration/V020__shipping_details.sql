-- What the carrier is told about size, the walking order within a wave, and why a parcel that was
-- planned still has no label. The sweep that tries such parcels again reads the partial index.
alter table parcel
    add column length_mm int not null default 200 check (length_mm between 1 and 5000),
    add column width_mm int not null default 150 check (width_mm between 1 and 5000),
    add column height_mm int not null default 100 check (height_mm between 1 and 5000),
    add column wave_position int not null default 0,
    add column obstacle text;
create index parcel_waiting on parcel (org_id, parcel_id)
    where status = 'PLANNED' and obstacle is not null;

-- A person's decision about a discrepancy.
alter table discrepancy
    add column resolution text check (resolution in ('PUT_BACK', 'SHIP_ANYWAY', 'NOTED')),
    add column note text not null default '';
create index discrepancy_open on discrepancy (org_id, discrepancy_id) where resolved_at is null;

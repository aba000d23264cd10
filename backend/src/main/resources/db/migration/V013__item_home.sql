-- Where an item usually lies.
alter table item add column home_location_id uuid;
alter table item add foreign key (org_id, home_location_id) references location;
create index on item (org_id, home_location_id);

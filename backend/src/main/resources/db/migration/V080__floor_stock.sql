-- A parcel's content by part: units of one item, from one place and lot, for one order line. A
-- line may have several parts, and a kit's line has one for each component. The part that a line
-- begins with has the line's id.
alter table parcel_line
    add column part_id uuid,
    add column item_id uuid,
    add column lot text not null default '';

-- The owner is under row-level security too: it rests for this.
alter table parcel_line no force row level security;
alter table order_line no force row level security;
update parcel_line p set item_id = l.item_id,
    part_id = case when n.position = 1 then p.line_id else gen_random_uuid() end
from order_line l,
    (select org_id, parcel_id, line_id, location_id,
        row_number() over (partition by org_id, parcel_id, line_id order by location_id) as position
     from parcel_line) n
where l.org_id = p.org_id and l.line_id = p.line_id and n.org_id = p.org_id
    and n.parcel_id = p.parcel_id and n.line_id = p.line_id and n.location_id = p.location_id;
alter table order_line force row level security;
alter table parcel_line force row level security;

alter table parcel_line
    alter column part_id set not null,
    alter column item_id set not null,
    drop constraint parcel_line_pkey,
    add primary key (org_id, parcel_id, part_id),
    add foreign key (org_id, item_id) references item;

-- What of a part lies in which tote, until it leaves or is put back.
create table parcel_pick (
    org_id uuid not null,
    parcel_id uuid not null,
    part_id uuid not null,
    tote_id uuid not null,
    lot text not null,
    units int not null check (units >= 0),
    serials jsonb not null default '[]',
    primary key (org_id, parcel_id, part_id, tote_id, lot),
    foreign key (org_id, parcel_id, part_id) references parcel_line,
    foreign key (org_id, tote_id) references location
);
select protect('parcel_pick');

-- What one of a virtual kit was made of when it was promised to a line; a later change of the kit
-- does not change the promise.
create table reservation_kit (
    org_id uuid not null,
    line_id uuid not null,
    order_id uuid not null,
    item_id uuid not null,
    units int not null check (units between 1 and 10000),
    primary key (org_id, line_id, item_id),
    foreign key (org_id, item_id) references item
);
create index on reservation_kit (org_id, order_id);
select protect('reservation_kit');

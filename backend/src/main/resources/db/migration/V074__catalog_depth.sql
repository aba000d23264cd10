-- What is known of an item beyond name, weight and size, and who changed it when.
alter table item
    add column version int not null default 1 check (version > 0),
    add column archived_at timestamptz,
    add column details jsonb not null default '{}',
    add column unit_cost_minor bigint check (unit_cost_minor between 0 and 1000000000000),
    add column cost_currency text check (cost_currency ~ '^[A-Z]{3}$'),
    add constraint cost_has_a_currency
        check ((unit_cost_minor is null) = (cost_currency is null));

-- The barcode of a case counts as so many units; that of the item as one.
alter table item_barcode
    add column units int not null default 1 check (units between 1 and 1000000),
    add column uom text not null default '' check (uom = '' or uom ~ '^[A-Z0-9]{1,12}$');

create table item_change (
    org_id uuid not null,
    item_id uuid not null,
    version int not null,
    at timestamptz not null default now(),
    actor text not null,
    what text not null check (what in ('CREATED', 'CHANGED', 'ARCHIVED', 'UNARCHIVED')),
    changes jsonb not null,
    primary key (org_id, item_id, version),
    foreign key (org_id, item_id) references item
);
select protect('item_change');

-- The pictures lie in the object store under their ids.
create table item_image (
    org_id uuid not null,
    image_id uuid not null,
    item_id uuid not null,
    media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/webp')),
    width_px int not null check (width_px between 1 and 8000),
    height_px int not null check (height_px between 1 and 8000),
    size_bytes int not null check (size_bytes > 0),
    sha256 text not null,
    added_by text not null,
    added_at timestamptz not null default now(),
    primary key (org_id, image_id),
    unique (org_id, item_id, sha256),
    foreign key (org_id, item_id) references item
);
select protect('item_image');

-- The sides above are the inner ones, into which things are packed.
alter table carton
    add column outer_length_mm int check (outer_length_mm between 1 and 5000),
    add column outer_width_mm int check (outer_width_mm between 1 and 5000),
    add column outer_height_mm int check (outer_height_mm between 1 and 5000),
    add column archived_at timestamptz;

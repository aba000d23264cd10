create table location (
    org_id uuid not null references org,
    location_id uuid not null,
    name text not null check (length(name) between 1 and 40),
    created_at timestamptz not null default now(),
    primary key (org_id, location_id),
    unique (org_id, name)
);
select protect('location');

create table item (
    org_id uuid not null references org,
    item_id uuid not null,
    sku text not null check (length(sku) between 1 and 128),
    title text not null,
    weight_grams int not null check (weight_grams between 0 and 1000000),
    length_mm int check (length_mm between 1 and 5000),
    width_mm int check (width_mm between 1 and 5000),
    height_mm int check (height_mm between 1 and 5000),
    created_at timestamptz not null default now(),
    primary key (org_id, item_id),
    unique (org_id, sku)
);
select protect('item');

create table item_barcode (
    org_id uuid not null,
    barcode text not null check (length(barcode) between 1 and 80),
    item_id uuid not null,
    primary key (org_id, barcode),
    foreign key (org_id, item_id) references item
);
create index on item_barcode (org_id, item_id);
select protect('item_barcode');

create table carton (
    org_id uuid not null references org,
    code text not null check (code ~ '^[A-Z0-9]{1,24}$'),
    name text not null,
    length_mm int not null check (length_mm between 1 and 5000),
    width_mm int not null check (width_mm between 1 and 5000),
    height_mm int not null check (height_mm between 1 and 5000),
    tare_grams int not null check (tare_grams between 0 and 100000),
    max_grams int not null check (max_grams between 1 and 1000000),
    primary key (org_id, code)
);
select protect('carton');

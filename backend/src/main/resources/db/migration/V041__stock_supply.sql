-- What one kit holds. A virtual kit has no stock of its own: promising it promises its components.
create table kit_component (
    org_id uuid not null,
    kit_id uuid not null,
    item_id uuid not null,
    units int not null check (units between 1 and 10000),
    primary key (org_id, kit_id, item_id),
    foreign key (org_id, kit_id) references item,
    foreign key (org_id, item_id) references item,
    check (kit_id <> item_id)
);
create index on kit_component (org_id, item_id);
select protect('kit_component');

create table kit (
    org_id uuid not null,
    kit_id uuid not null,
    is_virtual boolean not null,
    primary key (org_id, kit_id),
    foreign key (org_id, kit_id) references item
);
select protect('kit');

-- Units of a warehouse that are kept back.
create table stock_safety (
    org_id uuid not null,
    item_id uuid not null,
    warehouse text not null,
    units int not null check (units between 0 and 1000000),
    primary key (org_id, item_id, warehouse),
    foreign key (org_id, item_id) references item
);
select protect('stock_safety');

-- What will come in, and what was promised from it.
create table stock_outlook (
    org_id uuid not null,
    outlook_id uuid not null,
    kind text not null check (kind in ('INCOMING', 'BACKORDER')),
    item_id uuid not null,
    warehouse text not null,
    units int not null check (units between 1 and 1000000),
    due_on date not null,
    confirmed boolean not null default true,
    reference text not null default '' check (length(reference) <= 80),
    closed_at timestamptz,
    created_at timestamptz not null default now(),
    primary key (org_id, outlook_id),
    foreign key (org_id, item_id) references item
);
create index on stock_outlook (org_id, item_id, due_on) where closed_at is null;
select protect('stock_outlook');

-- How much of the stock a channel may show. The rule for one item goes before the one for all.
create table channel_stock_rule (
    org_id uuid not null references org,
    channel_id uuid not null,
    sku text not null default '',
    share_percent int not null default 100 check (share_percent between 0 and 100),
    buffer int not null default 0 check (buffer between 0 and 1000000),
    cap int check (cap between 0 and 1000000),
    floor int not null default 0 check (floor between 0 and 1000000),
    warehouses jsonb not null default '[]',
    primary key (org_id, channel_id, sku)
);
select protect('channel_stock_rule');

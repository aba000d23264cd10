create table channel (
    org_id uuid not null references org,
    channel_id uuid not null,
    kind text not null,
    shop_domain text not null,
    base_url text not null,
    access_token bytea not null,
    webhook_secret bytea not null,
    created_at timestamptz not null default now(),
    primary key (org_id, channel_id),
    unique (org_id, shop_domain)
);
select protect('channel');

create table webhook_delivery (
    org_id uuid not null,
    channel_id uuid not null,
    webhook_id text not null,
    topic text not null,
    received_at timestamptz not null default now(),
    primary key (org_id, channel_id, webhook_id),
    foreign key (org_id, channel_id) references channel
);
select protect('webhook_delivery');

-- What arrived signed but could not be understood; a person can look at it and replay it.
create table intake_dead_letter (
    org_id uuid not null,
    dead_letter_id uuid not null,
    channel_id uuid not null,
    body bytea not null,
    body_sha256 text not null,
    problem text not null,
    received_at timestamptz not null default now(),
    replayed_at timestamptz,
    primary key (org_id, dead_letter_id),
    unique (org_id, channel_id, body_sha256),
    foreign key (org_id, channel_id) references channel
);
select protect('intake_dead_letter');

create table order_number (
    org_id uuid not null references org,
    last_number bigint not null,
    primary key (org_id)
);
select protect('order_number');

create table sales_order (
    org_id uuid not null,
    order_id uuid not null,
    channel_id uuid not null,
    channel_order_id text not null,
    name text not null,
    number bigint not null,
    status text not null check (status in ('RECEIVED', 'ALLOCATED', 'BACKORDERED', 'RELEASED',
        'IN_FULFILLMENT', 'PARTIALLY_SHIPPED', 'SHIPPED', 'CANCELLED', 'NOTHING_TO_SHIP')),
    placed_at timestamptz not null,
    received_at timestamptz not null default now(),
    currency text not null,
    total_minor bigint not null,
    email text,
    payment text not null,
    ship_to jsonb,
    requested_service text,
    chosen_service text,
    chosen_carton text,
    note text,
    tags jsonb not null default '[]',
    version bigint not null default 1,
    primary key (org_id, order_id),
    unique (org_id, channel_id, channel_order_id),
    unique (org_id, number),
    foreign key (org_id, channel_id) references channel
);
create index on sales_order (org_id, status, order_id);
select protect('sales_order');

create table order_line (
    org_id uuid not null,
    line_id uuid not null,
    order_id uuid not null,
    position int not null,
    channel_line_id text not null,
    sku text,
    title text not null,
    item_id uuid,
    quantity_ordered int not null check (quantity_ordered >= 0),
    quantity_to_ship int not null check (quantity_to_ship >= 0),
    quantity_shipped int not null default 0 check (quantity_shipped between 0 and quantity_to_ship),
    unit_weight_grams int not null,
    price_minor bigint not null,
    requires_shipping boolean not null,
    primary key (org_id, line_id),
    foreign key (org_id, order_id) references sales_order,
    foreign key (org_id, item_id) references item
);
create index on order_line (org_id, order_id);
select protect('order_line');

create table order_hold (
    org_id uuid not null,
    hold_id uuid not null,
    order_id uuid not null,
    type text not null,
    reason text not null,
    placed_by text not null,
    placed_at timestamptz not null default now(),
    released_by text,
    released_at timestamptz,
    primary key (org_id, hold_id),
    foreign key (org_id, order_id) references sales_order
);
create index on order_hold (org_id, order_id);
create index order_held on order_hold (org_id, order_id) where released_at is null;
select protect('order_hold');

create table order_note (
    org_id uuid not null,
    note_id uuid not null,
    order_id uuid not null,
    text text not null check (length(text) between 1 and 4000),
    author text not null,
    written_at timestamptz not null default now(),
    primary key (org_id, note_id),
    foreign key (org_id, order_id) references sales_order
);
create index on order_note (org_id, order_id);
select protect('order_note');

create table order_history (
    org_id uuid not null,
    history_id uuid not null,
    order_id uuid not null,
    at timestamptz not null default now(),
    actor text not null,
    what text not null,
    detail text not null,
    correlation_id text not null,
    primary key (org_id, history_id),
    foreign key (org_id, order_id) references sales_order
);
create index on order_history (org_id, order_id, history_id);
select protect('order_history');
revoke update, delete on order_history from ${app};
create trigger append_only before update or delete on order_history
    for each row execute function refuse_change();

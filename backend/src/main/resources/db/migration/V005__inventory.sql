-- The counter. Its check holds even against a bug: what is reserved is always on hand.
create table stock_level (
    org_id uuid not null,
    item_id uuid not null,
    location_id uuid not null,
    on_hand int not null default 0,
    reserved int not null default 0,
    primary key (org_id, item_id, location_id),
    foreign key (org_id, item_id) references item,
    foreign key (org_id, location_id) references location,
    constraint never_oversold check (reserved between 0 and on_hand)
) with (fillfactor = 60);
select protect('stock_level');

-- The truth: every movement once, never changed. Levels can be replayed from it.
create table stock_ledger (
    org_id uuid not null,
    entry_id uuid not null,
    item_id uuid not null,
    location_id uuid not null,
    kind text not null check (kind in ('RECEIVE', 'RESERVE', 'RELEASE', 'COMMIT_SHIP', 'ADJUST', 'DAMAGE')),
    on_hand_delta int not null,
    reserved_delta int not null,
    subject_id uuid,
    movement_key text not null,
    actor text not null,
    reason text not null default '',
    recorded_at timestamptz not null default now(),
    primary key (org_id, entry_id),
    unique (org_id, movement_key),
    foreign key (org_id, item_id) references item,
    foreign key (org_id, location_id) references location
);
create index on stock_ledger (org_id, item_id, entry_id);
select protect('stock_ledger');
revoke update, delete on stock_ledger from ${app};
create trigger append_only before update or delete on stock_ledger
    for each row execute function refuse_change();

create table reservation (
    org_id uuid not null,
    order_id uuid not null,
    line_id uuid not null,
    item_id uuid not null,
    location_id uuid not null,
    quantity int not null check (quantity >= 0),
    primary key (org_id, line_id, location_id),
    foreign key (org_id, item_id, location_id) references stock_level
);
create index on reservation (org_id, order_id);
select protect('reservation');

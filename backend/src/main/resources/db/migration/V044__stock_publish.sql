-- How far the ledger was looked through for channels. Rows are read below every open transaction,
-- so none that commits late is missed.
create table stock_publish_mark (
    org_id uuid not null references org,
    xid xid8 not null,
    entry_id uuid not null,
    primary key (org_id)
);
select protect('stock_publish_mark');

-- What each channel is to be told of an item: the newest number only.
create table channel_stock_job (
    org_id uuid not null,
    channel_id uuid not null,
    item_id uuid not null,
    shown int not null,
    version bigint not null default 1,
    queued_at timestamptz not null default now(),
    primary key (org_id, channel_id, item_id),
    foreign key (org_id, item_id) references item
);
select protect('channel_stock_job');

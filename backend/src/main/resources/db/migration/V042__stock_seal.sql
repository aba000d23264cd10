-- Blocks of ledger rows with their hashes, each signed and bound to the block before.
create table stock_seal (
    org_id uuid not null references org,
    block bigint not null check (block > 0),
    last_xid xid8 not null,
    last_entry uuid not null,
    entries bytea not null,
    previous bytea not null,
    hash bytea not null,
    signature bytea not null,
    key_id text not null,
    sealed_at timestamptz not null default now(),
    primary key (org_id, block)
);
select protect('stock_seal');
revoke update, delete on stock_seal from ${app};
create trigger append_only before update or delete on stock_seal
    for each row execute function refuse_change();

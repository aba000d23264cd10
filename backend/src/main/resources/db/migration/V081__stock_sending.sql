-- How far each channel was told of each item. What is newest is sent; what was overtaken is not.
alter table channel_stock_job
    add column state text not null default 'WAITING'
        check (state in ('WAITING', 'SENT', 'UNLISTED', 'DEAD')),
    add column attempts int not null default 0,
    add column next_at timestamptz not null default now(),
    add column last_error text not null default '',
    add column sent_version bigint not null default 0,
    add column sent_at timestamptz;
create index channel_stock_waiting on channel_stock_job (org_id, channel_id, next_at)
    where state = 'WAITING';

-- One sender at a time speaks to a channel, so that figures arrive in their order. The number of
-- the lease tells a sender that another took over. The place is the shop's own id of a location.
create table channel_stock_link (
    org_id uuid not null references org,
    channel_id uuid not null,
    place text check (length(place) between 1 and 200),
    lease bigint not null default 0,
    leased_until timestamptz not null default now(),
    attempts int not null default 0,
    next_at timestamptz not null default now(),
    last_error text not null default '',
    primary key (org_id, channel_id)
);
select protect('channel_stock_link');

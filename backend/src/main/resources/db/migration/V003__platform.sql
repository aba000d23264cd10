create table idempotency_key (
    org_id uuid not null references org,
    route text not null,
    key text not null,
    body_sha256 text not null,
    status int,
    media_type text,
    response bytea,
    created_at timestamptz not null default now(),
    primary key (org_id, route, key)
);
select protect('idempotency_key');

create table outbox (
    org_id uuid not null references org,
    outbox_id uuid not null,
    topic text not null,
    subject_id uuid not null,
    correlation_id text not null,
    status text not null check (status in ('PENDING', 'DONE', 'DEAD')),
    attempts int not null default 0,
    next_at timestamptz not null,
    last_error text not null default '',
    created_at timestamptz not null default now(),
    primary key (org_id, outbox_id)
);
create index outbox_due on outbox (org_id, topic, next_at) where status = 'PENDING';
create index outbox_dead on outbox (org_id, outbox_id) where status = 'DEAD';
select protect('outbox');

create table event (
    org_id uuid not null references org,
    xid xid8 not null default pg_current_xact_id(),
    seq bigint generated always as identity,
    kind text not null,
    subject_id uuid not null,
    station_id uuid,
    created_at timestamptz not null default now(),
    primary key (org_id, xid, seq)
);
select protect('event');

create table order_import (
    org_id uuid not null references org,
    import_id uuid not null,
    name text not null,
    layout jsonb not null,
    channel_id uuid not null,
    actor text not null,
    state text not null check (state in ('UPLOADING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    parts int not null default 0,
    bytes bigint not null default 0,
    records bigint not null default 0,
    received bigint not null default 0,
    known bigint not null default 0,
    refused bigint not null default 0,
    problem text,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz,
    leased_by text,
    leased_until timestamptz,
    primary key (org_id, import_id),
    foreign key (org_id, channel_id) references channel
);
create index order_import_running on order_import (org_id, import_id) where state = 'RUNNING';
select protect('order_import');

create table order_import_part (
    org_id uuid not null,
    import_id uuid not null,
    part int not null,
    bytes int not null,
    sha256 text not null,
    primary key (org_id, import_id, part),
    foreign key (org_id, import_id) references order_import
);
select protect('order_import_part');

-- What was not taken in, and why, row by row.
create table order_import_error (
    org_id uuid not null,
    import_id uuid not null,
    line bigint not null,
    place int not null,
    order_key text not null,
    field text not null,
    detail text not null,
    primary key (org_id, import_id, line, place),
    foreign key (org_id, import_id) references order_import
);
select protect('order_import_error');

-- Numbers that stations made, as their carrier is told of them.
create table manifest (
    org_id uuid not null,
    manifest_id uuid not null,
    carrier text not null,
    state text not null check (state in ('OPEN', 'CLOSED', 'REPORTED')),
    opened_at timestamptz not null,
    closed_at timestamptz,
    reported_at timestamptz,
    attempts int not null default 0,
    next_at timestamptz,
    problem text not null default '',
    primary key (org_id, manifest_id)
);
create unique index one_open_manifest on manifest (org_id, carrier) where state = 'OPEN';
create index manifest_to_report on manifest (org_id, state) where state <> 'REPORTED';
select protect('manifest');

create table manifest_line (
    org_id uuid not null,
    manifest_id uuid not null,
    carrier text not null,
    tracking_number text not null,
    parcel_id uuid not null,
    service text not null,
    postal_code text not null,
    grams int not null check (grams >= 0),
    state text not null default 'WAITING' check (state in ('WAITING', 'ACCEPTED', 'REFUSED')),
    refusal text not null default '',
    primary key (org_id, manifest_id, tracking_number),
    -- Nothing is reported twice, whatever the code does.
    unique (org_id, carrier, tracking_number),
    foreign key (org_id, manifest_id) references manifest,
    foreign key (org_id, parcel_id) references parcel
);
select protect('manifest_line');

alter table order_task
    drop constraint order_task_kind_check,
    add constraint order_task_kind_check check (kind in ('EMPTY_TOTE', 'UNPACK', 'HOLD_SHELF',
        'DESTROY_LABEL', 'VOID_LABEL', 'RECOUNT', 'RETURN', 'LABEL_PARCEL', 'REFUSED_NUMBER'));

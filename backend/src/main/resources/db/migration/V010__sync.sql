create table station_journal (
    org_id uuid not null,
    station_id uuid not null,
    epoch text not null,
    last_n bigint not null default 0,
    primary key (org_id, station_id, epoch),
    foreign key (org_id, station_id) references station
);
select protect('station_journal');

create table station_command (
    org_id uuid not null,
    command_id uuid not null,
    station_id uuid not null,
    epoch text not null,
    n bigint not null,
    operator_id uuid not null,
    recorded_at timestamptz not null,
    received_at timestamptz not null default now(),
    correlation_id text not null,
    command jsonb not null,
    verdict text not null,
    code text,
    primary key (org_id, command_id),
    unique (org_id, station_id, epoch, n),
    foreign key (org_id, station_id) references station
);
select protect('station_command');
revoke update, delete on station_command from ${app};

-- A physical fact that contradicts what the server knows, waiting for a person.
create table discrepancy (
    org_id uuid not null,
    discrepancy_id uuid not null,
    parcel_id uuid not null,
    command_id uuid not null,
    code text not null,
    detail text not null,
    found_at timestamptz not null default now(),
    resolved_at timestamptz,
    resolved_by text,
    primary key (org_id, discrepancy_id),
    unique (org_id, command_id),
    foreign key (org_id, command_id) references station_command
);
select protect('discrepancy');

-- The station's store, version 1. Times are ISO-8601 UTC text, ids canonical UUID text.
create table meta (key text primary key, value text not null) without rowid;

-- Newest job of each parcel as the server sent it. stale = not seen again since a feed reset.
create table job (
    parcel_id text primary key,
    version integer not null,
    state text not null,
    stale integer not null default 0,
    json text not null
) without rowid;

-- What this station did with a parcel.
create table work (
    parcel_id text primary key,
    stage text not null,
    tote text,
    carton text,
    weight_grams integer,
    reason text,
    finished_at text
) without rowid;
create table work_line (
    parcel_id text not null references work (parcel_id) on delete cascade,
    line_id text not null,
    picked integer not null check (picked >= 0),
    missing integer not null check (missing >= 0),
    damaged integer not null check (damaged >= 0),
    verified integer not null check (verified >= 0),
    primary key (parcel_id, line_id)
) without rowid;

-- Confirmed acts, gapless within an epoch. held = the newest row, may still be undone.
create table journal (
    epoch text not null,
    n integer not null check (n >= 1),
    command_id text not null unique,
    parcel_id text not null,
    json text not null,
    recorded_at text not null,
    held integer not null default 0,
    verdict text,
    code text,
    answered_at text,
    primary key (epoch, n)
) without rowid;
create index journal_unsent on journal (epoch, n) where verdict is null;
create index journal_parcel on journal (parcel_id) where verdict is null;

-- Every attempt to print. A row without outcome was cut off by a crash.
create table print_job (
    job_id text primary key,
    parcel_id text not null,
    tracking_number text not null,
    printer text not null,
    copy integer not null,
    odometer integer,
    intent_at text not null,
    outcome text,
    detail text,
    outcome_at text
);
create index print_job_parcel on print_job (parcel_id);

create table operator (operator_id text primary key, json text not null) without rowid;
create table pin_attempt (
    operator_id text primary key,
    failures integer not null,
    locked_until text not null
) without rowid;
create table carton (code text primary key, place integer not null, json text not null) without rowid;

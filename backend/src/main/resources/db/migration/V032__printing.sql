-- Printers that the server drives, and the labels that it prints on them a wave at a time.
create table printer (
    org_id uuid not null,
    printer_id uuid not null,
    name text not null,
    address text not null,
    profile text not null,
    active boolean not null default true,
    -- One server process at a time drives a printer and renews its lease while it lives.
    leased_by text,
    leased_until timestamptz,
    -- What the printer said last, told by the process that drives it.
    condition text,
    condition_at timestamptz,
    created_at timestamptz not null default now(),
    primary key (org_id, printer_id)
);
create unique index printer_name on printer (org_id, name) where active;
create unique index printer_address on printer (org_id, address) where active;
select protect('printer');

create table print_batch (
    org_id uuid not null,
    print_batch_id uuid not null,
    wave_id uuid not null,
    state text not null check (state in ('RUNNING', 'PAUSED', 'CANCELLED', 'DONE')),
    created_by text not null,
    created_at timestamptz not null default now(),
    finished_at timestamptz,
    primary key (org_id, print_batch_id),
    foreign key (org_id, wave_id) references wave
);
create index on print_batch (org_id, wave_id);
select protect('print_batch');

create table print_batch_label (
    org_id uuid not null,
    print_label_id uuid not null,
    print_batch_id uuid not null,
    -- The place in the wave's walk.
    seq int not null check (seq > 0),
    parcel_id uuid not null,
    tracking_number text not null,
    printer_id uuid not null,
    -- Where it shall go as soon as its printer's queue has given it back.
    move_to uuid,
    state text not null default 'WAITING'
        check (state in ('WAITING', 'SENT', 'PRINTED', 'REPRINTED', 'NOT_PRINTED', 'UNKNOWN')),
    -- 1 for the first sheet, more for sheets that a person asked for, who is named below.
    copy int not null check (copy > 0),
    -- Stands in the queue of the process that drives its printer, under this job.
    queued boolean not null default false,
    job_id uuid,
    attempts int not null default 0,
    evidence text not null default '',
    reason text not null default '',
    asked_by text,
    asked_reason text,
    changed_at timestamptz not null default now(),
    primary key (org_id, print_label_id),
    unique (org_id, print_batch_id, seq),
    foreign key (org_id, print_batch_id) references print_batch,
    foreign key (org_id, parcel_id) references parcel,
    foreign key (org_id, printer_id) references printer,
    foreign key (org_id, move_to) references printer (org_id, printer_id)
);
create unique index print_batch_label_job on print_batch_label (org_id, job_id);
create index on print_batch_label (org_id, parcel_id);
-- Whatever the code does, a parcel's label is on its way to one printer only.
create unique index one_label_on_its_way on print_batch_label (org_id, parcel_id)
    where state in ('WAITING', 'SENT');
create index print_batch_label_next on print_batch_label (org_id, printer_id, print_batch_id, seq)
    where state in ('WAITING', 'SENT');
select protect('print_batch_label');

-- A row is here before the first byte of its label leaves, so that a crash cannot hide a print.
create table print_journal (
    org_id uuid not null,
    job_id uuid not null,
    print_label_id uuid not null,
    printer_id uuid not null,
    address text not null,
    copy int not null,
    -- The order in which one worker sent, and the printer's own count before this job.
    sequence bigint not null,
    count_before bigint,
    labels int not null,
    state text not null default 'OPEN'
        check (state in ('OPEN', 'PRINTED', 'NOT_PRINTED', 'UNKNOWN')),
    detail text not null default '',
    asked_by text,
    asked_reason text,
    intended_at timestamptz not null,
    ended_at timestamptz,
    primary key (org_id, job_id),
    foreign key (org_id, print_label_id) references print_batch_label,
    foreign key (org_id, printer_id) references printer
);
create index on print_journal (org_id, print_label_id);
create index print_journal_open on print_journal (org_id, printer_id) where state = 'OPEN';
select protect('print_journal');

-- A sheet that the server printed has no station and no operator, but somebody who asked for it.
alter table label_print
    alter column station_id drop not null,
    alter column operator_id drop not null,
    add column printed_by text,
    add check (station_id is not null or printed_by is not null);

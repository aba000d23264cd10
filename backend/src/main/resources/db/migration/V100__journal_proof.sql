-- Who signs a station's journal, which life of it goes on, and what was signed.
alter table station add column public_key text;

-- The one store that may write for a station. generation counts the runs of its program; opening
-- makes a repeated request to go on the same one.
create table station_store (
    org_id uuid not null,
    station_id uuid not null,
    generation bigint not null default 0,
    opening uuid,
    epoch text not null default '',
    machine text not null default '',
    primary key (org_id, station_id),
    foreign key (org_id, station_id) references station
);
select protect('station_store');

-- A burned epoch takes no more rows: two stores wrote in it.
alter table station_journal add column head_hash text;
alter table station_journal add column machine text;
alter table station_journal add column burned text;
alter table station_journal add column burned_at timestamptz;

-- The row's hash, and what it was proved by; null for a station that signs nothing.
alter table station_command add column row_hash text;
alter table station_command add column prev_hash text;
alter table station_command add column signature text;

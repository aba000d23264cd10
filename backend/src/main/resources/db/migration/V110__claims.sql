-- By what right a station works on a parcel. Each holder has an epoch of its own: the fencing
-- number that its acts carry. A committed claim ends only by an act of a person, never by a timer.
create table claim (
    org_id uuid not null,
    parcel_id uuid not null,
    epoch int not null check (epoch > 0),
    station_id uuid not null,
    state text not null check (state in ('SOFT', 'COMMITTED', 'REVOKED')),
    lease_until timestamptz not null,
    -- The place in the feed after which the station has the job.
    told text,
    made_at timestamptz not null default now(),
    made_by text not null,
    reason text not null,
    committed_at timestamptz,
    revoked_at timestamptz,
    primary key (org_id, parcel_id, epoch),
    foreign key (org_id, parcel_id) references parcel,
    foreign key (org_id, station_id) references station
);
create unique index claim_live on claim (org_id, parcel_id) where state <> 'REVOKED';
create index claim_soft on claim (org_id, station_id, told) where state = 'SOFT';

create table claim_change (
    org_id uuid not null,
    parcel_id uuid not null,
    epoch int not null,
    change_no bigint generated always as identity,
    state text not null,
    changed_at timestamptz not null default now(),
    changed_by text not null,
    why text not null,
    primary key (org_id, parcel_id, epoch, change_no),
    foreign key (org_id, parcel_id, epoch) references claim
);

-- What stations hold since before there were claims. The owner is under row-level security too: it
-- rests for this.
alter table parcel no force row level security;
insert into claim (org_id, parcel_id, epoch, station_id, state, lease_until, made_by, reason,
    committed_at)
select org_id, parcel_id, 1, station_id, 'COMMITTED', now(), 'migration',
    'Given to the station before there were claims.', now()
from parcel where status not in ('PACKED', 'CANCELLED');
alter table parcel force row level security;

select protect('claim');
select protect('claim_change');
revoke update, delete on claim_change from ${app};

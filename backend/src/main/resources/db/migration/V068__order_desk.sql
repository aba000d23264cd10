-- What people are called, for mentions and inboxes.
create view person_name with (security_invoker = true) as
    select org_id, user_id, email, name from app_user where active;
grant select on person_name to ${app};

alter table order_note add column edited_at timestamptz;
alter table order_note add column resolved_at timestamptz;
alter table order_note add column resolved_by text;

-- What a note said before it was edited.
create table order_note_version (
    org_id uuid not null,
    note_id uuid not null,
    version int not null,
    text text not null,
    replaced_by text not null,
    replaced_at timestamptz not null default now(),
    primary key (org_id, note_id, version),
    foreign key (org_id, note_id) references order_note
);
select protect('order_note_version');

-- One row for each person that a note speaks to.
create table note_mention (
    org_id uuid not null,
    mention_id uuid not null,
    note_id uuid not null,
    order_id uuid not null,
    user_id uuid not null,
    made_by text not null,
    made_at timestamptz not null default now(),
    read_at timestamptz,
    primary key (org_id, mention_id),
    unique (org_id, note_id, user_id),
    foreign key (org_id, note_id) references order_note,
    foreign key (org_id, user_id) references app_user
);
create index on note_mention (org_id, user_id, mention_id);
create index note_mention_unread on note_mention (org_id, user_id) where read_at is null;
select protect('note_mention');

create table order_attachment (
    org_id uuid not null,
    attachment_id uuid not null,
    order_id uuid not null,
    name text not null,
    media_type text not null,
    bytes int not null,
    sha256 text not null,
    added_by text not null,
    added_at timestamptz not null default now(),
    deleted_by text,
    deleted_at timestamptz,
    primary key (org_id, attachment_id),
    foreign key (org_id, order_id) references sales_order
);
create index on order_attachment (org_id, order_id, attachment_id);
select protect('order_attachment');

create table saved_filter (
    org_id uuid not null references org,
    filter_id uuid not null,
    owner text not null,
    name text not null,
    shared boolean not null,
    filter jsonb not null,
    created_at timestamptz not null default now(),
    primary key (org_id, filter_id),
    unique (org_id, owner, name)
);
select protect('saved_filter');

create table bulk_job (
    org_id uuid not null references org,
    job_id uuid not null,
    action jsonb not null,
    actor text not null,
    state text not null check (state in ('RUNNING', 'DONE', 'CANCELLED')),
    total int not null,
    done int not null default 0,
    unchanged int not null default 0,
    failed int not null default 0,
    created_at timestamptz not null default now(),
    finished_at timestamptz,
    leased_by text,
    leased_until timestamptz,
    primary key (org_id, job_id)
);
create index bulk_job_running on bulk_job (org_id, job_id) where state = 'RUNNING';
select protect('bulk_job');

-- The orders of a job, fixed when it was made. What came of one commits with what was done to it.
create table bulk_row (
    org_id uuid not null,
    job_id uuid not null,
    position int not null,
    order_id uuid not null,
    outcome text check (outcome in ('DONE', 'UNCHANGED', 'FAILED')),
    code text,
    detail text,
    primary key (org_id, job_id, position),
    foreign key (org_id, job_id) references bulk_job
);
create index bulk_row_open on bulk_row (org_id, job_id, position) where outcome is null;
create index bulk_row_failed on bulk_row (org_id, job_id, position) where outcome = 'FAILED';
select protect('bulk_row');

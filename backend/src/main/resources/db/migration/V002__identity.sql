create table org (
    org_id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
    name text not null,
    created_at timestamptz not null default now()
);
select protect('org');
-- Signing in names the organisation by its slug, before its id is known.
create policy by_slug on org for select to ${app}
    using (slug = (select nullif(current_setting('app.org_slug', true), '')));
-- Workers go through the organisations one by one; the directory role sees ids and nothing else.
create policy directory on org for select to ${directory} using (true);
grant select (org_id) on org to ${directory};

create table app_user (
    org_id uuid not null references org,
    user_id uuid not null,
    email text not null check (email = lower(email)),
    name text not null,
    password_hash text not null,
    role text not null check (role in ('picker', 'packer', 'lead', 'manager', 'admin')),
    active boolean not null default true,
    created_at timestamptz not null default now(),
    primary key (org_id, user_id),
    unique (org_id, email)
);
select protect('app_user');

create table refresh_token (
    org_id uuid not null,
    token_id uuid not null,
    family_id uuid not null,
    user_id uuid not null,
    secret_sha256 text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    revoked_at timestamptz,
    primary key (org_id, token_id),
    foreign key (org_id, user_id) references app_user
);
create index on refresh_token (org_id, family_id);
select protect('refresh_token');

create table station (
    org_id uuid not null references org,
    station_id uuid not null,
    name text not null,
    enrolment_sha256 text,
    secret_sha256 text,
    machine text,
    enrolled_at timestamptz,
    active boolean not null default true,
    created_at timestamptz not null default now(),
    primary key (org_id, station_id),
    unique (org_id, name)
);
select protect('station');

create table operator (
    org_id uuid not null references org,
    operator_id uuid not null,
    name text not null,
    badge_sha256 text not null,
    pin_hash text not null,
    role text not null check (role in ('picker', 'packer', 'lead', 'manager', 'admin')),
    active boolean not null default true,
    created_at timestamptz not null default now(),
    primary key (org_id, operator_id),
    unique (org_id, name),
    unique (org_id, badge_sha256)
);
select protect('operator');

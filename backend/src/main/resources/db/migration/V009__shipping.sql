create table rate_quote (
    org_id uuid not null,
    quote_id uuid not null,
    parcel_id uuid not null,
    inputs jsonb not null,
    rates jsonb not null,
    choice jsonb not null,
    quoted_at timestamptz not null default now(),
    primary key (org_id, quote_id),
    foreign key (org_id, parcel_id) references parcel
);
create index on rate_quote (org_id, parcel_id, quote_id);
select protect('rate_quote');

create table label (
    org_id uuid not null,
    label_id uuid not null,
    parcel_id uuid not null,
    attempt int not null check (attempt > 0),
    reference text not null,
    state text not null check (state in ('INTENT', 'REQUESTED', 'PURCHASED', 'FAILED', 'UNKNOWN',
        'VOID_REQUESTED', 'VOIDED')),
    carrier text not null,
    service text not null,
    tracking_number text,
    carrier_shipment_id text,
    cost_minor bigint,
    currency text,
    zpl_key text,
    pdf_key text,
    error text not null default '',
    created_at timestamptz not null default now(),
    changed_at timestamptz not null default now(),
    primary key (org_id, label_id),
    unique (org_id, reference),
    unique (org_id, parcel_id, attempt),
    unique (org_id, tracking_number),
    foreign key (org_id, parcel_id) references parcel
);
-- One paid label per parcel, whatever the code does.
create unique index one_live_label on label (org_id, parcel_id)
    where state in ('INTENT', 'REQUESTED', 'PURCHASED', 'UNKNOWN', 'VOID_REQUESTED');
select protect('label');

create table label_print (
    org_id uuid not null,
    print_id uuid not null,
    parcel_id uuid not null,
    tracking_number text not null,
    station_id uuid not null,
    operator_id uuid not null,
    printer text not null,
    copy int not null check (copy > 0),
    evidence text not null,
    printed_at timestamptz not null,
    primary key (org_id, print_id),
    foreign key (org_id, parcel_id) references parcel,
    foreign key (org_id, station_id) references station
);
create index on label_print (org_id, parcel_id);
select protect('label_print');

-- What orders can be found by, and what makes two of them alike. Both follow the feed of changed
-- orders, so that taking an order in costs nothing more.

-- How far the feed was followed.
create table order_index_cursor (
    org_id uuid not null references org,
    cursor text not null,
    primary key (org_id)
);
select protect('order_index_cursor');

-- One row for each word of an order: a letter for the kind of the word, a colon, the word. Row-level
-- security lets only leakproof operators use an index, which those of trigrams and of full text
-- search are not; comparing text is. Hence an inverted index of our own.
create table order_term (
    org_id uuid not null,
    term text collate "C" not null,
    order_id uuid not null,
    primary key (org_id, term, order_id)
);
select protect('order_term');

-- What stands in the index of an order, and its text for phrases.
create table order_text (
    org_id uuid not null,
    order_id uuid not null,
    terms jsonb not null,
    text text not null,
    primary key (org_id, order_id),
    foreign key (org_id, order_id) references sales_order
);
select protect('order_text');

-- What the buyer is known by, as keyed hashes: nobody can tell from them who it is, and the same
-- buyer has other hashes in another organization.
create table order_fingerprint (
    org_id uuid not null,
    order_id uuid not null,
    channel_id uuid not null,
    number bigint not null,
    placed_at timestamptz not null,
    currency text not null,
    total_minor bigint not null,
    email_hash text,
    phone_hash text,
    address_hash text,
    payment_hash text,
    sku_hash text,
    skus jsonb not null,
    checked_at timestamptz,
    primary key (org_id, order_id),
    foreign key (org_id, order_id) references sales_order
);
create index on order_fingerprint (org_id, email_hash, placed_at) where email_hash is not null;
create index on order_fingerprint (org_id, phone_hash, placed_at) where phone_hash is not null;
create index on order_fingerprint (org_id, address_hash, placed_at) where address_hash is not null;
create index on order_fingerprint (org_id, payment_hash, placed_at) where payment_hash is not null;
create index on order_fingerprint (org_id, sku_hash, placed_at) where sku_hash is not null;
create index order_unchecked on order_fingerprint (org_id, order_id) where checked_at is null;
select protect('order_fingerprint');

-- What a channel tells of the buyer beside the address.
create table order_contact (
    org_id uuid not null,
    order_id uuid not null,
    phone text,
    payment_fingerprint text,
    primary key (org_id, order_id),
    foreign key (org_id, order_id) references sales_order
);
select protect('order_contact');

-- The weights by which two orders are suspected; the newest counts.
create table duplicate_rule (
    org_id uuid not null references org,
    version int not null,
    rule jsonb not null,
    author text not null,
    written_at timestamptz not null default now(),
    primary key (org_id, version)
);
select protect('duplicate_rule');

create table duplicate_suspicion (
    org_id uuid not null,
    newer_id uuid not null,
    older_id uuid not null,
    score int not null,
    threshold int not null,
    reasons jsonb not null,
    state text not null check (state in ('OPEN', 'KEPT', 'CANCELLED', 'MERGED')),
    found_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    primary key (org_id, newer_id, older_id),
    foreign key (org_id, newer_id) references sales_order,
    foreign key (org_id, older_id) references sales_order
);
create index on duplicate_suspicion (org_id, older_id);
select protect('duplicate_suspicion');

create table rule_set (
    org_id uuid not null references org,
    version int not null check (version > 0),
    rules jsonb not null,
    author text not null,
    written_at timestamptz not null default now(),
    primary key (org_id, version)
);
select protect('rule_set');

create table rule_decision (
    org_id uuid not null,
    decision_id uuid not null,
    order_id uuid not null,
    rule_version int not null,
    decision jsonb not null,
    decided_at timestamptz not null default now(),
    primary key (org_id, decision_id),
    foreign key (org_id, order_id) references sales_order
);
create index on rule_decision (org_id, order_id, decision_id);
select protect('rule_decision');

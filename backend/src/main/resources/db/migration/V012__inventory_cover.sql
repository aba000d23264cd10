-- What a line has been given is what is still reserved plus what has left; only the rest is asked for.
alter table reservation add column shipped int not null default 0 check (shipped >= 0);
create index on stock_ledger (org_id, subject_id) where subject_id is not null;

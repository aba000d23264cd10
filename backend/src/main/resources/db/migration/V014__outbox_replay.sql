-- Who sent a dead letter on its way again.
alter table outbox add column replayed_by text;
alter table outbox add column replayed_at timestamptz;

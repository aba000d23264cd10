-- Which server process works on the row. A process that starts again takes back what it held when
-- it died; for all others the lease runs out by next_at.
alter table outbox add column leased_by text;

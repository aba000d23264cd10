-- A one-time code ends a day after it was made, whether anybody used it or not.
alter table station add column enrolment_expires_at timestamptz default now() + interval '1 day';
alter table station alter column enrolment_expires_at drop default;

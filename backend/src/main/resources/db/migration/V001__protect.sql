-- Every table of an organisation is protected by the same policy in the migration that makes it.
-- The setting is '' (not NULL) on a pooled connection that had it before, hence nullif.
create function protect(target regclass) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format(
        'create policy of_org on %s using (org_id = (select nullif(current_setting(''app.org_id'', true), '''')::uuid))'
        ' with check (org_id = (select nullif(current_setting(''app.org_id'', true), '''')::uuid))', target);
    execute format('grant select, insert, update, delete on %s to ${app}', target);
end $$;
revoke all on function protect(regclass) from public;
grant usage on schema public to ${app}, ${directory};

-- For tables that are only ever added to.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

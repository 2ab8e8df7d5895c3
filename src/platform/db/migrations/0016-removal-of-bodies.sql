-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A body that was registered by mistake is removed under a role of its own: the only one that deletes lines of a journal,
-- those of the body being removed. It cannot delete a frozen version, and a plan that has one cannot go.

do $$
begin
  if not exists (select from pg_roles where rolname = 'timone_remover') then
    create role timone_remover nologin;
  end if;
exception when duplicate_object or unique_violation then
end
$$;

do $$
begin
  execute format('grant timone_remover to %I', current_user);
exception when unique_violation then
end
$$;

grant usage on schema public to timone_remover;
grant select on person, association, plan_version to timone_remover;
grant select, insert on access_journal to timone_remover;
-- A row is locked by who may update it.
grant select, update, delete on administration to timone_remover;
grant select, delete on role_grant, association_member to timone_remover;

create policy removal on administration for all to timone_remover using (id = (select writable_administration()));
create policy removal on plan_version for select to timone_remover
  using (administration_id = (select writable_administration()));

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['office', 'administration_role', 'plan', 'narrative', 'entry', 'evidence',
    'initiative', 'spending', 'funding_project', 'document', 'journal', 'import', 'proposal', 'part_revision', 'draft',
    'phrase', 'attachment', 'review_comment', 'search_part']
  loop
    execute format('grant select, delete on %I to timone_remover', tenant_table);
    execute format('create policy removal on %I for all to timone_remover '
      'using (administration_id = (select writable_administration()))', tenant_table);
  end loop;
end
$$;

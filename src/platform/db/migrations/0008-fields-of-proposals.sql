-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Which fields a file can say anything of: those alone does a proposal change or take away. Of a proposal that was read
-- before this, the fields that it holds: it takes nothing away any more; bringing the file in again tells what it takes.

alter table proposal add column carries text[];
-- Body by body, as its own people would: the owner of the tables sees no body's rows either, unless it is a superuser.
do $$
declare
  body int;
begin
  for body in select id from administration loop
    perform set_config('app.readable', body::text, true), set_config('app.writable', body::text, true);
    update proposal set carries = array(select jsonb_object_keys(coalesce(edited, record)))
      where administration_id = body;
  end loop;
  perform set_config('app.readable', '', true), set_config('app.writable', '', true);
end
$$;
alter table proposal alter column carries set not null;
alter table proposal drop column whole;
alter table proposal drop constraint proposal_kind_check;
alter table proposal add constraint proposal_kind_check check (kind in ('title', 'entry', 'choice', 'initiative',
  'ownObjective', 'funding', 'spending', 'narrative', 'facts', 'office', 'role'));

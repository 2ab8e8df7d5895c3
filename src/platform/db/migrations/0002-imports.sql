-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Files brought in, and what was read in them: proposals that a person accepts or discards.

create table import (
  administration_id int not null references administration,
  id int generated always as identity,
  filename text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size int not null check (size > 0),
  -- The file itself, to show where a proposal comes from; taken away when the import is discarded.
  bytes bytea,
  uploaded_at timestamptz not null,
  actor text not null,
  state text not null check (state in ('reading', 'ready', 'failed', 'applied', 'discarded')),
  reading_since timestamptz not null,
  progress text,
  error jsonb,
  -- What the file says it is, and what was read in it that has no place in a plan.
  document jsonb,
  -- The plan that the proposals are for, known or chosen.
  triennium text check (triennium ~ '^\d{4}-\d{4}$'),
  edition_id text references edition,
  primary key (administration_id, id)
);

create table proposal (
  administration_id int not null,
  import_id int not null,
  id int not null,
  kind text not null check (kind in ('entry', 'initiative', 'ownObjective', 'funding', 'spending', 'narrative')),
  record jsonb not null,
  -- True when the record says everything: what it lacks is to be taken away from the plan.
  whole boolean not null,
  source jsonb not null,
  confidence real not null check (confidence between 0 and 1),
  warnings text[] not null,
  decision text not null check (decision in ('pending', 'accepted', 'discarded')),
  -- What a person made of the record.
  edited jsonb,
  primary key (administration_id, import_id, id),
  foreign key (administration_id, import_id) references import on delete cascade
);

grant select, insert, update on import to timone_app;
grant select, insert, update, delete on proposal to timone_app;

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['import', 'proposal']
  loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy readers on %I for select using (administration_id = any (readable_administrations()))',
      tenant_table);
    execute format('create policy writers on %I for all using (administration_id = writable_administration()) '
      'with check (administration_id = writable_administration())', tenant_table);
  end loop;
end
$$;

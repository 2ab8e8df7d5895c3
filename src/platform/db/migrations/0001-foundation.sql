-- SPDX-License-Identifier: AGPL-3.0-or-later
-- National data, administrations as tenants, their plans and what belongs to them, the journal.
-- Tenant tables carry administration_id in every key; row-level security is forced on all of them.

-- Roles belong to the whole server: another database of it may be making them at this very moment.
do $$
begin
  if not exists (select from pg_roles where rolname = 'timone_app') then
    create role timone_app nologin;
  end if;
exception when duplicate_object or unique_violation then
end
$$;

do $$
begin
  if not exists (select from pg_roles where rolname = 'timone_platform') then
    create role timone_platform nologin;
  end if;
exception when duplicate_object or unique_violation then
end
$$;

do $$
begin
  execute format('grant timone_app, timone_platform to %I', current_user);
exception when unique_violation then
end
$$;

create collation italian (provider = icu, locale = 'it-IT');

-- The bodies that a transaction may read, and the one that it may write: validated integers, set by the tenant handle.
create function readable_administrations() returns int[] language sql stable parallel safe as
$$ select string_to_array(nullif(current_setting('app.readable', true), ''), ',')::int[] $$;

create function writable_administration() returns int language sql stable parallel safe as
$$ select nullif(current_setting('app.writable', true), '')::int $$;

-- National data: the same for every body.

create table edition (
  id text primary key,
  title text not null
);

create table action_line (
  edition_id text not null references edition,
  code text not null,
  primary key (edition_id, code)
);

-- Administrations and associations.

create table administration (
  id int generated always as identity primary key,
  slug text not null unique,
  name text collate italian not null,
  kind text not null,
  cadastral_code text unique,
  istat_code text,
  ipa_code text,
  province text,
  region text,
  population int check (population >= 0),
  facts jsonb not null default '{}',
  demonstration boolean not null default false
);

create table association (
  id int generated always as identity primary key,
  slug text not null unique,
  name text collate italian not null,
  demonstration boolean not null default false
);

create table association_member (
  association_id int not null references association on delete cascade,
  administration_id int not null references administration,
  joined_on date not null,
  left_on date check (left_on >= joined_on),
  primary key (association_id, administration_id, joined_on)
);

create table office (
  administration_id int not null references administration,
  position int not null,
  name text not null,
  description text,
  primary key (administration_id, position)
);

create table administration_role (
  administration_id int not null references administration,
  position int not null,
  role text not null,
  holder text not null,
  act_body text,
  act_number text,
  act_date date,
  primary key (administration_id, position),
  check (num_nulls(act_body, act_number, act_date) in (0, 3))
);

-- Plans.

create table plan (
  administration_id int not null references administration,
  id int generated always as identity,
  triennium text not null check (triennium ~ '^\d{4}-\d{4}$'),
  edition_id text not null references edition,
  title text,
  choices jsonb,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  primary key (administration_id, id),
  unique (administration_id, triennium),
  unique (administration_id, id, edition_id)
);

create table narrative (
  administration_id int not null,
  plan_id int not null,
  part text not null check (part ~ '^(introduction|organisation|spending|conclusion|chapter-[1-9])$'),
  markdown text not null,
  primary key (administration_id, plan_id, part),
  foreign key (administration_id, plan_id) references plan on delete cascade
);

create table entry (
  administration_id int not null,
  plan_id int not null,
  code text not null,
  edition_id text not null,
  position int not null,
  activity text,
  status text check (status in
    ('notStarted', 'planned', 'inProgress', 'ongoing', 'completed', 'notApplicable', 'notFeasible')),
  status_label text,
  offices text[],
  funding text[],
  planned text,
  completed text,
  notes text,
  primary key (administration_id, plan_id, code),
  foreign key (administration_id, plan_id, edition_id) references plan (administration_id, id, edition_id)
    on delete cascade,
  foreign key (edition_id, code) references action_line
);

create table evidence (
  administration_id int not null,
  plan_id int not null,
  code text not null,
  position int not null,
  label text not null,
  url text not null check (url ~ '^https?://'),
  primary key (administration_id, plan_id, code, position),
  foreign key (administration_id, plan_id, code) references entry on delete cascade
);

create table initiative (
  administration_id int not null,
  plan_id int not null,
  position int not null,
  title text not null,
  description text,
  office text,
  responsible text,
  planned text,
  resources text,
  steps text[],
  expected_results text[],
  lines text[],
  status text check (status in
    ('notStarted', 'planned', 'inProgress', 'ongoing', 'completed', 'notApplicable', 'notFeasible')),
  primary key (administration_id, plan_id, position),
  foreign key (administration_id, plan_id) references plan on delete cascade
);

-- Money.

create table spending (
  administration_id int not null,
  plan_id int not null,
  position int not null,
  year int not null check (year between 2000 and 2100),
  kind text not null check (kind in ('actual', 'forecast')),
  amount numeric(14, 2) not null,
  source text,
  note text,
  primary key (administration_id, plan_id, position),
  foreign key (administration_id, plan_id) references plan on delete cascade
);

create table funding_measure (
  administration_id int not null,
  plan_id int not null,
  position int not null,
  measure text not null check (measure ~ '^\d\.\d{1,2}(\.\d{1,2})?$'),
  title text not null,
  year int,
  amount numeric(14, 2),
  cup text,
  progress text,
  certification text,
  payment text,
  primary key (administration_id, plan_id, position),
  foreign key (administration_id, plan_id) references plan on delete cascade
);

-- Documents generated from a plan's content: the same content, layout and day give the same bytes.

create table document (
  administration_id int not null,
  plan_id int not null,
  content_hash text not null,
  format text not null,
  variant text not null,
  produced_on date not null,
  pages int,
  rows int,
  sha256 text not null,
  bytes bytea not null,
  primary key (administration_id, plan_id, format, variant),
  foreign key (administration_id, plan_id) references plan on delete cascade
);

-- Who changed what. It outlives its subjects: no reference to them.

create table journal (
  administration_id int not null,
  id bigint generated always as identity,
  at timestamptz not null default now(),
  actor text not null,
  event jsonb not null check (event ? 'type'),
  primary key (administration_id, id)
);

-- Privileges: the application reads and writes rows of the bodies it was given; the platform registers bodies,
-- associations and editions and sees no body's data. Nobody changes or deletes a journal line.

grant usage on schema public to timone_app, timone_platform;
grant select on edition, action_line, administration, association, association_member to timone_app, timone_platform;
grant insert, update on edition, action_line, association, association_member, administration to timone_platform;
grant update on administration to timone_app;
grant select, insert, update, delete on
  office, administration_role, plan, narrative, entry, evidence, initiative, spending, funding_measure, document
  to timone_app;
grant select, insert on journal to timone_app;

alter table administration enable row level security;
alter table administration force row level security;
create policy everybody_reads on administration for select using (true);
create policy platform_registers on administration for insert to timone_platform with check (true);
create policy body_updates on administration for update to timone_app
  using (id = writable_administration()) with check (id = writable_administration());

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['office', 'administration_role', 'plan', 'narrative', 'entry', 'evidence',
    'initiative', 'spending', 'funding_measure', 'document', 'journal']
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

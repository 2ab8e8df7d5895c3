-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The workbench: roles, what changed part by part, approval and frozen versions, comments, files, the chained journal.

-- What is published is read under a role of its own, that sees nothing else.
do $$
begin
  if not exists (select from pg_roles where rolname = 'timone_public') then
    create role timone_public nologin;
  end if;
exception when duplicate_object or unique_violation then
end
$$;

do $$
begin
  execute format('grant timone_public to %I', current_user);
exception when unique_violation then
end
$$;

grant usage on schema public to timone_public;
grant select on edition, action_line, administration, association, association_member to timone_public;

-- Who holds which role where. A role on an association holds for its members of the day.

create table role_grant (
  id int generated always as identity primary key,
  person_id text not null references person,
  role text not null check (role in
    ('platformAdministrator', 'rtd', 'officeMember', 'referent', 'contributor', 'approver', 'reader')),
  administration_id int references administration,
  association_id int references association,
  -- The office that a contributor is of.
  office text,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  -- Whose role it is, when it is held by delegation: then it has an end.
  delegated_by text references person,
  revoked_at timestamptz,
  check ((role = 'platformAdministrator') = (num_nonnulls(administration_id, association_id) = 0)),
  check (num_nonnulls(administration_id, association_id) <= 1),
  check ((role = 'contributor') = (office is not null)),
  check (delegated_by is null or ends_on is not null)
);
create index on role_grant (person_id);

grant select on person to timone_platform;
grant select, insert, update on role_grant to timone_platform;

create trigger announce after insert or update or delete on role_grant
  for each statement execute function announce_access();
create trigger announce after insert or update or delete on association_member
  for each statement execute function announce_access();

-- Plans move through states; the row is the working copy, frozen versions stand beside it.

alter table plan
  drop column content_hash,
  add column state text not null default 'draft'
    check (state in ('draft', 'inReview', 'returned', 'approved', 'inForce', 'published', 'superseded')),
  -- The version that the working copy is, or is becoming.
  add column version int not null default 1 check (version > 0),
  -- Grows with every change of what the body writes.
  add column revision int not null default 1,
  -- What it goes on from: the triennium of an earlier plan, or its own after a change of edition, and the edition of then.
  add column from_triennium text,
  add column from_edition text references edition,
  add check (num_nulls(from_triennium, from_edition) in (0, 2));

alter table document drop column content_hash;
alter table document add column plan_revision int not null default 0;

alter table entry
  add column allocations jsonb,
  -- Who keeps the entry up to date: an office, or a person with an account.
  add column owner_office text,
  add column owner_person text,
  -- Carried from an earlier plan, and not gone through yet; where it comes from: `2024-2026 CAP1.PA.02`.
  add column to_review boolean not null default false,
  add column carried_from text;

-- The body also writes how it follows the principles of the national plan.
alter table narrative
  drop constraint narrative_part_check,
  add constraint narrative_part_check
    check (part ~ '^(introduction|principles|organisation|spending|conclusion|chapter-[1-9])$');

-- Evidence is a page or a file of the body's.
alter table evidence
  alter column url drop not null,
  add column file_name text,
  add column file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
  add check (num_nonnulls(url, file_sha256) = 1 and num_nulls(file_name, file_sha256) in (0, 2));

-- Every revision of every part of what a body writes, from the first change on (revision 0 is what was there before).
-- Subjects: `plan:12/entry:CAP1.PA.01`, `body/offices`. The history outlives what it tells of: no reference.

create table part_revision (
  administration_id int not null references administration,
  subject text not null,
  revision int not null check (revision >= 0),
  -- null: the part is not there.
  content jsonb,
  at timestamptz not null default now(),
  actor_id text not null,
  actor_name text not null,
  primary key (administration_id, subject, revision)
);

-- What somebody is typing and has not saved.

create table draft (
  administration_id int not null references administration,
  person_id text not null references person on delete cascade,
  subject text not null,
  base_revision int not null,
  fields jsonb not null,
  saved_at timestamptz not null,
  primary key (administration_id, person_id, subject)
);

-- Texts that an office uses again.

create table phrase (
  administration_id int not null references administration,
  id int generated always as identity,
  title text not null,
  markdown text not null,
  primary key (administration_id, id)
);

-- Files that people attach: acts, evidence.

create table attachment (
  administration_id int not null references administration,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  filename text not null,
  media_type text not null,
  size int not null check (size > 0),
  bytes bytea not null,
  uploaded_at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  primary key (administration_id, sha256)
);

-- What reviewers say of a part of a plan, or of one of its fields.

create table review_comment (
  administration_id int not null,
  id int generated always as identity,
  plan_id int not null,
  version int not null,
  -- `entry:CAP1.PA.01`, `narrative:introduction`; null: of the plan.
  part text,
  field text,
  markdown text not null,
  author_id text not null,
  author_name text not null,
  at timestamptz not null,
  resolved_at timestamptz,
  resolved_by text,
  primary key (administration_id, id),
  foreign key (administration_id, plan_id) references plan
);

-- What a body approved, as it was approved: canonical JSON and the documents, byte for byte.

create table plan_version (
  administration_id int not null,
  plan_id int not null,
  number int not null check (number > 0),
  triennium text not null,
  edition_id text not null references edition,
  state text not null check (state in ('approved', 'inForce', 'published', 'superseded')),
  content text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  act_body text not null,
  act_number text not null,
  act_date date not null,
  act_file text,
  approved_at timestamptz not null,
  approved_by text not null,
  in_force_on date,
  published_at timestamptz,
  superseded_at timestamptz,
  -- The head of the body's journal when the version was frozen: an anchor outside of the journal itself.
  journal_hash text not null,
  primary key (administration_id, plan_id, number),
  foreign key (administration_id, plan_id) references plan,
  foreign key (administration_id, act_file) references attachment
);

create table version_document (
  administration_id int not null,
  plan_id int not null,
  number int not null,
  format text not null,
  layout text not null,
  filename text not null,
  pages int,
  rows int,
  sha256 text not null,
  size int not null,
  bytes bytea not null,
  primary key (administration_id, plan_id, number, format, layout),
  foreign key (administration_id, plan_id, number) references plan_version
);

grant select, insert, update, delete on draft, phrase to timone_app;
grant select, insert on part_revision, attachment, version_document to timone_app;
grant select, insert on review_comment, plan_version to timone_app;
grant update (resolved_at, resolved_by) on review_comment to timone_app;
-- A frozen version changes its state and the dates of it, never its content.
grant update (state, in_force_on, published_at, superseded_at) on plan_version to timone_app;
grant select on plan_version, version_document to timone_public;

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['part_revision', 'draft', 'phrase', 'attachment', 'review_comment',
    'plan_version', 'version_document']
  loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy readers on %I for select to timone_app '
      'using (administration_id = any (readable_administrations()))', tenant_table);
    execute format('create policy writers on %I for all to timone_app using (administration_id = writable_administration()) '
      'with check (administration_id = writable_administration())', tenant_table);
  end loop;
end
$$;

-- A version that was overtaken before it was ever published is superseded too, and nobody's but the body's.
create policy public_reads on plan_version for select to timone_public
  using (state in ('published', 'superseded') and published_at is not null);
create policy public_reads on version_document for select to timone_public using (exists (
  select from plan_version v
  where (v.administration_id, v.plan_id, v.number) = (version_document.administration_id, version_document.plan_id,
    version_document.number)
));

-- The journal is a chain: each line holds the hash of the one before, and the database itself makes it.

alter table journal
  rename column actor to actor_id;
alter table journal
  add column actor_name text not null default '',
  add column sequence int,
  add column previous text,
  add column hash text;

create function journal_digest(body int, sequence int, at timestamptz, actor_id text, actor_name text, event jsonb,
  previous text) returns text language sql immutable as
$$
  select encode(sha256(convert_to(concat_ws(E'\n', body::text, sequence::text,
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor_id, actor_name, event::text, previous),
    'UTF8')), 'hex')
$$;

do $$
declare
  line record;
  body int := 0;
  number int;
  last text;
begin
  for line in select * from journal order by administration_id, id loop
    if line.administration_id <> body then
      body := line.administration_id;
      number := 0;
      last := repeat('0', 64);
    end if;
    number := number + 1;
    update journal set sequence = number, previous = last,
      hash = journal_digest(body, number, line.at, line.actor_id, line.actor_name, line.event, last)
      where administration_id = body and id = line.id returning hash into last;
  end loop;
end
$$;

alter table journal
  alter column sequence set not null,
  alter column previous set not null,
  alter column hash set not null,
  add unique (administration_id, sequence);

create function chain_journal() returns trigger language plpgsql as
$$
declare
  last record;
begin
  perform pg_advisory_xact_lock(7410367, new.administration_id);
  select sequence, hash into last from journal where administration_id = new.administration_id
    order by sequence desc limit 1;
  new.sequence := coalesce(last.sequence, 0) + 1;
  new.previous := coalesce(last.hash, repeat('0', 64));
  new.at := clock_timestamp();
  new.hash := journal_digest(new.administration_id, new.sequence, new.at, new.actor_id, new.actor_name, new.event,
    new.previous);
  return new;
end
$$;

create trigger chain before insert on journal for each row execute function chain_journal();

-- What concerns no one body: sign-ins, accounts, roles. A chain of its own.

create table access_journal (
  sequence int primary key,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  event jsonb not null check (event ? 'type'),
  previous text not null,
  hash text not null
);

create function chain_access_journal() returns trigger language plpgsql as
$$
declare
  last record;
begin
  perform pg_advisory_xact_lock(7410367, 0);
  select sequence, hash into last from access_journal order by sequence desc limit 1;
  new.sequence := coalesce(last.sequence, 0) + 1;
  new.previous := coalesce(last.hash, repeat('0', 64));
  new.at := clock_timestamp();
  new.hash := journal_digest(0, new.sequence, new.at, new.actor_id, new.actor_name, new.event, new.previous);
  return new;
end
$$;

create trigger chain before insert on access_journal for each row execute function chain_access_journal();

grant select, insert on access_journal to timone_platform;

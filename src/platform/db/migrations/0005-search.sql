-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Search: what bodies write, what they have published, what the national editions say, as Italian words.
-- Words are stored, not indexed by GIN: row-level security keeps a condition that is not leakproof, as `@@` is not, from
-- being looked up in an index before the rows are known to be one's own.

-- A text without the marks of Markdown and the targets of its links, on one line: what is searched and shown.
create function search_plain(text) returns text language sql immutable parallel safe as
$$
  select btrim(regexp_replace(regexp_replace(regexp_replace(normalize(left($1, 100000), NFC),
    '\[([^][]*)\]\([^()[:space:]]*\)', '\1', 'g'), '[*`~]+', '', 'g'), '[[:space:][:cntrl:]_#|>]+', ' ', 'g'))
$$;

-- The same text, of the same length, as it is compared: accents do not count (who types `attivita'` means `attività`), a
-- code of a line is one word, and signs that would join words into an address, a path or a mark-up tag part them.
create function search_fold(text) returns text language sql immutable parallel safe as
$$
  select regexp_replace(regexp_replace(translate($1,
    'ÀÁÂÃÄÅÈÉÊËÌÍÎÏÒÓÔÕÖÙÚÛÜÝÇÑàáâãäåèéêëìíîïòóôõöùúûüýÿçñ’‘ʼ<>/@=&',
    'AAAAAAEEEEIIIIOOOOOUUUUYCNaaaaaaeeeeiiiiooooouuuuyycn''''''      '),
    '\m(cap[0-9])\.(pa)\.(la)?([0-9]{2,3})\M', '\1x\2x\3\4', 'gi'), '(?<=[[:alpha:]])\.(?=[[:alpha:]])', ' ', 'g')
$$;

-- Title and text as words, those of the title weighing most.
create function search_words(title text, body text) returns tsvector language sql immutable parallel safe as
$$
  select setweight(to_tsvector('italian', search_fold(title)), 'A')
    || setweight(to_tsvector('italian', search_fold(body)), 'D')
$$;

-- What a line of the national plan says, in each edition.

create table line_text (
  edition_id text not null,
  code text not null,
  title text,
  summary text,
  official_text text,
  words tsvector not null generated always as (search_words(code || ' ' || coalesce(title, ''),
    coalesce(summary, '') || ' ' || coalesce(official_text, ''))) stored,
  primary key (edition_id, code),
  foreign key (edition_id, code) references action_line
);

grant select on line_text to timone_app, timone_platform, timone_public;
grant insert, update on line_text to timone_platform;

-- What a body writes or keeps, part by part: its own people search it. Triggers keep it in step.

create table search_part (
  administration_id int not null references administration,
  kind text not null check (kind in
    ('entry', 'evidence', 'narrative', 'initiative', 'version', 'comment', 'attachment', 'import')),
  -- 0: of the body, not of a plan.
  plan_id int not null,
  -- The rest of the key of the row that it was taken from.
  key text not null,
  title text not null,
  body text not null,
  words tsvector not null generated always as (search_words(title, body)) stored,
  primary key (administration_id, kind, plan_id, key)
);

-- What is published, part by part: everybody searches it. A version leaves it when it is superseded.

create table published_part (
  administration_id int not null,
  plan_id int not null,
  number int not null,
  kind text not null check (kind in ('act', 'entry', 'narrative', 'initiative')),
  key text not null,
  title text not null,
  body text not null,
  words tsvector not null generated always as (search_words(title, body)) stored,
  primary key (administration_id, plan_id, number, kind, key),
  foreign key (administration_id, plan_id, number) references plan_version
);

grant select, insert, update, delete on search_part to timone_app;
grant select, insert, delete on published_part to timone_app;
grant select on published_part to timone_public;

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['search_part', 'published_part']
  loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
  end loop;
end
$$;

-- The settings are read once a query, not once a row: a search looks at every row of the bodies that it may read.
create policy readers on search_part for select
  using (administration_id = any ((select readable_administrations())::int[]));
create policy writers on search_part for all using (administration_id = (select writable_administration()))
  with check (administration_id = writable_administration());
create policy readers on published_part for select to timone_app
  using (administration_id = any ((select readable_administrations())::int[]));
create policy writers on published_part for all to timone_app
  using (administration_id = (select writable_administration()))
  with check (administration_id = writable_administration());
-- What its role sees of the versions is what is published: nothing more of their parts.
create policy public_reads on published_part for select to timone_public using
  ((administration_id, plan_id, number) in (select administration_id, plan_id, number from plan_version));

create function index_part() returns trigger language plpgsql as
$$
declare
  source record;
  part record;
  kind text := tg_argv[0];
begin
  if tg_op = 'DELETE' then source := old; else source := new; end if;
  if kind = 'entry' then
    select source.plan_id as plan_id, source.code as key, source.code as title, concat_ws(' · ', source.activity,
      source.notes, source.status_label, array_to_string(source.offices, ', '), array_to_string(source.funding, ', '))
      as body into part;
  elsif kind = 'evidence' then
    select source.plan_id as plan_id, source.code || '/' || source.position as key, source.label as title,
      concat_ws(' · ', source.file_name, source.url) as body into part;
  elsif kind = 'narrative' then
    select source.plan_id as plan_id, source.part as key, '' as title, source.markdown as body into part;
  elsif kind = 'initiative' then
    select source.plan_id as plan_id, source.position::text as key, source.title as title, concat_ws(' · ',
      source.description, source.office, source.responsible, source.resources, array_to_string(source.steps, ' · '),
      array_to_string(source.expected_results, ' · '), array_to_string(source.lines, ', ')) as body into part;
  elsif kind = 'version' then
    select source.plan_id as plan_id, source.number::text as key,
      concat_ws(' ', source.act_body, 'n.', source.act_number, 'del', to_char(source.act_date, 'DD/MM/YYYY')) as title,
      '' as body into part;
  elsif kind = 'comment' then
    select source.plan_id as plan_id, source.id::text as key, '' as title, source.markdown as body into part;
  elsif kind = 'attachment' then
    select 0 as plan_id, source.sha256 as key, source.filename as title, '' as body into part;
  else
    select 0 as plan_id, source.id::text as key, source.filename as title, '' as body into part;
  end if;
  if tg_op = 'DELETE' then
    delete from search_part s where (s.administration_id, s.kind, s.plan_id, s.key)
      = (source.administration_id, tg_argv[0], part.plan_id, part.key);
  else
    insert into search_part (administration_id, kind, plan_id, key, title, body)
      values (source.administration_id, kind, part.plan_id, part.key, search_plain(part.title), search_plain(part.body))
      on conflict on constraint search_part_pkey do update set title = excluded.title, body = excluded.body;
  end if;
  return null;
end
$$;

create trigger search after insert or update or delete on entry for each row execute function index_part('entry');
create trigger search after insert or update or delete on evidence for each row execute function index_part('evidence');
create trigger search after insert or update or delete on narrative for each row execute function index_part('narrative');
create trigger search after insert or update or delete on initiative
  for each row execute function index_part('initiative');
create trigger search after insert on plan_version for each row execute function index_part('version');
create trigger search after insert or delete or update of markdown on review_comment
  for each row execute function index_part('comment');
create trigger search after insert on attachment for each row execute function index_part('attachment');
create trigger search after insert or update of filename on import for each row execute function index_part('import');

-- Strings of a list in JSON, as one text.
create function json_items(jsonb) returns text language sql immutable parallel safe as
$$ select string_agg(item, ' · ') from jsonb_array_elements_text(coalesce($1, '[]')) as item $$;

create function index_published() returns trigger language plpgsql as
$$
declare
  plan jsonb;
begin
  delete from published_part p
    where (p.administration_id, p.plan_id, p.number) = (new.administration_id, new.plan_id, new.number);
  if new.state <> 'published' then
    return null;
  end if;
  plan := new.content::jsonb -> 'plan';
  insert into published_part (administration_id, plan_id, number, kind, key, title, body)
    select new.administration_id, new.plan_id, new.number, part.kind, part.key, search_plain(part.title),
      search_plain(part.body)
    from (
      select 'act' as kind, '' as key,
        concat_ws(' ', new.act_body, 'n.', new.act_number, 'del', to_char(new.act_date, 'DD/MM/YYYY')) as title,
        coalesce(plan ->> 'title', '') as body
      union all
      select 'entry', entry ->> 'code', entry ->> 'code', concat_ws(' · ', entry ->> 'activity', entry ->> 'notes',
        entry ->> 'statusLabel', json_items(entry -> 'offices'), json_items(entry -> 'funding'))
      from jsonb_array_elements(coalesce(plan -> 'entries', '[]')) as entry
      union all
      select 'narrative', item.key, '', item.value #>> '{}'
      from jsonb_each(coalesce(plan -> 'narrative', '{}')) as item where item.key <> 'chapters'
      union all
      select 'narrative', 'chapter-' || item.key, '', item.value
      from jsonb_each_text(coalesce(plan -> 'narrative' -> 'chapters', '{}')) as item
      union all
      select 'initiative', place::text, initiative ->> 'title', concat_ws(' · ', initiative ->> 'description',
        initiative ->> 'office', initiative ->> 'responsible', initiative ->> 'resources',
        json_items(initiative -> 'steps'), json_items(initiative -> 'expectedResults'), json_items(initiative -> 'lines'))
      from jsonb_array_elements(coalesce(plan -> 'initiatives', '[]')) with ordinality as item (initiative, place)
    ) as part;
  return null;
end
$$;

create trigger publish after insert or update of state on plan_version
  for each row execute function index_published();

-- What is there already is written again, body by body, as its own people would: so that the triggers see it.
do $$
declare
  body int;
begin
  for body in select id from administration loop
    perform set_config('app.readable', body::text, true), set_config('app.writable', body::text, true);
    update entry set position = position where administration_id = body;
    update evidence set position = position where administration_id = body;
    update narrative set part = part where administration_id = body;
    update initiative set position = position where administration_id = body;
    update import set filename = filename where administration_id = body;
  end loop;
  perform set_config('app.readable', '', true), set_config('app.writable', '', true);
end
$$;

-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Search follows the declarations of fields. What is searched of a kind of record, and how much a word counts there, is
-- data that the program writes when it starts; rows are indexed again when it changed.

create table searched_fields (
  single boolean primary key default true check (single),
  -- Of each: kind, field, its column, weight, and the words of values that people read otherwise. In their order.
  fields jsonb not null,
  -- False until everything that is there has been indexed by them.
  followed boolean not null
);
grant select on searched_fields to timone_app;
grant select, insert, update on searched_fields to timone_platform;

alter table search_part alter column words drop expression;
alter table published_part alter column words drop expression;
alter table search_part drop constraint search_part_kind_check;
alter table search_part add constraint search_part_kind_check check (kind in
  ('title', 'entry', 'evidence', 'narrative', 'initiative', 'version', 'comment', 'attachment', 'import'));

-- Every word of a value, in its order; hashes are no words.
create function searched_value(value jsonb, known jsonb) returns text language sql immutable parallel safe as
$$
  select string_agg(coalesce(known ->> (leaf #>> '{}'), leaf #>> '{}'), ' · ' order by place)
  from jsonb_path_query(value, 'strict $.**') with ordinality as found (leaf, place)
  where jsonb_typeof(leaf) in ('string', 'number') and leaf #>> '{}' !~ '^[0-9a-f]{64}$'
$$;

-- What is searched of a record, given as its row or as a version has it: its text, and its words with their weights.
create function searched_record(of_kind text, record jsonb, title text, out body text, out words tsvector)
language plpgsql stable as
$$
declare
  named text := search_plain(title);
  found record;
begin
  body := '';
  words := setweight(to_tsvector('italian', search_fold(named)), 'A');
  for found in
    select f.weight, search_plain(searched_value(coalesce(record -> f.field, record -> f."column"), f.words)) as said
    from searched_fields, rows from (jsonb_to_recordset(fields)
      as (kind text, field text, "column" text, weight text, words jsonb)) with ordinality
      as f (kind, field, "column", weight, words, place)
    where f.kind = of_kind order by f.place
  loop
    continue when coalesce(found.said, '') in ('', named);
    body := concat_ws(' · ', nullif(body, ''), found.said);
    words := words || setweight(to_tsvector('italian', search_fold(found.said)), found.weight::"char");
  end loop;
end
$$;

-- Keeps a declared kind of record in step. Arguments: the kind, then the columns of its plan, its key and its title.
create function index_record() returns trigger language plpgsql as
$$
declare
  source jsonb;
  part_plan int;
  part_key text;
  part_title text;
begin
  if tg_op = 'DELETE' then source := to_jsonb(old); else source := to_jsonb(new); end if;
  part_plan := source ->> tg_argv[1];
  part_key := coalesce(source ->> tg_argv[2], '');
  part_title := coalesce(source ->> tg_argv[3], '');
  delete from search_part s where (s.administration_id, s.kind, s.plan_id, s.key)
    = ((source ->> 'administration_id')::int, tg_argv[0], part_plan, part_key);
  if tg_op = 'DELETE' then
    return null;
  end if;
  insert into search_part (administration_id, kind, plan_id, key, title, body, words)
    select (source ->> 'administration_id')::int, tg_argv[0], part_plan, part_key, search_plain(part_title), found.body,
      found.words
    from searched_record(tg_argv[0], source, part_title) as found
    where part_title <> '' or found.body <> '';
  return null;
end
$$;

drop trigger search on entry;
drop trigger search on narrative;
drop trigger search on initiative;
create trigger search after insert or update or delete on entry
  for each row execute function index_record('entry', 'plan_id', 'code', 'code');
create trigger search after insert or update or delete on narrative
  for each row execute function index_record('narrative', 'plan_id', 'part', '');
create trigger search after insert or update or delete on initiative
  for each row execute function index_record('initiative', 'plan_id', 'number', 'title');
create trigger search after insert or update of title or delete on plan
  for each row execute function index_record('title', 'id', '', 'title');

-- What is no declared kind of record.
create or replace function index_part() returns trigger language plpgsql as
$$
declare
  source record;
  part record;
  kind text := tg_argv[0];
begin
  if tg_op = 'DELETE' then source := old; else source := new; end if;
  if kind = 'evidence' then
    select source.plan_id as plan_id, source.code || '/' || source.position as key, source.label as title,
      concat_ws(' · ', source.file_name, source.url) as body into part;
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
    insert into search_part (administration_id, kind, plan_id, key, title, body, words)
      values (source.administration_id, kind, part.plan_id, part.key, search_plain(part.title), search_plain(part.body),
        search_words(search_plain(part.title), search_plain(part.body)))
      on conflict on constraint search_part_pkey do update
        set title = excluded.title, body = excluded.body, words = excluded.words;
  end if;
  return null;
end
$$;

-- Puts the parts of a version among what everybody searches, as long as it is published.
create function publish_parts(version plan_version) returns void language plpgsql as
$$
declare
  plan jsonb := version.content::jsonb -> 'plan';
begin
  delete from published_part p
    where (p.administration_id, p.plan_id, p.number) = (version.administration_id, version.plan_id, version.number);
  if version.state <> 'published' then
    return;
  end if;
  insert into published_part (administration_id, plan_id, number, kind, key, title, body, words)
    select version.administration_id, version.plan_id, version.number, 'act', '', act.title, act.body,
      search_words(act.title, act.body)
    from (select
      search_plain(concat_ws(' ', version.act_body, 'n.', version.act_number, 'del',
        to_char(version.act_date, 'DD/MM/YYYY'))) as title,
      search_plain(coalesce(plan ->> 'title', '')) as body) as act;
  insert into published_part (administration_id, plan_id, number, kind, key, title, body, words)
    select version.administration_id, version.plan_id, version.number, part.kind, part.key, search_plain(part.title),
      found.body, found.words
    from (
      select 'entry' as kind, entry ->> 'code' as key, entry ->> 'code' as title, entry as said
      from jsonb_array_elements(coalesce(plan -> 'entries', '[]')) as entry
      union all
      select 'narrative', item.key, '', jsonb_build_object('markdown', item.value)
      from jsonb_each(coalesce(plan -> 'narrative', '{}')) as item where item.key <> 'chapters'
      union all
      select 'narrative', 'chapter-' || item.key, '', jsonb_build_object('markdown', item.value)
      from jsonb_each(coalesce(plan -> 'narrative' -> 'chapters', '{}')) as item
      union all
      select 'initiative', place::text, initiative ->> 'title', initiative
      from jsonb_array_elements(coalesce(plan -> 'initiatives', '[]')) with ordinality as item (initiative, place)
    ) as part cross join lateral searched_record(part.kind, part.said, part.title) as found;
end
$$;

create or replace function index_published() returns trigger language plpgsql as
$$
begin
  perform publish_parts(new);
  return null;
end
$$;

-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Initiatives and PNRR projects have a number each, which is theirs whatever their order: history, comments, drafts and
-- addresses are of one of them. Until now the place was the number, so that what names an initiative stays true.

alter table funding_measure rename to funding_project;
alter table funding_project rename constraint funding_measure_pkey to funding_project_pkey;

-- The number, and the record of an earlier plan that it goes on from: `2022-2024 3`.
alter table initiative add column number int, add column carried_from text;
alter table funding_project add column number int, add column carried_from text;

-- Body by body, as its own people would write it.
do $$
declare
  body int;
begin
  for body in select id from administration loop
    perform set_config('app.readable', body::text, true), set_config('app.writable', body::text, true);
    update initiative set number = position where administration_id = body;
    update funding_project set number = position where administration_id = body;

    -- The projects of a plan were one list, written whole. What was said of the list is said of all of them.
    update review_comment set part = case part when 'measures' then 'fundingProject' else 'initiative' end
      where administration_id = body and part in ('measures', 'initiatives');

    -- What was typed in the list and not saved becomes a draft of each project that it changes, and of the first that it
    -- adds. A list that adds more of them stays as it is beside them.
    insert into draft (administration_id, person_id, subject, base_revision, fields, saved_at)
      select draft.administration_id, draft.person_id,
        replace(draft.subject, '/measures', '/fundingProject') || coalesce(':' || project.number, ''), 0, typed.fields,
        draft.saved_at
      from draft
      cross join lateral (
        select substring(control.key from '^measures-(\d+)-')::int as place,
          jsonb_object_agg(regexp_replace(control.key, '^measures-\d+-', ''), control.value) as fields
        from jsonb_each(draft.fields) as control where control.key ~ '^measures-\d+-' group by 1
      ) as typed
      left join funding_project project on project.administration_id = draft.administration_id
        and draft.subject = 'plan:' || project.plan_id || '/measures' and project.number = typed.place
      where draft.administration_id = body and draft.subject ~ '^plan:\d+/measures$'
        and exists (select from jsonb_each_text(typed.fields) as said where btrim(said.value) <> '')
        and (project.number is null or concat_ws('|', typed.fields ->> 'measure', typed.fields ->> 'title',
          typed.fields ->> 'year', typed.fields ->> 'cup', typed.fields ->> 'progress',
          typed.fields ->> 'certification', typed.fields ->> 'payment',
          regexp_replace(typed.fields ->> 'amount', '\D', '', 'g'))
          is distinct from concat_ws('|', project.measure, project.title, coalesce(project.year::text, ''),
          coalesce(project.cup, ''), coalesce(project.progress, ''), coalesce(project.certification, ''),
          coalesce(project.payment, ''), coalesce(regexp_replace(project.amount::text, '\D', '', 'g'), '')))
      order by typed.place
      on conflict do nothing;
    delete from draft where administration_id = body and subject ~ '^plan:\d+/measures$' and (
      select count(distinct substring(control.key from '^measures-(\d+)-'))
      from jsonb_each_text(draft.fields) as control
      where control.key ~ '^measures-\d+-' and btrim(control.value) <> '' and not exists (
        select from funding_project project where project.administration_id = body
          and draft.subject = 'plan:' || project.plan_id || '/measures'
          and project.number = substring(control.key from '^measures-(\d+)-')::int)
    ) <= 1;
  end loop;
  perform set_config('app.readable', '', true), set_config('app.writable', '', true);
end
$$;

alter table initiative alter column number set not null, drop constraint initiative_pkey,
  add primary key (administration_id, plan_id, number);
alter table funding_project alter column number set not null, drop constraint funding_project_pkey,
  add primary key (administration_id, plan_id, number);

-- An initiative is found by its number.
create or replace function index_part() returns trigger language plpgsql as
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
    select source.plan_id as plan_id, source.number::text as key, source.title as title, concat_ws(' · ',
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

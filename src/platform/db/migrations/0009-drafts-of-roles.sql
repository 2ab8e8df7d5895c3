-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The controls of a role's act are named after the act now (`roles-0-act-date`, before `roles-0-date`): what was typed
-- and not saved goes on under the new names, body by body, as its own people would write it.

do $$
declare
  body int;
begin
  for body in select id from administration loop
    perform set_config('app.readable', body::text, true), set_config('app.writable', body::text, true);
    update draft set fields = coalesce((
      select jsonb_object_agg(regexp_replace(control.key, '^(roles-\d+)-(body|number|date)$', '\1-act-\2'), control.value)
      from jsonb_each(fields) as control
    ), '{}') where administration_id = body and subject = 'body/roles';
  end loop;
  perform set_config('app.readable', '', true), set_config('app.writable', '', true);
end
$$;

-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What pages ask of long journals: when a plan was begun, who ever wrote a line.

create index journal_beginnings on journal (administration_id)
  where event->>'type' in ('planCreated', 'profileAdopted');
create index journal_actors on journal (administration_id, actor_id, sequence);

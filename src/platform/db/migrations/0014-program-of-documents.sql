-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Which program made a document that is kept for the day: another program may print the same plan otherwise.
alter table document add column program text not null default '';
alter table document alter column program drop default;

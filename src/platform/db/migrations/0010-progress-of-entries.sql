-- SPDX-License-Identifier: AGPL-3.0-or-later
-- How far what an entry says is done, in whole per cent.
alter table entry add column progress integer check (progress between 0 and 100);

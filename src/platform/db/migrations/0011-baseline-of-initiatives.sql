-- SPDX-License-Identifier: AGPL-3.0-or-later
-- How things are before an initiative begins.
alter table initiative add column baseline text;

-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A role that somebody gave who could only because of a role that is not for good, delegated to them or given in this same
-- way, counts as long as that one. Whoever gave it had theirs before.
alter table role_grant add column granted_under int references role_grant check (granted_under < id);

-- SPDX-License-Identifier: AGPL-3.0-or-later
-- People who may sign in.

create table person (
  id text primary key,
  name text not null,
  email text not null unique check (email = lower(email))
);

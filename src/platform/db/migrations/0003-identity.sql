-- SPDX-License-Identifier: AGPL-3.0-or-later
-- People who may sign in. No tenant role may read any of this but the names, which `timone_platform` sees.

create table person (
  id text primary key check (id ~ '^[A-Za-z0-9]+$'),
  name text not null,
  email text not null unique check (email = lower(email)),
  -- Who invites a person vouches for the address.
  email_verified boolean not null default true,
  second_factor boolean not null default false,
  second_factor_demanded boolean not null default false,
  -- The first time that the person came in; until then the invitation is pending.
  joined_at timestamptz,
  last_sign_in_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table session (
  id text primary key,
  token text not null unique,
  person_id text not null references person on delete cascade,
  -- The provider answers for its own second factor.
  method text not null check (method in ('password', 'provider')),
  address text,
  user_agent text,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index on session (person_id);

-- How a person proves who they are: a password (argon2id, PHC format), or an account at the OpenID provider.

create table credential (
  id text primary key,
  person_id text not null references person on delete cascade,
  provider text not null check (provider in ('credential', 'oidc')),
  subject text not null,
  password text check (password like '$argon2id$%'),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider, subject),
  check ((provider = 'credential') = (password is not null))
);
create unique index on credential (person_id, provider);

-- Steps under way: second factor, sign-in at the provider.

create table verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on verification (identifier);

-- Secret and backup codes are encrypted with the installation's secret.

create table second_factor (
  id text primary key,
  person_id text not null unique references person on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failures int not null default 0,
  locked_until timestamptz
);

-- Codes that were tried: none works twice.

create table spent_code (
  person_id text not null references person on delete cascade,
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  primary key (person_id, code_hash)
);

-- Links that work once. Only what their token hashes to is kept.

create table access_link (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  purpose text not null check (purpose in ('invitation', 'firstAdministrator', 'reset')),
  person_id text references person on delete cascade,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  check ((purpose = 'firstAdministrator') = (person_id is null))
);
create index on access_link (person_id);

-- What was tried lately, by the hash of who or whence: several processes throttle together.

create table access_attempt (
  id bigint generated always as identity primary key,
  subject text not null check (subject ~ '^[0-9a-f]{64}$'),
  at timestamptz not null
);
create index on access_attempt (subject, at);

-- Tells every process that who may do what has changed: what they remember of it does not hold any more.

create function announce_access() returns trigger language plpgsql as
$$
begin
  perform pg_notify('timone_access', '');
  return null;
end
$$;

create trigger announce after delete or update of name, email, second_factor, second_factor_demanded, disabled_at
  on person for each statement execute function announce_access();
create trigger announce after delete or update of person_id, token, expires_at
  on session for each statement execute function announce_access();

create table api_key (
  id text collate "C" primary key,
  name text not null,
  role text not null check (role in ('viewer', 'submitter', 'operator')),
  -- Empty: all collections.
  collections text[] not null,
  -- SHA-256 of 256 random bits; the secret itself is kept nowhere.
  secret_hash bytea not null check (octet_length(secret_hash) = 32),
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  last_used_at timestamptz
);

create index api_key_newest on api_key (created_at desc, id desc);

create table signing_key (
  id text collate "C" primary key,
  public_key bytea not null,
  -- Encrypted; useless without the secret that the gateway is configured with.
  private_key bytea not null,
  created_at timestamptz not null
);

create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  subject text,
  role text,
  via text not null,
  action text not null,
  path text not null,
  peer text not null,
  request_id text not null,
  -- Null while under way, and for ever if the gateway died before the answer.
  status integer,
  ended_at timestamptz
);

create index audit_entry_at on audit_entry (at);

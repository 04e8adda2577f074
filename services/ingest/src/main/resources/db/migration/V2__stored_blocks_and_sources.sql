alter table submission
  -- The sender, or the files, call the figures provisional.
  add column provisional boolean not null default false,
  -- The attempt whose blocks are stored; the blocks in Kafka carry it.
  add column checked_attempt int,
  -- So many blocks, from the first, are in Kafka for certain; end_offsets and topic_id say where.
  add column acknowledged_blocks int not null default 0,
  add column bytes_checked bigint not null default 0,
  add column phase_started_at timestamptz,
  add column first_period text collate "C",
  add column last_period text collate "C";

create index submission_covered on submission (currency, last_period) where coverage is not null;

-- What was checked, exactly as Kafka gets it: a block of one region and month, deflated. Publishing goes on from here
-- after a crash, and what is current is read from here.
create table block (
  submission uuid not null references submission on delete cascade,
  attempt int not null,
  number int not null,
  region text not null collate "C",
  period text not null collate "C",
  cells int not null,
  size int not null,
  message bytea not null,
  primary key (submission, attempt, number)
);
alter table block alter column message set storage external;
create index block_slice on block (region, period);

-- Which submission took the place of which, as far as both cover the same cells.
create table replacement (
  newer uuid not null references submission on delete cascade,
  older uuid not null references submission on delete cascade,
  periods text[] not null,
  products int not null,
  primary key (newer, older)
);
create index replacement_older on replacement (older);

-- Objects of watched folders and buckets; a version of an object is taken once, whoever sees it first.
create table source_object (
  source text not null,
  name text not null,
  version text not null,
  bytes bigint not null,
  state text not null check (state in ('settling', 'taken', 'refused')),
  first_seen_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  -- Until then, the replica that claimed it works on it.
  claimed_until timestamptz,
  submission uuid,
  reason text,
  result_state text,
  primary key (source, name, version)
);
create index source_object_open on source_object (source) where state = 'taken' and result_state is null;

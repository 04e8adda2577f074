-- The place of a submission in the order of all submissions; the newest wins.
create sequence vintage;

create table submission (
  id uuid primary key,
  vintage bigint unique,
  state text not null check (state in ('receiving', 'received', 'checking', 'publishing', 'published', 'applied',
                                       'rejected', 'withdrawn', 'stuck')),
  -- Fences: every change by a worker names the attempt that its lease was given.
  attempt int not null default 0,
  failures int not null default 0,
  -- When a worker should next look at it: now, when its lease ends, when to try again; null if there is nothing to do.
  due_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  accepted_at timestamptz,

  period text,
  declared_currency text,
  flow text not null,
  mode text not null,
  declared_coverage text not null,
  label text,

  idempotency_key text,
  identity text,
  -- The live submission of these contents; a forced repetition takes it over.
  holds_identity boolean not null default false,

  reason text,
  bytes_received bigint not null default 0,
  bytes_total bigint,
  rows_checked bigint not null default 0,
  rows_published bigint not null default 0,
  blocks_published int not null default 0,

  row_count bigint,
  key_count bigint,
  block_count int,
  problem_count bigint not null default 0,
  warning_count bigint not null default 0,
  currency text,
  coverage text,
  published_attempt int,
  topic_id text,
  end_offsets text,
  published_at timestamptz,
  announced_at timestamptz,
  applied_at timestamptz,
  withdrawn_at timestamptz,
  closed_at timestamptz
);

create unique index submission_identity on submission (identity) where holds_identity;
create unique index submission_idempotency_key on submission (idempotency_key) where idempotency_key is not null;
create index submission_due on submission (due_at) where due_at is not null;
create index submission_receiving on submission (updated_at) where state = 'receiving';

create table submission_file (
  submission uuid not null references submission on delete cascade,
  number int not null,
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  format text,
  encoding text,
  currency text,
  row_count bigint,
  primary key (submission, number)
);

-- The bytes as they were sent, a mebibyte each.
create table chunk (
  submission uuid not null references submission on delete cascade,
  file int not null,
  number int not null,
  size int not null,
  compressed boolean not null,
  bytes bytea not null,
  primary key (submission, file, number)
);
-- They are compressed already, or cannot be.
alter table chunk alter column bytes set storage external;

create table problem (
  submission uuid not null references submission on delete cascade,
  number int not null,
  file text not null,
  line bigint,
  column_name text,
  value text,
  code text not null,
  severity text not null,
  message text not null,
  advice text not null,
  primary key (submission, number)
);

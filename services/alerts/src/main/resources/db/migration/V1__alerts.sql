-- Alerts' database: what is known of the indicators, what follows from it, what was told.
-- Codes and periods ('2025-07') compare bytewise, hence COLLATE "C" where they are ordered.

-- Consuming ----------------------------------------------------------------------------------------------------------

CREATE TABLE position (
  topic text NOT NULL,
  topic_id text NOT NULL,
  partition int NOT NULL,
  next bigint NOT NULL,
  PRIMARY KEY (topic, partition)
);

-- Records that cannot be read: kept for people, never in the way.
CREATE TABLE poison_record (
  topic text NOT NULL,
  topic_id text NOT NULL,
  partition int NOT NULL,
  record_offset bigint NOT NULL,
  record_key bytea,
  record_value bytea,
  error text NOT NULL,
  seen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (topic_id, partition, record_offset)
);

-- Slices of a change whose close is not complete.
CREATE TABLE pending_event (
  epoch bigint NOT NULL,
  apply_seq bigint NOT NULL,
  number int NOT NULL,
  submission uuid NOT NULL,
  payload bytea NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (epoch, apply_seq, number)
);

CREATE TABLE pending_close (
  epoch bigint NOT NULL,
  apply_seq bigint NOT NULL,
  submission uuid NOT NULL,
  events int NOT NULL,
  payload bytea NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (epoch, apply_seq)
);

-- Changes that were evaluated: what is sent again of them is dropped.
CREATE TABLE closed_change (
  epoch bigint NOT NULL,
  apply_seq bigint NOT NULL,
  submission uuid NOT NULL,
  cause text NOT NULL,
  applied_at timestamptz NOT NULL,
  evaluated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (epoch, apply_seq)
);

-- Indicators ---------------------------------------------------------------------------------------------------------

-- The latest covered period of each series; null when nothing is covered any more.
CREATE TABLE series (
  partner text NOT NULL,
  sector text NOT NULL,
  time_window text NOT NULL,
  currency text NOT NULL,
  newest text COLLATE "C",
  epoch bigint NOT NULL,
  apply_seq bigint NOT NULL,
  PRIMARY KEY (partner, sector, time_window, currency)
);

-- The latest numbers of each cell.
CREATE TABLE cell (
  partner text NOT NULL,
  sector text NOT NULL,
  time_window text NOT NULL,
  currency text NOT NULL,
  period text COLLATE "C" NOT NULL,
  region text COLLATE "C" NOT NULL,
  epoch bigint NOT NULL,
  apply_seq bigint NOT NULL,
  -- The row of the event, whole: rules to come judge other indicators.
  numbers jsonb NOT NULL,
  -- What the slice says of all its rows: coverage and labels.
  about jsonb NOT NULL,
  PRIMARY KEY (partner, sector, time_window, currency, period, region)
);

-- Rules and incidents ------------------------------------------------------------------------------------------------

CREATE TABLE rule (
  id text PRIMARY KEY,
  name text NOT NULL,
  version int NOT NULL DEFAULT 1,
  enabled boolean NOT NULL DEFAULT true,
  indicator text NOT NULL CHECK (indicator = 'yoy'),
  scope text NOT NULL CHECK (scope IN ('provinces', 'nation')),
  partner text NOT NULL,
  sector text NOT NULL,
  time_window text NOT NULL,
  currency text NOT NULL,
  warning numeric,
  critical numeric,
  min_base numeric NOT NULL DEFAULT 0,
  new_year_guard boolean NOT NULL DEFAULT true,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CHECK (warning IS NOT NULL OR critical IS NOT NULL)
);

INSERT INTO rule (id, name, indicator, scope, partner, sector, time_window, currency, warning, critical, min_base)
VALUES ('us-exports-drop', 'Sharp drop of exports to the United States', 'yoy', 'provinces', 'USA', 'all', 'ytd', 'USD',
        -0.20, -0.40, 10000000);

CREATE TABLE incident (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  rule text NOT NULL REFERENCES rule,
  region text COLLATE "C" NOT NULL,
  partner text NOT NULL,
  sector text NOT NULL,
  time_window text NOT NULL,
  currency text NOT NULL,
  state text NOT NULL CHECK (state IN ('firing', 'resolved', 'corrected', 'withdrawn')),
  severity text NOT NULL CHECK (severity IN ('warning', 'critical')),
  period text COLLATE "C" NOT NULL,
  since_period text COLLATE "C" NOT NULL,
  since timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  value numeric,
  base_value numeric,
  yoy numeric,
  exposure numeric,
  contribution numeric,
  UNIQUE (rule, partner, sector, time_window, currency, region)
);

CREATE INDEX incident_state ON incident (state, id DESC);

-- What an incident's figures were in each period that it observed.
CREATE TABLE observation (
  incident bigint NOT NULL REFERENCES incident,
  period text COLLATE "C" NOT NULL,
  finding text NOT NULL CHECK (finding IN ('FIRING', 'RECOVERED', 'CORRECTED', 'WITHDRAWN')),
  severity text NOT NULL,
  threshold numeric NOT NULL,
  figures jsonb NOT NULL,
  PRIMARY KEY (incident, period)
);

-- The history.
CREATE TABLE incident_step (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  incident bigint NOT NULL REFERENCES incident,
  at timestamptz NOT NULL DEFAULT now(),
  kind text NOT NULL,
  period text COLLATE "C" NOT NULL,
  state text NOT NULL,
  severity text NOT NULL,
  was jsonb,
  now jsonb,
  submission uuid NOT NULL,
  cause text NOT NULL,
  epoch bigint NOT NULL,
  apply_seq bigint NOT NULL
);

CREATE INDEX incident_step_incident ON incident_step (incident, id);

-- Notifications ------------------------------------------------------------------------------------------------------

CREATE TABLE channel (
  name text PRIMARY KEY,
  kind text NOT NULL,
  -- A digest of the address, to see that it changed; never the address.
  fingerprint text NOT NULL,
  -- Set when the receiver asks for patience.
  not_before timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- One row a message.
CREATE TABLE notification (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  channel text NOT NULL REFERENCES channel,
  group_key text COLLATE "C" NOT NULL,
  period text COLLATE "C" NOT NULL,
  state text NOT NULL CHECK (state IN ('pending', 'sent', 'failed', 'no-channel')),
  desired_version int NOT NULL,
  desired jsonb NOT NULL,
  desired_at timestamptz NOT NULL DEFAULT now(),
  -- The submission whose change made the desired version.
  submission uuid NOT NULL,
  sent_version int NOT NULL DEFAULT 0,
  sent jsonb,
  sent_at timestamptz,
  -- The receiver's id of the message, where it gives one.
  ts text,
  payload jsonb,
  attempts int NOT NULL DEFAULT 0,
  -- Set before the call and cleared with its answer: what is left behind tells of a crash in between.
  attempting_version int,
  attempted_at timestamptz,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  last_error text,
  UNIQUE (channel, group_key)
);

CREATE INDEX notification_due ON notification (next_attempt_at) WHERE state = 'pending';

-- The delivery log: every attempt that was answered or given up.
CREATE TABLE delivery (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  notification bigint NOT NULL REFERENCES notification,
  version int NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  reason text NOT NULL,
  outcome text NOT NULL,
  detail text
);

CREATE INDEX delivery_notification ON delivery (notification, id);

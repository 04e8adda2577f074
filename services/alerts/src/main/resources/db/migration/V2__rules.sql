-- Rules of every indicator, their versions, and what operators do with incidents.

-- Rules --------------------------------------------------------------------------------------------------------------

ALTER TABLE rule
  DROP CONSTRAINT rule_indicator_check,
  ADD COLUMN owner text NOT NULL DEFAULT '',
  ADD COLUMN comparison text NOT NULL DEFAULT 'at-or-below' CHECK (comparison IN ('at-or-below', 'at-or-above')),
  -- The rule, whole; the columns beside it are for queries.
  ADD COLUMN definition jsonb,
  -- Written by a file: read-only in the API.
  ADD COLUMN provisioned boolean NOT NULL DEFAULT false,
  -- Deleted rules stay, because their incidents do.
  ADD COLUMN deleted_at timestamptz,
  ADD COLUMN updated_by text NOT NULL DEFAULT 'tradewind';

UPDATE rule
SET definition = jsonb_build_object(
  'id', id, 'name', name, 'owner', '', 'enabled', enabled, 'indicator', indicator, 'scope', scope, 'regions', '[]'::jsonb,
  'group', NULL, 'partner', partner, 'sector', sector, 'window', time_window, 'currency', currency,
  'comparison', 'at-or-below', 'warning', trim_scale(warning), 'critical', trim_scale(critical), 'times', 1,
  'periods', 1, 'minBase', trim_scale(min_base)::text, 'minChange', '0', 'minContribution', 0, 'recoveryMargin', 0,
  'newYearGuard', new_year_guard, 'receivers', '[]'::jsonb, 'labels', '{}'::jsonb);

ALTER TABLE rule
  ALTER COLUMN definition SET NOT NULL,
  DROP COLUMN scope,
  DROP COLUMN warning,
  DROP COLUMN critical,
  DROP COLUMN min_base,
  DROP COLUMN new_year_guard;

CREATE INDEX rule_series ON rule (partner, sector, time_window, currency);

CREATE TABLE rule_version (
  rule text NOT NULL REFERENCES rule ON DELETE CASCADE,
  version int NOT NULL,
  action text NOT NULL CHECK (action IN ('created', 'changed', 'enabled', 'disabled', 'deleted')),
  definition jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  actor text NOT NULL,
  PRIMARY KEY (rule, version)
);

INSERT INTO rule_version (rule, version, action, definition, at, actor)
SELECT id, version, 'created', definition, updated_at, updated_by FROM rule;

-- What the closes of changes tell besides ----------------------------------------------------------------------------

CREATE TABLE policy_event (
  id text PRIMARY KEY,
  date date NOT NULL,
  end_date date,
  title_en text NOT NULL,
  title_zh text NOT NULL,
  kind text NOT NULL,
  source text NOT NULL
);

CREATE INDEX policy_event_date ON policy_event (date);

CREATE TABLE region_group (
  id text PRIMARY KEY,
  name_en text NOT NULL,
  name_zh text NOT NULL,
  members text[] NOT NULL
);

-- Which close the two were taken from.
CREATE TABLE reference_stamp (
  what text PRIMARY KEY,
  epoch bigint NOT NULL,
  apply_seq bigint NOT NULL
);

-- Incidents ----------------------------------------------------------------------------------------------------------

ALTER TABLE incident
  DROP CONSTRAINT incident_state_check,
  ADD CONSTRAINT incident_state_check
    CHECK (state IN ('firing', 'acknowledged', 'resolved', 'corrected', 'withdrawn', 'closed')),
  ADD COLUMN threshold numeric,
  ADD COLUMN observed numeric,
  ADD COLUMN acknowledged_at timestamptz,
  ADD COLUMN acknowledged_by text,
  ADD COLUMN acknowledged_severity text,
  ADD COLUMN acknowledged_comment text;

CREATE INDEX incident_series ON incident (partner, sector, time_window, currency, period);

-- The number that was compared with the threshold.
ALTER TABLE observation
  DROP CONSTRAINT observation_finding_check,
  ADD CONSTRAINT observation_finding_check
    CHECK (finding IN ('FIRING', 'RECOVERED', 'CORRECTED', 'WITHDRAWN', 'CLOSED')),
  ADD COLUMN observed numeric;

UPDATE observation SET observed = (figures ->> 'yoy')::numeric;

UPDATE incident i SET threshold = o.threshold, observed = o.observed
FROM observation o WHERE o.incident = i.id AND o.period = i.period;

-- Steps that people cause rest on no submission.
ALTER TABLE incident_step
  ALTER COLUMN submission DROP NOT NULL,
  ALTER COLUMN epoch DROP NOT NULL,
  ALTER COLUMN apply_seq DROP NOT NULL,
  ADD COLUMN actor text,
  ADD COLUMN comment text;

ALTER TABLE notification ALTER COLUMN submission DROP NOT NULL;

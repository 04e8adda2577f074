-- Who is told what and when: routing, silences, notices, and what messages need for them.

-- The routing document, all versions of it.
CREATE TABLE routing (
  version int PRIMARY KEY,
  document jsonb NOT NULL,
  origin text NOT NULL CHECK (origin IN ('api', 'file')),
  author text NOT NULL,
  stored_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE silence (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  matchers jsonb NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  author text NOT NULL,
  comment text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  -- The phase that messages take account of: another one than now means that they have to be looked at again.
  phase text NOT NULL DEFAULT 'pending' CHECK (phase IN ('pending', 'active', 'expired')),
  CHECK (starts_at <= ends_at)
);

CREATE INDEX silence_phase ON silence (phase) WHERE phase <> 'expired';

ALTER TABLE notification
  DROP CONSTRAINT notification_state_check,
  -- held: begun, but silenced or inhibited as a whole; superseded: no longer so before it could be sent.
  ADD CHECK (state IN ('pending', 'sent', 'failed', 'no-channel', 'held', 'superseded')),
  ADD COLUMN kind text NOT NULL DEFAULT 'alerts'
    CHECK (kind IN ('alerts', 'all-clear', 'overdue', 'digest', 'test')),
  -- Incidents that are not told at present, and why.
  ADD COLUMN held jsonb NOT NULL DEFAULT '{}',
  -- When it may go out.
  ADD COLUMN timing jsonb NOT NULL DEFAULT '{"mute":[],"active":[],"repeatInterval":null}',
  -- Until when it waits for its time, null if it does not.
  ADD COLUMN quiet_until timestamptz,
  -- Whether what has not changed is to be said again.
  ADD COLUMN reminder boolean NOT NULL DEFAULT false,
  -- Time alone makes notices, and silences and routing change messages, too.
  ALTER COLUMN submission DROP NOT NULL,
  ALTER COLUMN period DROP NOT NULL;

CREATE INDEX notification_period ON notification (period, group_key);

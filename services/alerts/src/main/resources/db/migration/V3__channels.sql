-- Channels over the API.

ALTER TABLE channel
  -- Those of the configuration are read-only over the API.
  ADD COLUMN origin text NOT NULL DEFAULT 'configuration' CHECK (origin IN ('configuration', 'api')),
  ADD COLUMN language text NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'zh')),
  -- What the kind needs to know and everyone may.
  ADD COLUMN settings jsonb NOT NULL DEFAULT '{}',
  -- AES-256-GCM under the key of that id: a nonce of 12 bytes, then the sealed text.
  ADD COLUMN secret bytea,
  ADD COLUMN secret_key text,
  -- Or the name of a mounted file.
  ADD COLUMN secret_ref text,
  -- A deleted channel keeps its messages, which refer to it.
  ADD COLUMN deleted_at timestamptz,
  ADD COLUMN tested_at timestamptz,
  ADD CHECK ((secret IS NULL) = (secret_key IS NULL)),
  ADD CHECK (secret IS NULL OR secret_ref IS NULL),
  ADD CHECK (kind IN ('slack-webhook', 'slack-bot', 'webhook', 'email', 'alertmanager'));

-- When a firing alert was last told again to a receiver that forgets.
ALTER TABLE notification ADD COLUMN refreshed_at timestamptz;

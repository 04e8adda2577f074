-- One row: what listeners were told of besides the data. Which series are watched is configured, and kept here so that
-- all replicas tell of the same; another configuration makes everything be told once. Also which state of the groups
-- and events was told last.
CREATE TABLE announced (
  one         boolean PRIMARY KEY DEFAULT true CHECK (one),
  partners    text[] NOT NULL,
  sectors     text[] NOT NULL,
  windows     text[] NOT NULL,
  catalog_seq bigint NOT NULL
);

-- Text keys are compared byte by byte (COLLATE "C"), periods are numbers yyyymm, money is bigint in minor units.

-- One row: which history this database tells, and how far it has told it. Changed only under the merge lock.
CREATE TABLE merge_state (
  one       boolean PRIMARY KEY DEFAULT true CHECK (one),
  epoch     bigint  NOT NULL,
  apply_seq bigint  NOT NULL,
  -- Catching up after a restore: merge, but say nothing until the positions in catch_up are reached.
  quiet     boolean NOT NULL
);
INSERT INTO merge_state (epoch, apply_seq, quiet) VALUES (1, 0, false);

-- Where reading goes on. Advanced only together with what was read (protocol rule 4).
CREATE TABLE position (
  topic     text COLLATE "C" NOT NULL,
  topic_id  text COLLATE "C" NOT NULL,
  partition int    NOT NULL,
  next      bigint NOT NULL,
  PRIMARY KEY (topic, partition)
);

-- How far Kafka's group had read before this database was restored.
CREATE TABLE catch_up (
  topic     text COLLATE "C" NOT NULL,
  partition int    NOT NULL,
  target    bigint NOT NULL,
  PRIMARY KEY (topic, partition)
);

-- Records that cannot be read; kept to be looked at, never in the way.
CREATE TABLE poison (
  topic       text COLLATE "C" NOT NULL,
  topic_id    text COLLATE "C" NOT NULL,
  partition   int    NOT NULL,
  record      bigint NOT NULL,
  reason      text   NOT NULL,
  key         bytea,
  value       bytea,
  diverted_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (topic, topic_id, partition, record)
);

-- Every submission ever seen, first through a block or through its event.
CREATE TABLE submission (
  no             int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id             uuid   NOT NULL UNIQUE,
  vintage        bigint NOT NULL,
  currency       text COLLATE "C" NOT NULL,
  state          text COLLATE "C" NOT NULL DEFAULT 'open'
                 CHECK (state IN ('open', 'applied', 'withdrawn', 'stuck', 'refused')),
  reason         text,
  first_seen_at  timestamptz NOT NULL DEFAULT now(),
  -- From the completion event; null until it is here.
  attempt        int,
  label          text,
  accepted_at    timestamptz,
  blocks         int,
  distinct_keys  bigint,
  topic_id       text COLLATE "C",
  end_partitions int[],
  end_offsets    bigint[],
  -- From the withdrawal; it may come first.
  withdrawn_at   timestamptz,
  -- When it was first merged; its rows are history from then on, also after a withdrawal.
  applied_at     timestamptz,
  apply_seq      bigint
);
CREATE INDEX submission_vintage ON submission (vintage);
CREATE INDEX submission_unsettled ON submission (vintage) WHERE state IN ('open', 'stuck', 'refused') OR withdrawn_at IS NOT NULL;

-- Which blocks are staged, how many cells each brought, and which slices a submission's rows lie in.
CREATE TABLE staged_block (
  submission_no int  NOT NULL REFERENCES submission,
  attempt       int  NOT NULL,
  block         int  NOT NULL,
  period        int  NOT NULL,
  region        text COLLATE "C" NOT NULL,
  keys          int  NOT NULL,
  PRIMARY KEY (submission_no, attempt, block)
);

-- Staging and history in one: rows of a submission's applied attempt are history, others wait or are swept.
CREATE TABLE observation (
  period        int  NOT NULL,
  region        text COLLATE "C" NOT NULL,
  product       text COLLATE "C" NOT NULL,
  partner       text COLLATE "C" NOT NULL,
  submission_no int  NOT NULL,
  attempt       int  NOT NULL,
  value         bigint NOT NULL,
  PRIMARY KEY (period, region, product, partner, submission_no, attempt)
) PARTITION BY RANGE (period);

-- What the newest live vintage says: a row wherever a live submission lists the cell.
CREATE TABLE fact (
  currency text COLLATE "C" NOT NULL,
  period   int  NOT NULL,
  region   text COLLATE "C" NOT NULL,
  product  text COLLATE "C" NOT NULL,
  partner  text COLLATE "C" NOT NULL,
  value    bigint NOT NULL,
  PRIMARY KEY (currency, period, region, product, partner)
) PARTITION BY RANGE (period);

DO $$
BEGIN
  FOR year IN 2010..2040 LOOP
    EXECUTE format('CREATE TABLE observation_%s PARTITION OF observation FOR VALUES FROM (%s) TO (%s)',
                   year, year * 100, (year + 1) * 100);
    EXECUTE format('CREATE TABLE fact_%s PARTITION OF fact FOR VALUES FROM (%s) TO (%s) WITH (fillfactor = 80)',
                   year, year * 100, (year + 1) * 100);
  END LOOP;
END $$;
CREATE TABLE observation_other PARTITION OF observation DEFAULT;
CREATE TABLE fact_other PARTITION OF fact DEFAULT;

-- What each file of a submission observes.
CREATE TABLE box (
  id            int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  submission_no int  NOT NULL REFERENCES submission,
  file          text NOT NULL,
  products      text[] NOT NULL,
  months        int[]  NOT NULL,
  listed_only   int[]  NOT NULL,
  partners      text[] NOT NULL,
  regions       text[] NOT NULL,
  all_partners  boolean NOT NULL,
  all_regions   boolean NOT NULL
);
CREATE INDEX box_submission ON box (submission_no);

-- The boxes of live submissions, laid out for the one question of the merge: does a newer vintage
-- claim this cell? Only complete months; a listed-only month claims nothing but its rows.
CREATE TABLE claim (
  currency text COLLATE "C" NOT NULL,
  period   int    NOT NULL,
  product  text COLLATE "C" NOT NULL,
  vintage  bigint NOT NULL,
  box_id   int    NOT NULL REFERENCES box,
  PRIMARY KEY (currency, period, product, vintage, box_id)
);
CREATE INDEX claim_box ON claim (box_id);
CREATE TABLE claim_region (
  box_id int  NOT NULL REFERENCES box,
  region text COLLATE "C" NOT NULL,
  PRIMARY KEY (box_id, region)
);
CREATE TABLE claim_partner (
  box_id  int  NOT NULL REFERENCES box,
  partner text COLLATE "C" NOT NULL,
  PRIMARY KEY (box_id, partner)
);

-- Which sectors a product belongs to in a year: HS editions move codes.
CREATE TABLE product_sector (
  product text COLLATE "C" NOT NULL,
  year    int  NOT NULL,
  sector  text COLLATE "C" NOT NULL,
  PRIMARY KEY (product, year, sector)
);

-- Sums that indicators are made of, recomputed from facts, never incremented. Partner WLD is the
-- sum of all partner codes.
CREATE TABLE slice (
  currency text COLLATE "C" NOT NULL,
  period   int  NOT NULL,
  sector   text COLLATE "C" NOT NULL,
  partner  text COLLATE "C" NOT NULL,
  region   text COLLATE "C" NOT NULL,
  value    bigint NOT NULL,
  PRIMARY KEY (currency, period, sector, partner, region)
) WITH (fillfactor = 80);

-- What a merge changed in cells that were known before; a null is "unknown".
CREATE TABLE revision (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  apply_seq bigint NOT NULL,
  currency  text COLLATE "C" NOT NULL,
  period    int  NOT NULL,
  region    text COLLATE "C" NOT NULL,
  product   text COLLATE "C" NOT NULL,
  partner   text COLLATE "C" NOT NULL,
  old_value bigint,
  new_value bigint
);
CREATE INDEX revision_apply ON revision (apply_seq, id);

-- One row per merge; payloads are finished, so that sending again is word for word.
CREATE TABLE outbox (
  apply_seq  bigint PRIMARY KEY,
  submission uuid   NOT NULL,
  cause      text COLLATE "C" NOT NULL,
  vintage    bigint,
  applied_at timestamptz NOT NULL,
  close      bytea  NOT NULL,
  sent_at    timestamptz
);
CREATE INDEX outbox_unsent ON outbox (apply_seq) WHERE sent_at IS NULL;
CREATE INDEX outbox_submission ON outbox (submission);
CREATE TABLE outbox_slice (
  apply_seq bigint NOT NULL REFERENCES outbox,
  number    int    NOT NULL,
  payload   bytea  NOT NULL,
  PRIMARY KEY (apply_seq, number)
);

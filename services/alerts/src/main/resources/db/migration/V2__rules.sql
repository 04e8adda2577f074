-- Rules of every indicator.

ALTER TABLE rule
  DROP CONSTRAINT rule_indicator_check,
  ADD COLUMN owner text NOT NULL DEFAULT '',
  ADD COLUMN comparison text NOT NULL DEFAULT 'at-or-below' CHECK (comparison IN ('at-or-below', 'at-or-above'));

-- The number that was compared with the threshold.
ALTER TABLE observation ADD COLUMN observed numeric;

UPDATE observation SET observed = (figures ->> 'yoy')::numeric;

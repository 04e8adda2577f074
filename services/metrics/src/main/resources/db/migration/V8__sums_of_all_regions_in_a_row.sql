-- The sums of all regions stand in one row, at their places in the order of the customs codes (null: none), since whoever asks
-- for indicators asks for all regions: a thirtieth of the rows to read and to write.
ALTER TABLE slice RENAME TO slice_by_region;
ALTER INDEX slice_pkey RENAME TO slice_by_region_pkey;
CREATE TABLE slice (
  currency text COLLATE "C" NOT NULL,
  period   int  NOT NULL,
  sector   text COLLATE "C" NOT NULL,
  partner  text COLLATE "C" NOT NULL,
  sums     bigint[] NOT NULL,
  PRIMARY KEY (currency, period, sector, partner)
) WITH (fillfactor = 80);
INSERT INTO slice (currency, period, sector, partner, sums)
SELECT currency, period, sector, partner, ARRAY[
    max(value) FILTER (WHERE region = 'CN-BJ'), max(value) FILTER (WHERE region = 'CN-TJ'), max(value) FILTER (WHERE region = 'CN-HE'),
    max(value) FILTER (WHERE region = 'CN-SX'), max(value) FILTER (WHERE region = 'CN-NM'), max(value) FILTER (WHERE region = 'CN-LN'),
    max(value) FILTER (WHERE region = 'CN-JL'), max(value) FILTER (WHERE region = 'CN-HL'), max(value) FILTER (WHERE region = 'CN-SH'),
    max(value) FILTER (WHERE region = 'CN-JS'), max(value) FILTER (WHERE region = 'CN-ZJ'), max(value) FILTER (WHERE region = 'CN-AH'),
    max(value) FILTER (WHERE region = 'CN-FJ'), max(value) FILTER (WHERE region = 'CN-JX'), max(value) FILTER (WHERE region = 'CN-SD'),
    max(value) FILTER (WHERE region = 'CN-HA'), max(value) FILTER (WHERE region = 'CN-HB'), max(value) FILTER (WHERE region = 'CN-HN'),
    max(value) FILTER (WHERE region = 'CN-GD'), max(value) FILTER (WHERE region = 'CN-GX'), max(value) FILTER (WHERE region = 'CN-HI'),
    max(value) FILTER (WHERE region = 'CN-CQ'), max(value) FILTER (WHERE region = 'CN-SC'), max(value) FILTER (WHERE region = 'CN-GZ'),
    max(value) FILTER (WHERE region = 'CN-YN'), max(value) FILTER (WHERE region = 'CN-XZ'), max(value) FILTER (WHERE region = 'CN-SN'),
    max(value) FILTER (WHERE region = 'CN-GS'), max(value) FILTER (WHERE region = 'CN-QH'), max(value) FILTER (WHERE region = 'CN-NX'),
    max(value) FILTER (WHERE region = 'CN-XJ')]
FROM slice_by_region GROUP BY currency, period, sector, partner ORDER BY currency, period, sector, partner;
DROP TABLE slice_by_region;

-- The same, a row for each sum.
CREATE VIEW slice_cell AS
SELECT s.currency, s.period, s.sector, s.partner,
       (ARRAY[
         'CN-BJ', 'CN-TJ', 'CN-HE', 'CN-SX', 'CN-NM', 'CN-LN', 'CN-JL', 'CN-HL', 'CN-SH', 'CN-JS', 'CN-ZJ',
         'CN-AH', 'CN-FJ', 'CN-JX', 'CN-SD', 'CN-HA', 'CN-HB', 'CN-HN', 'CN-GD', 'CN-GX', 'CN-HI', 'CN-CQ',
         'CN-SC', 'CN-GZ', 'CN-YN', 'CN-XZ', 'CN-SN', 'CN-GS', 'CN-QH', 'CN-NX', 'CN-XJ'])[r.number::int] COLLATE "C" AS region,
       r.value
FROM slice s, unnest(s.sums) WITH ORDINALITY AS r (value, number)
WHERE r.value IS NOT NULL;

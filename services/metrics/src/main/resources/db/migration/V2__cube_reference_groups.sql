-- Quantities, in the unit that customs names. Null where a file has none or where units differ.
ALTER TABLE observation ADD COLUMN quantity bigint, ADD COLUMN unit text COLLATE "C";
ALTER TABLE fact ADD COLUMN quantity bigint, ADD COLUMN unit text COLLATE "C";

ALTER TABLE submission ADD COLUMN provisional boolean NOT NULL DEFAULT false;
CREATE INDEX submission_accepted ON submission (currency, accepted_at) WHERE applied_at IS NOT NULL;

-- Claims of withdrawn submissions stay: reads as of an earlier time need them.
ALTER TABLE claim ADD COLUMN live boolean NOT NULL DEFAULT true;

-- The nation as a source reports it (region CN). A table of its own, so that no sum can take it in.
CREATE TABLE reference (
  currency text COLLATE "C" NOT NULL,
  period   int  NOT NULL,
  region   text COLLATE "C" NOT NULL CHECK (region = 'CN'),
  product  text COLLATE "C" NOT NULL,
  partner  text COLLATE "C" NOT NULL,
  value    bigint NOT NULL,
  quantity bigint,
  unit     text COLLATE "C",
  PRIMARY KEY (currency, period, region, product, partner)
);

-- Which list of sectors the sums were made with; another one makes them anew.
CREATE TABLE sector_list (
  one         boolean PRIMARY KEY DEFAULT true CHECK (one),
  fingerprint text NOT NULL
);

-- Raised with every change of what people keep here (groups, events): answers made before are stale.
ALTER TABLE merge_state ADD COLUMN catalog_seq bigint NOT NULL DEFAULT 0;

-- Groups of regions and of partners, and sectors of one's own. Every change is a new version.
CREATE TABLE code_group (
  kind      text COLLATE "C" NOT NULL CHECK (kind IN ('region', 'partner', 'sector')),
  id        text COLLATE "C" NOT NULL,
  version   int  NOT NULL,
  name_en   text NOT NULL,
  name_zh   text NOT NULL,
  -- The day for which the list holds, where members come and go.
  listed_on date,
  source    text,
  deleted   boolean NOT NULL DEFAULT false,
  made_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (kind, id, version)
);
-- Members by edition: a sector's HS prefixes may differ from year to year.
CREATE TABLE code_group_member (
  kind       text COLLATE "C" NOT NULL,
  id         text COLLATE "C" NOT NULL,
  version    int  NOT NULL,
  edition    int  NOT NULL,
  first_year int,
  last_year  int,
  code       text COLLATE "C" NOT NULL,
  PRIMARY KEY (kind, id, version, edition, code),
  FOREIGN KEY (kind, id, version) REFERENCES code_group
);

INSERT INTO code_group (kind, id, version, name_en, name_zh, listed_on, source)
VALUES ('region', 'coastal-six', 1, 'Six coastal provinces', '沿海六省市', NULL, 'the six largest exporters to the United States');
INSERT INTO code_group_member (kind, id, version, edition, code)
SELECT 'region', 'coastal-six', 1, 0, c FROM regexp_split_to_table('CN-FJ CN-GD CN-JS CN-SD CN-SH CN-ZJ', '\s+') AS c;
INSERT INTO code_group (kind, id, version, name_en, name_zh, listed_on, source)
VALUES ('region', 'inland-five', 1, 'Five inland provinces', '内陆五省市', NULL, 'the five largest inland exporters to the United States');
INSERT INTO code_group_member (kind, id, version, edition, code)
SELECT 'region', 'inland-five', 1, 0, c FROM regexp_split_to_table('CN-AH CN-CQ CN-HA CN-HB CN-SC', '\s+') AS c;
INSERT INTO code_group (kind, id, version, name_en, name_zh, listed_on, source)
VALUES ('region', 'east', 1, 'East', '东部地区', NULL, 'National Bureau of Statistics');
INSERT INTO code_group_member (kind, id, version, edition, code)
SELECT 'region', 'east', 1, 0, c FROM regexp_split_to_table('CN-BJ CN-FJ CN-GD CN-HE CN-HI CN-JS CN-SD CN-SH CN-TJ CN-ZJ', '\s+') AS c;
INSERT INTO code_group (kind, id, version, name_en, name_zh, listed_on, source)
VALUES ('region', 'central', 1, 'Central', '中部地区', NULL, 'National Bureau of Statistics');
INSERT INTO code_group_member (kind, id, version, edition, code)
SELECT 'region', 'central', 1, 0, c FROM regexp_split_to_table('CN-AH CN-HA CN-HB CN-HN CN-JX CN-SX', '\s+') AS c;
INSERT INTO code_group (kind, id, version, name_en, name_zh, listed_on, source)
VALUES ('region', 'west', 1, 'West', '西部地区', NULL, 'National Bureau of Statistics');
INSERT INTO code_group_member (kind, id, version, edition, code)
SELECT 'region', 'west', 1, 0, c FROM regexp_split_to_table('CN-CQ CN-GS CN-GX CN-GZ CN-NM CN-NX CN-QH CN-SC CN-SN CN-XJ CN-XZ CN-YN', '\s+') AS c;
INSERT INTO code_group (kind, id, version, name_en, name_zh, listed_on, source)
VALUES ('region', 'northeast', 1, 'Northeast', '东北地区', NULL, 'National Bureau of Statistics');
INSERT INTO code_group_member (kind, id, version, edition, code)
SELECT 'region', 'northeast', 1, 0, c FROM regexp_split_to_table('CN-HL CN-JL CN-LN', '\s+') AS c;
INSERT INTO code_group (kind, id, version, name_en, name_zh, listed_on, source)
VALUES ('region', 'national', 1, 'All 31 regions', '全国', NULL, 'the same as CN');
INSERT INTO code_group_member (kind, id, version, edition, code)
SELECT 'region', 'national', 1, 0, c FROM regexp_split_to_table('CN-AH CN-BJ CN-CQ CN-FJ CN-GD CN-GS CN-GX CN-GZ CN-HA CN-HB CN-HE CN-HI CN-HL CN-HN CN-JL CN-JS CN-
JX CN-LN CN-NM CN-NX CN-QH CN-SC CN-SD CN-SH CN-SN CN-SX CN-TJ CN-XJ CN-XZ CN-YN CN-ZJ', '\s+') AS c;
INSERT INTO code_group (kind, id, version, name_en, name_zh, listed_on, source)
VALUES ('partner', 'asean', 1, 'ASEAN', '东盟', '2025-07-31', 'ten members, before Timor-Leste joined on 2025-10-26');
INSERT INTO code_group_member (kind, id, version, edition, code)
SELECT 'partner', 'asean', 1, 0, c FROM regexp_split_to_table('BRN IDN KHM LAO MMR MYS PHL SGP THA VNM', '\s+') AS c;
INSERT INTO code_group (kind, id, version, name_en, name_zh, listed_on, source)
VALUES ('partner', 'eu', 1, 'European Union', '欧盟', '2020-02-01', '27 members, without the United Kingdom');
INSERT INTO code_group_member (kind, id, version, edition, code)
SELECT 'partner', 'eu', 1, 0, c FROM regexp_split_to_table('AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK
SVN SWE', '\s+') AS c;
INSERT INTO code_group (kind, id, version, name_en, name_zh, listed_on, source)
VALUES ('partner', 'g7', 1, 'G7', '七国集团', '2014-03-24', 'seven members');
INSERT INTO code_group_member (kind, id, version, edition, code)
SELECT 'partner', 'g7', 1, 0, c FROM regexp_split_to_table('CAN DEU FRA GBR ITA JPN USA', '\s+') AS c;
INSERT INTO code_group (kind, id, version, name_en, name_zh, listed_on, source)
VALUES ('partner', 'rcep', 1, 'RCEP', '区域全面经济伙伴关系协定', '2023-06-02', '15 parties without China itself');
INSERT INTO code_group_member (kind, id, version, edition, code)
SELECT 'partner', 'rcep', 1, 0, c FROM regexp_split_to_table('AUS BRN IDN JPN KHM KOR LAO MMR MYS NZL PHL SGP THA VNM', '\s+') AS c;
INSERT INTO code_group (kind, id, version, name_en, name_zh, listed_on, source)
VALUES ('partner', 'belt-and-road', 1, 'Belt and Road', '共建“一带一路”国家', '2023-06-30', '152 countries with a cooperation document by that date; Italy left in December 2023, Panama in 2025');
INSERT INTO code_group_member (kind, id, version, edition, code)
SELECT 'partner', 'belt-and-road', 1, 0, c FROM regexp_split_to_table('AFG AGO ALB ARE ARG ARM ATG AUT AZE BDI BEN BFA BGD BGR BHR BIH BLR BOL BRB BRN BWA CAF CHL CIV CMR
COD COG COK COM CPV CRI CUB CYP CZE DJI DMA DOM DZA ECU EGY ERI EST ETH FJI FSM GAB GEO GHA GIN GMB
GNB GNQ GRC GRD GUY HND HRV HUN IDN IRN IRQ ITA JAM KAZ KEN KGZ KHM KIR KOR KWT LAO LBN LBR LBY LKA
LSO LTU LUX LVA MAR MDA MDG MDV MKD MLI MLT MMR MNE MNG MOZ MRT MWI MYS NAM NER NGA NIC NIU NPL NZL
OMN PAK PAN PER PHL PNG POL PRT PSE QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SOM SRB SSD STP SUR
SVK SVN SYC SYR TCD TGO THA TJK TKM TLS TON TTO TUN TUR TZA UGA UKR URY UZB VEN VNM VUT WSM YEM ZAF
ZMB ZWE', '\s+') AS c;

-- Empties what is derived from Kafka and nothing else. The service then reads everything again, in a
-- larger epoch, and tells it once: SELECT rebuild_from_kafka();
CREATE FUNCTION rebuild_from_kafka() RETURNS void LANGUAGE sql AS $$
  TRUNCATE position, catch_up, poison, submission, staged_block, observation, fact, reference, box,
           claim, claim_region, claim_partner, product_sector, sector_list, slice, revision, outbox,
           outbox_slice;
  UPDATE merge_state SET epoch = 1, apply_seq = 0, quiet = false;
$$;

-- The timeline as it was: what is changed or taken out is kept with the time in which it stood. The first list stands for
-- all times, as do the first versions of the groups that came with it: they were true before this database was made.
ALTER TABLE policy_event ADD COLUMN known_from timestamptz NOT NULL DEFAULT now();
UPDATE policy_event SET known_from = '-infinity';

CREATE TABLE policy_event_past (
  id         text COLLATE "C" NOT NULL,
  first_day  date NOT NULL,
  last_day   date,
  title_en   text NOT NULL,
  title_zh   text NOT NULL,
  kind       text COLLATE "C" NOT NULL,
  source     text NOT NULL,
  known_from timestamptz NOT NULL,
  known_to   timestamptz NOT NULL
);
CREATE INDEX policy_event_past_time ON policy_event_past (known_to);

-- The dates as the public documents give them.
UPDATE policy_event SET source = 'Executive Order 14257 of 2 April 2025 and the orders of 8 and 9 April; press reports'
WHERE id = '2025-04-02-liberation-day';
UPDATE policy_event SET source = 'Executive Order 14256 of 2 April 2025; press reports'
WHERE id = '2025-05-02-de-minimis-china';
UPDATE policy_event
SET title_en = 'Geneva 90-day truce, agreed on 12 May and in force from 14 May, later prolonged',
    title_zh = '日内瓦会谈达成90天关税休战（5月14日生效，其后延长）',
    source = 'joint statement of 12 May 2025; Executive Order 14298'
WHERE id = '2025-05-12-geneva-truce' AND title_en = 'Geneva 90-day truce';
UPDATE policy_event
SET title_en = 'US export curbs on chip-design software and jet engines (late May; the exact day is uncertain)',
    title_zh = '美国限制芯片设计软件与航空发动机对华出口（5月下旬，具体日期不确定）'
WHERE id = '2025-05-28-us-export-curbs';
UPDATE policy_event SET source = 'Executive Order 14324 of 30 July 2025; press reports'
WHERE id = '2025-08-29-de-minimis-all';

INSERT INTO policy_event (id, first_day, last_day, title_en, title_zh, kind, source, known_from) VALUES
  ('2025-02-04-fentanyl-tariff-10', '2025-02-04', '2025-03-03',
   'US tariff of 10 % on all Chinese goods (fentanyl)', '美国以芬太尼为由对全部中国商品加征10%关税', 'tariff',
   'Executive Order 14195 of 1 February 2025', '-infinity'),
  ('2025-03-04-fentanyl-tariff-20', '2025-03-04', NULL,
   'US tariff of 10 % on all Chinese goods doubled to 20 % (fentanyl)', '美国将芬太尼关税由10%提高至20%', 'tariff',
   'Executive Order 14228 of 3 March 2025', '-infinity'),
  ('2025-08-12-truce-prolonged', '2025-08-12', '2025-11-10',
   'Truce prolonged to 10 November 2025', '关税休战延长至2025年11月10日', 'truce',
   'Executive Order 14334 of 11 August 2025', '-infinity'),
  ('2025-11-10-truce-prolonged-by-a-year', '2025-11-10', '2026-11-10',
   'Truce prolonged by a year, to 10 November 2026', '关税休战再延长一年，至2026年11月10日', 'truce',
   'statements of both sides after the meeting of 30 October 2025; press reports', '-infinity')
ON CONFLICT (id) DO NOTHING;

CREATE FUNCTION keep_policy_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO policy_event_past
  VALUES (OLD.id, OLD.first_day, OLD.last_day, OLD.title_en, OLD.title_zh, OLD.kind, OLD.source, OLD.known_from, now());
  IF TG_OP = 'UPDATE' THEN
    NEW.known_from = now();
    RETURN NEW;
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER policy_event_kept BEFORE UPDATE OR DELETE ON policy_event
  FOR EACH ROW EXECUTE FUNCTION keep_policy_event();

UPDATE merge_state SET catalog_seq = catalog_seq + 1;

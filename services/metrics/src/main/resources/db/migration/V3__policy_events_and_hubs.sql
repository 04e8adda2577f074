-- What happened, and when; kept by operators.
CREATE TABLE policy_event (
  id        text COLLATE "C" PRIMARY KEY,
  first_day date NOT NULL,
  last_day  date CHECK (last_day >= first_day),
  title_en  text NOT NULL,
  title_zh  text NOT NULL,
  kind      text COLLATE "C" NOT NULL,
  source    text NOT NULL
);
CREATE INDEX policy_event_day ON policy_event (first_day);

-- The first list; dates are those of press reports.
INSERT INTO policy_event (id, first_day, last_day, title_en, title_zh, kind, source) VALUES
  ('2018-07-06-first-tariff-rounds', '2018-07-06', '2019-09-01',
   'First rounds of US tariffs on Chinese goods', '美国对华首轮加征关税', 'tariff',
   'USTR, Section 301 lists 1 to 4A; press reports'),
  ('2025-04-02-liberation-day', '2025-04-02', '2025-05-12',
   '"Liberation Day" tariffs and the escalation to 145 %', '“解放日”对等关税，随后升级至145%', 'tariff',
   'press reports'),
  ('2025-04-04-rare-earth-licensing', '2025-04-04', NULL,
   'Chinese export licensing for rare earths', '中国对稀土相关物项实施出口许可', 'export-control',
   'Ministry of Commerce, announcement 18 of 2025; press reports'),
  ('2025-05-02-de-minimis-china', '2025-05-02', NULL,
   'US de minimis exemption ends for China', '美国取消对华小额包裹免税', 'de-minimis', 'press reports'),
  ('2025-05-12-geneva-truce', '2025-05-12', '2025-08-12',
   'Geneva 90-day truce', '日内瓦会谈，关税休战90天', 'truce', 'press reports'),
  ('2025-05-28-us-export-curbs', '2025-05-28', NULL,
   'US export curbs on chip-design software and jet engines (late May)', '美国限制芯片设计软件与航空发动机对华出口（5月下旬）',
   'export-control', 'press reports'),
  ('2025-08-29-de-minimis-all', '2025-08-29', NULL,
   'US de minimis exemption ends for all origins', '美国取消所有来源地小额包裹免税', 'de-minimis', 'press reports'),
  ('2025-09-14-madrid-talks', '2025-09-14', '2025-09-15',
   'Madrid talks and TikTok framework', '马德里会谈与TikTok框架共识', 'talks', 'press reports'),
  ('2025-09-19-leaders-call', '2025-09-19', NULL,
   'Call between the leaders', '两国元首通话', 'talks', 'press reports'),
  ('2025-09-25-tiktok-order', '2025-09-25', NULL,
   'US executive order on TikTok', '美国签署TikTok行政令', 'order', 'press reports');

-- Where goods for a third market are known to pass: entrepots, and places that assemble or relabel.
INSERT INTO code_group (kind, id, version, name_en, name_zh, listed_on, source)
VALUES ('partner', 'rerouting-hubs', 1, 'Possible rerouting hubs', '可能的转口地', '2025-07-31', 'entrepots and assembly locations in the trade press; an assumption to be reviewed');
INSERT INTO code_group_member (kind, id, version, edition, code)
SELECT 'partner', 'rerouting-hubs', 1, 0, c FROM regexp_split_to_table('ARE HKG IDN KHM MEX MYS SGP THA TWN VNM', '\s+') AS c;

-- The timeline, checked against the orders and announcements themselves. A last day is the last one on which a measure
-- held: what was lowered from 14 May on held until the 13th. The list corrects itself here, it does not change its mind:
-- the trigger that keeps the past is off, so that reads as of any time have the right days. What an operator has changed
-- is left as it is: a change since the past is kept shows in known_from, an older one in the title.
ALTER TABLE policy_event DISABLE TRIGGER policy_event_kept;

UPDATE policy_event
SET last_day = '2025-05-13',
    source = 'Executive Orders 14257, 14259 and 14266 of 2, 8 and 9 April 2025; lowered by Executive Order 14298 from 14 May'
WHERE id = '2025-04-02-liberation-day' AND known_from = '-infinity'
  AND title_en = '"Liberation Day" tariffs and the escalation to 145 %';
UPDATE policy_event
SET source = 'Ministry of Commerce and General Administration of Customs, announcement 18 of 4 April 2025'
WHERE id = '2025-04-04-rare-earth-licensing' AND known_from = '-infinity'
  AND title_en = 'Chinese export licensing for rare earths';
UPDATE policy_event
SET source = 'Executive Order 14256 of 2 April 2025'
WHERE id = '2025-05-02-de-minimis-china' AND known_from = '-infinity'
  AND title_en = 'US de minimis exemption ends for China';
UPDATE policy_event
SET last_day = '2025-08-11', source = 'joint statement and Executive Order 14298 of 12 May 2025'
WHERE id = '2025-05-12-geneva-truce' AND known_from = '-infinity'
  AND title_en = 'Geneva 90-day truce, agreed on 12 May and in force from 14 May, later prolonged';
UPDATE policy_event
SET first_day = '2025-05-23', last_day = '2025-07-03',
    title_en = 'US export curbs on chip-design software and jet engines (letters from 23 May, known on 28 May; lifted on 2 and 3 July)',
    title_zh = '美国限制芯片设计软件与航空发动机对华出口（5月23日起发函，5月28日见报，7月2日和3日取消）',
    source = 'letters of the Bureau of Industry and Security as the addressees reported them; press reports'
WHERE id = '2025-05-28-us-export-curbs' AND known_from = '-infinity'
  AND title_en = 'US export curbs on chip-design software and jet engines (late May; the exact day is uncertain)';
UPDATE policy_event
SET source = 'Executive Order 14324 of 30 July 2025, continued by an order of 20 February 2026'
WHERE id = '2025-08-29-de-minimis-all' AND known_from = '-infinity'
  AND title_en = 'US de minimis exemption ends for all origins';
UPDATE policy_event
SET source = 'Executive Order 14352 of 25 September 2025'
WHERE id = '2025-09-25-tiktok-order' AND known_from = '-infinity'
  AND title_en = 'US executive order on TikTok';
UPDATE policy_event
SET last_day = '2025-11-09', source = 'Executive Order 14228 of 3 March 2025; lowered by Executive Order 14357'
WHERE id = '2025-03-04-fentanyl-tariff-20' AND known_from = '-infinity'
  AND title_en = 'US tariff of 10 % on all Chinese goods doubled to 20 % (fentanyl)';
UPDATE policy_event
SET last_day = '2025-11-09'
WHERE id = '2025-08-12-truce-prolonged' AND known_from = '-infinity'
  AND title_en = 'Truce prolonged to 10 November 2025';
UPDATE policy_event
SET last_day = '2026-11-09', source = 'Executive Order 14358 of 4 November 2025'
WHERE id = '2025-11-10-truce-prolonged-by-a-year' AND known_from = '-infinity'
  AND title_en = 'Truce prolonged by a year, to 10 November 2026';

INSERT INTO policy_event (id, first_day, last_day, title_en, title_zh, kind, source, known_from) VALUES
  ('2025-04-05-baseline-tariff-10', '2025-04-05', '2026-02-23',
   'US baseline tariff of 10 % on goods of nearly all origins', '美国对几乎所有来源地商品加征10%基准关税', 'tariff',
   'Executive Order 14257 of 2 April 2025; ended by an order of 20 February 2026', '-infinity'),
  ('2025-04-09-reciprocal-tariff-84', '2025-04-09', '2025-04-09',
   'US reciprocal tariff on Chinese goods of 84 %, 104 % with the fentanyl tariff', '美国对华“对等关税”升至84%（连同芬太尼关税104%）',
   'tariff', 'Executive Order 14259 of 8 April 2025', '-infinity'),
  ('2025-04-10-reciprocal-tariff-125', '2025-04-10', '2025-05-13',
   'US reciprocal tariff on Chinese goods of 125 %, 145 % with the fentanyl tariff', '美国对华“对等关税”升至125%（连同芬太尼关税145%）',
   'tariff', 'Executive Order 14266 of 9 April 2025; lowered by Executive Order 14298', '-infinity'),
  ('2025-06-09-london-talks', '2025-06-09', '2025-06-10',
   'London talks and framework to carry out the Geneva truce', '伦敦会谈，就落实日内瓦共识达成框架', 'talks',
   'press reports', '-infinity'),
  ('2025-07-28-stockholm-talks', '2025-07-28', '2025-07-29',
   'Stockholm talks on prolonging the truce', '斯德哥尔摩会谈，商谈延长关税休战', 'talks', 'press reports', '-infinity'),
  ('2025-10-09-rare-earth-controls-widened', '2025-10-09', '2025-11-06',
   'Chinese export controls on rare earths, batteries and superhard materials widened; suspended from 7 November for a year',
   '中国扩大稀土、锂电池与超硬材料相关物项出口管制（11月7日起暂停一年）', 'export-control',
   'Ministry of Commerce, announcements 55 to 58, 61 and 62 of 9 October and 70 of 7 November 2025', '-infinity'),
  ('2025-10-25-kuala-lumpur-talks', '2025-10-25', '2025-10-26',
   'Kuala Lumpur talks', '吉隆坡会谈', 'talks', 'press reports', '-infinity'),
  ('2025-10-30-leaders-meeting', '2025-10-30', NULL,
   'Meeting of the leaders in Busan', '两国元首釜山会晤', 'talks', 'press reports', '-infinity'),
  ('2025-11-10-fentanyl-tariff-10', '2025-11-10', '2026-02-23',
   'US fentanyl tariff on all Chinese goods lowered from 20 % to 10 %', '美国将芬太尼关税由20%降至10%', 'tariff',
   'Executive Order 14357 of 4 November 2025; ended by an order of 20 February 2026', '-infinity'),
  ('2026-02-20-emergency-tariffs-void', '2026-02-20', NULL,
   'US Supreme Court finds the fentanyl and reciprocal tariffs unlawful; not collected from 24 February on',
   '美国最高法院裁定芬太尼关税与“对等关税”违法，2月24日起停止征收', 'tariff',
   'Learning Resources v. Trump, No. 24-1287; executive order of 20 February 2026', '-infinity'),
  ('2026-02-24-import-surcharge-10', '2026-02-24', '2026-07-23',
   'US import surcharge of 10 % on goods of nearly all origins, set for 150 days', '美国对几乎所有来源地商品加征10%临时进口附加费，为期150天',
   'tariff', 'proclamation of 20 February 2026 under Section 122 of the Trade Act of 1974', '-infinity'),
  ('2026-05-14-leaders-meeting', '2026-05-14', '2026-05-15',
   'The US president visits China: meeting of the leaders', '美国总统访华，两国元首会晤', 'talks', 'press reports', '-infinity')
ON CONFLICT (id) DO NOTHING;

ALTER TABLE policy_event ENABLE TRIGGER policy_event_kept;

UPDATE merge_state SET catalog_seq = catalog_seq + 1;

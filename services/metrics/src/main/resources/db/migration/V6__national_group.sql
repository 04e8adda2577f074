-- A line ended within a code, so that one region of the national group was split in two.
DELETE FROM code_group_member WHERE kind = 'region' AND id = 'national' AND version = 1 AND code IN ('CN-', 'JX');
INSERT INTO code_group_member (kind, id, version, edition, code)
VALUES ('region', 'national', 1, 0, 'CN-JX') ON CONFLICT DO NOTHING;

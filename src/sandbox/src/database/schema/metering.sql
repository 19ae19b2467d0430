-- The period that the SIMs are in, as months since January 1970; none before the first start. While SIMs are being taken
-- into it, those up to the mark are in it.
ALTER TABLE estate ADD COLUMN period INTEGER;
ALTER TABLE estate ADD COLUMN period_mark INTEGER;
-- Seconds that the operators' clock is ahead of the system's, where a test let days pass.
ALTER TABLE estate ADD COLUMN clock_ahead INTEGER NOT NULL DEFAULT 0;

-- While the cap is raised for the rest of the period: the one that comes back.
ALTER TABLE sims ADD COLUMN regular_cap_bytes INTEGER;
-- The highest levels that people were told of in this period; 0 for none.
ALTER TABLE sims ADD COLUMN alert_told INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sims ADD COLUMN cap_told INTEGER NOT NULL DEFAULT 0;
-- When the operator has activated it; none unless somebody asked for that.
ALTER TABLE sims ADD COLUMN activation_due INTEGER;
CREATE INDEX sims_by_activation ON sims (activation_due) WHERE activation_due IS NOT NULL;
-- What was over a level before anybody kept count is no news.
UPDATE sims SET
  alert_told = CASE WHEN usage_bytes >= alert_bytes THEN alert_bytes ELSE 0 END,
  cap_told = CASE WHEN usage_bytes >= cap_bytes THEN cap_bytes ELSE 0 END
WHERE usage_bytes >= alert_bytes OR usage_bytes >= cap_bytes;

-- A rate that cannot be computed is null and the note says why; nothing is filled in without a word.
SELECT observation_id, note
FROM marts.redundancy_rate
WHERE rate_of_period_turnover_pct IS NULL AND coalesce(note, '') NOT LIKE 'no rate:%';

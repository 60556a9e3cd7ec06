-- No ratio of posts or full-time equivalents to people.
SELECT rate.observation_id, observation.unit
FROM marts.redundancy_rate AS rate
INNER JOIN core.observations AS observation ON observation.observation_id = rate.observation_id
INNER JOIN core.assumptions AS base ON base.assumption = 'annual_turnover'
WHERE observation.unit <> base.unit AND rate.rate_of_annual_turnover_pct IS NOT NULL;

-- A count of half a year is not divided by that of another time, nor added to it. Where a ratio is of two periods, as a
-- rate against a whole year's leavers is, the form of the same period stands beside it.
SELECT 'redundancy_rate' AS mart, observation_id AS row_id
FROM marts.redundancy_rate
WHERE (rate_of_annual_turnover_pct IS NULL) <> (rate_of_period_turnover_pct IS NULL)
UNION ALL
SELECT 'savings_per_post', pair.money_id
FROM marts.savings_per_post AS pair
INNER JOIN core.observations AS money ON money.observation_id = pair.money_id
INNER JOIN core.observations AS number ON number.observation_id = pair.number_id
WHERE
    money.period_start IS DISTINCT FROM number.period_start OR money.period_end IS DISTINCT FROM number.period_end
UNION ALL
SELECT 'claim_to_outcome', ratio.subject_key || ' ' || ratio.rung || ' of ' || ratio.of_rung
FROM staging.rung_ratios AS ratio
INNER JOIN staging.rungs AS below
    ON below.subject_key = ratio.subject_key
    AND below.wave_from IS NOT DISTINCT FROM ratio.wave_from
    AND below.rung = ratio.rung
    AND below.unit = ratio.unit
INNER JOIN staging.rungs AS above
    ON above.subject_key = ratio.subject_key
    AND above.wave_from IS NOT DISTINCT FROM ratio.wave_from
    AND above.rung = ratio.of_rung
    AND above.unit = ratio.unit
WHERE
    ratio.pct IS NOT NULL
    AND (below.period_start <> above.period_start OR below.period_end <> above.period_end)
    -- What is only foretold has the day it was said, and no period.
    AND above.rung NOT IN ('forecast', 'planned', 'disputed', 'at_risk')
UNION ALL
SELECT 'reconciliation', sums.total_id
FROM (SELECT total_id, divided_by, unnest(part_ids) AS part_id FROM marts.reconciliation) AS sums
INNER JOIN core.observations AS total ON total.observation_id = sums.total_id
INNER JOIN core.observations AS part ON part.observation_id = sums.part_id
WHERE
    sums.divided_by <> 'period'
    AND (part.period_start IS DISTINCT FROM total.period_start OR part.period_end IS DISTINCT FROM total.period_end);

-- "More than 700" and "up to 500" are bounds: the row's note says so, since its numbers look exact.
SELECT rate.observation_id, observation.qualifier, rate.note
FROM marts.redundancy_rate AS rate
INNER JOIN core.observations AS observation ON observation.observation_id = rate.observation_id
WHERE
    observation.qualifier IN ('over', 'under', 'range')
    AND NOT regexp_matches(coalesce(rate.note, ''), '(lower|upper) bound')
UNION ALL
SELECT reduction.baseline_source, reduction.baseline_precision, reduction.note
FROM marts.icb_running_cost_reductions AS reduction
WHERE
    reduction.baseline_precision IN ('over', 'under', 'up to', 'range')
    AND NOT regexp_matches(reduction.note, '(lower|upper) bound');

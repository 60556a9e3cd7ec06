-- Posts, people and full-time equivalents are different things: no sum and no ratio is over two of them. Every input
-- of a row has the unit that the row says.
WITH used AS (
    SELECT 'reconciliation' AS mart, total_id AS row_id, unit, unnest(part_ids) AS observation_id
    FROM marts.reconciliation
    UNION ALL
    SELECT 'savings_per_post', money_id, unit, number_id
    FROM marts.savings_per_post
    UNION ALL
    SELECT 'savings_per_post', money_id, 'gbp', money_id
    FROM marts.savings_per_post
    UNION ALL
    SELECT 'contested_figures', larger_id, unit, smaller_id
    FROM marts.contested_figures
    UNION ALL
    SELECT 'claimant_scorecard', observation_id, unit, unnest(outcome_ids)
    FROM marts.claimant_scorecard
    UNION ALL
    SELECT 'cuts_by_region', region || ' ' || rung, unit, unnest(source_ids)
    FROM marts.cuts_by_region
    UNION ALL
    SELECT 'claim_to_outcome', subject_key || ' ' || rung, unit, unnest(observation_ids)
    FROM staging.rungs
),

known AS (
    SELECT observation_id, unit FROM core.observations
    UNION ALL
    SELECT fact_id, unit FROM reference.icb_running_costs
)

SELECT used.mart, used.row_id, used.unit, known.observation_id, known.unit AS found
FROM used
INNER JOIN known ON known.observation_id = used.observation_id
WHERE known.unit <> used.unit
UNION ALL
SELECT 'claim_to_outcome', ratio.subject_key || ' ' || ratio.rung || ' of ' || ratio.of_rung, ratio.unit, NULL, NULL
FROM staging.rung_ratios AS ratio
WHERE ratio.pct IS NOT NULL AND ratio.unit IS NULL;

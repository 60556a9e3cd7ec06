-- A number computed from a bound, a range or a round number is none exact, however many digits it has. Each derived
-- column that says "exact" is held against the observations and reference rows it is computed from. Of several
-- statements that agree, one that is exact is enough.
WITH claimed AS (
    SELECT 'redundancy_rate' AS mart, observation_id AS row_id, annualised_qualifier AS shown, [observation_id] AS inputs
    FROM marts.redundancy_rate
    UNION ALL
    SELECT 'redundancy_rate', observation_id, rate_of_annual_turnover_pct_qualifier, [observation_id, 'annual_turnover']
    FROM marts.redundancy_rate
    UNION ALL
    SELECT 'redundancy_rate', observation_id, rate_of_period_turnover_pct_qualifier, [observation_id, 'annual_turnover']
    FROM marts.redundancy_rate
    UNION ALL
    SELECT 'redundancy_rate', observation_id, turnover_days_qualifier, [observation_id, 'annual_turnover']
    FROM marts.redundancy_rate
    UNION ALL
    SELECT 'redundancy_rate', observation_id, turnover_in_period_qualifier, ['annual_turnover']
    FROM marts.redundancy_rate
    UNION ALL
    SELECT 'savings_per_post', money_id, gbp_each_qualifier, [money_id, number_id]
    FROM marts.savings_per_post
    UNION ALL
    SELECT 'contested_figures', larger_id, difference_qualifier, [larger_id, smaller_id]
    FROM marts.contested_figures
    UNION ALL
    SELECT 'reconciliation', total_id, parts_sum_qualifier, part_ids
    FROM marts.reconciliation
    UNION ALL
    SELECT 'reconciliation', total_id, remainder_qualifier, list_append(part_ids, total_id)
    FROM marts.reconciliation
    UNION ALL
    SELECT 'reconciliation', total_id, parts_of_total_pct_qualifier, list_append(part_ids, total_id)
    FROM marts.reconciliation
    UNION ALL
    SELECT
        'icb_running_cost_reductions', icb || ' ' || basis, unnest([
            baseline_gbp_qualifier, reduction_gbp_qualifier, baseline_per_head_gbp_qualifier
        ]), [regexp_extract(baseline_source, '[^/]+$')]
    FROM marts.icb_running_cost_reductions
    WHERE baseline_gbp IS NOT NULL AND basis <> 'published'
),

inputs AS (
    SELECT mart, row_id, shown, unnest(inputs) AS input
    FROM claimed
    WHERE shown = 'exact'
),

known AS (
    SELECT observation_id AS input, qualifier FROM core.observations
    UNION ALL
    SELECT assumption, qualifier FROM core.assumptions
    UNION ALL
    SELECT fact_id, "precision" FROM reference.icb_running_costs
),

rungs AS (
    SELECT
        mart.subject_key || ' ' || mart.rung AS row_id,
        mart.shown,
        bool_or(observation.qualifier = 'exact') AS one_is_exact
    FROM (
        SELECT subject_key, rung, qualifier AS shown, unnest(observation_ids) AS observation_id
        FROM staging.rungs
        UNION ALL
        SELECT subject_key, 'outcome of ' || observation_id, outcome_qualifier, unnest(outcome_ids)
        FROM marts.claimant_scorecard
        UNION ALL
        SELECT
            subject_key, 'posts', posts_qualifier, regexp_extract(unnest(source_rows), 'core.observations/(.+)', 1)
        FROM marts.posts_cut_by_organisation
    ) AS mart
    INNER JOIN core.observations AS observation ON observation.observation_id = mart.observation_id
    WHERE mart.shown = 'exact'
    GROUP BY ALL
),

beside AS (
    SELECT
        'claimant_scorecard' AS mart,
        observation_id AS row_id,
        outcome_of_foretold_pct_qualifier AS shown,
        unnest([foretold_qualifier, outcome_qualifier]) AS qualifier
    FROM marts.claimant_scorecard
    UNION ALL
    SELECT
        'cuts_by_region', region || ' ' || rung, bodies_of_stated_pct_qualifier,
        unnest([stated_qualifier, bodies_sum_qualifier])
    FROM marts.cuts_by_region
    UNION ALL
    SELECT 'cuts_by_region', sums.region || ' ' || sums.rung, sums.bodies_sum_qualifier, body.qualifier
    FROM marts.cuts_by_region AS sums
    INNER JOIN staging.rungs AS body
        ON body.rung = sums.rung
        AND body.unit = sums.unit
        AND len(list_intersect(body.observation_ids, sums.source_ids)) > 0
    WHERE NOT EXISTS (
        SELECT 1 FROM staging.statements AS statement
        WHERE statement.subject_key = body.subject_key AND statement.scope = 'region'
    )
    UNION ALL
    SELECT
        'claim_to_outcome', ratio.subject_key || ' ' || ratio.rung || ' of ' || ratio.of_rung, ratio.qualifier,
        rung.qualifier
    FROM staging.rung_ratios AS ratio
    INNER JOIN staging.rungs AS rung
        ON rung.subject_key = ratio.subject_key
        AND rung.wave_from IS NOT DISTINCT FROM ratio.wave_from
        AND rung.rung IN (ratio.rung, ratio.of_rung)
        AND rung.unit = ratio.unit
)

SELECT inputs.mart, inputs.row_id, inputs.input, known.qualifier
FROM inputs
INNER JOIN known ON known.input = inputs.input
WHERE known.qualifier <> 'exact'
UNION ALL
SELECT 'staging.rungs', row_id, NULL, shown
FROM rungs
WHERE NOT one_is_exact
UNION ALL
SELECT mart, row_id, NULL, qualifier
FROM beside
WHERE shown = 'exact' AND qualifier <> 'exact';

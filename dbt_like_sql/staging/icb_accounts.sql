-- Grain: one row a board, source and date that gives its operating cost or a reduction of it. Why: a cost and
-- a saving belong together only where one source gave both at one time; nothing is completed from another's
-- figures. Combined figures of several boards are no board's and are left out. Each fact has its two ends, so that
-- a bound or a rounding goes through what is computed from it.
SELECT
    ods_code,
    as_of,
    source_url,
    string_agg(DISTINCT basis, ' + ' ORDER BY basis) AS basis,
    max(lower) FILTER (WHERE fact = 'operating_cost') AS cost_lower,
    max(upper) FILTER (WHERE fact = 'operating_cost') AS cost_upper,
    bool_or(approximate) FILTER (WHERE fact = 'operating_cost') AS cost_approximate,
    max(lower) FILTER (WHERE fact = 'operating_cost_saving') AS saving_lower,
    max(upper) FILTER (WHERE fact = 'operating_cost_saving') AS saving_upper,
    bool_or(approximate) FILTER (WHERE fact = 'operating_cost_saving') AS saving_approximate,
    max(lower) FILTER (WHERE fact = 'operating_cost_target') AS target_lower,
    max(upper) FILTER (WHERE fact = 'operating_cost_target') AS target_upper,
    bool_or(approximate) FILTER (WHERE fact = 'operating_cost_target') AS target_approximate,
    max(lower) FILTER (WHERE fact = 'reduction_pct') AS pct_lower,
    max(upper) FILTER (WHERE fact = 'reduction_pct') AS pct_upper,
    bool_or(approximate) FILTER (WHERE fact = 'reduction_pct') AS pct_approximate,
    max(lower) FILTER (WHERE fact = 'cost_per_head') AS head_cost_lower,
    max(upper) FILTER (WHERE fact = 'cost_per_head') AS head_cost_upper,
    bool_or(approximate) FILTER (WHERE fact = 'cost_per_head') AS head_cost_approximate,
    max(lower) FILTER (WHERE fact = 'cost_per_head_target') AS head_target_lower,
    max(upper) FILTER (WHERE fact = 'cost_per_head_target') AS head_target_upper,
    bool_or(approximate) FILTER (WHERE fact = 'cost_per_head_target') AS head_target_approximate,
    coalesce(
        max("precision") FILTER (WHERE fact = 'operating_cost'),
        max("precision") FILTER (WHERE fact = 'cost_per_head')
    ) AS baseline_precision,
    coalesce(
        max(fact_id) FILTER (WHERE fact = 'operating_cost'),
        max(fact_id) FILTER (WHERE fact = 'cost_per_head')
    ) AS baseline_id,
    coalesce(
        max(fact_id) FILTER (WHERE fact = 'reduction_pct'),
        max(fact_id) FILTER (WHERE fact = 'operating_cost_saving'),
        max(fact_id) FILTER (WHERE fact = 'operating_cost_target'),
        max(fact_id) FILTER (WHERE fact = 'cost_per_head_target')
    ) AS reduction_id,
    string_agg(DISTINCT note, '; ' ORDER BY note) AS note
FROM staging.icb_facts
WHERE
    scope = 'body'
    AND fact IN (
        'operating_cost', 'operating_cost_saving', 'operating_cost_target', 'reduction_pct', 'cost_per_head',
        'cost_per_head_target'
    )
GROUP BY ods_code, as_of, source_url;

-- Grain: one row a board, source and date that gives its operating cost or a reduction of it. Why: a cost and
-- a saving belong together only where one source gave both at one time; nothing is completed from another's
-- figures. Combined figures of several boards are no board's and are left out.
SELECT
    ods_code,
    as_of,
    source_url,
    string_agg(DISTINCT basis, ' + ' ORDER BY basis) AS basis,
    max(value) FILTER (WHERE fact = 'operating_cost') AS cost_gbp,
    max(value) FILTER (WHERE fact = 'operating_cost_saving') AS saving_gbp,
    max(value) FILTER (WHERE fact = 'operating_cost_target') AS target_gbp,
    max(value) FILTER (WHERE fact = 'reduction_pct') AS reduction_pct,
    max(value) FILTER (WHERE fact = 'cost_per_head') AS cost_per_head_gbp,
    max(value) FILTER (WHERE fact = 'cost_per_head_target') AS target_per_head_gbp,
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
FROM reference.icb_running_costs
WHERE fact IN (
    'operating_cost', 'operating_cost_saving', 'operating_cost_target', 'reduction_pct', 'cost_per_head',
    'cost_per_head_target'
)
GROUP BY ods_code, as_of, source_url;

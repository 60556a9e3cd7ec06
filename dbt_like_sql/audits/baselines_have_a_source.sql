-- No money and no rate without the row it comes from: a baseline names its source, a reduction too.
SELECT ods_code, icb, basis
FROM marts.icb_running_cost_reductions
WHERE
    (coalesce(baseline_gbp, baseline_per_head_gbp) IS NOT NULL AND baseline_source IS NULL)
    OR reduction_source IS NULL;

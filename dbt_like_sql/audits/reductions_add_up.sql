-- baseline = reduction + target, as far as the source's own rounding allows: up to one of the units that it
-- rounds to.
SELECT ods_code, icb, basis, baseline_gbp, reduction_gbp, target_gbp
FROM marts.icb_running_cost_reductions
WHERE
    abs(baseline_gbp - reduction_gbp - target_gbp)
    > CASE baseline_precision WHEN 'rounded to £m' THEN 1000000 WHEN 'rounded to £0.1m' THEN 100000 ELSE 1 END;

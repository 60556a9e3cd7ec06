-- A figure of several boards together is never a single board's: neither a fact named combined_ nor a
-- group's claim may be the baseline or the reduction of a row that has an ods_code.
SELECT reduction.ods_code, reduction.icb, reduction.baseline_source, reduction.reduction_source
FROM marts.icb_running_cost_reductions AS reduction
WHERE
    reduction.ods_code IS NOT NULL
    AND (
        contains(coalesce(reduction.baseline_source, ''), '-combined_')
        OR contains(reduction.reduction_source, '-combined_')
        OR starts_with(coalesce(reduction.baseline_source, ''), 'core.observations/')
    );

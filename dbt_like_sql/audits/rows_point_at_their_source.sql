-- Every source that a row of icb_running_cost_reductions names is a row of this warehouse, so that a reader can
-- go and look. A source that leads nowhere is as bad as none.
WITH known AS (
    SELECT 'reference.icb_running_costs/' || fact_id AS source FROM reference.icb_running_costs
    UNION ALL
    SELECT 'core.assumptions/' || assumption FROM core.assumptions
    UNION ALL
    SELECT 'core.observations/' || observation_id FROM core.observations
),

named AS (
    SELECT ods_code, icb, basis, baseline_source AS source FROM marts.icb_running_cost_reductions
    UNION ALL
    SELECT ods_code, icb, basis, reduction_source FROM marts.icb_running_cost_reductions
)

SELECT named.*
FROM named
ANTI JOIN known ON known.source = named.source
WHERE named.source IS NOT NULL;

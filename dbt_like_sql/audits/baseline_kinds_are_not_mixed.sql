-- The administrative allowance and the operating cost are different money, more than double for one board. A
-- baseline that says it is the one comes from a fact of that name, and the instruction applies to the first alone.
SELECT reduction.ods_code, reduction.icb, reduction.basis, reduction.baseline_kind, fact.fact
FROM marts.icb_running_cost_reductions AS reduction
LEFT JOIN reference.icb_running_costs AS fact
    ON 'reference.icb_running_costs/' || fact.fact_id = reduction.baseline_source
WHERE
    (reduction.baseline_kind = 'running_cost_allowance' AND fact.fact <> 'running_cost_allowance')
    OR (reduction.baseline_kind = 'operating_cost' AND fact.fact NOT IN ('operating_cost', 'cost_per_head'))
    OR (reduction.basis = 'instruction_to_halve' AND reduction.baseline_kind = 'operating_cost')
    OR (reduction.basis = 'cap_per_head' AND reduction.baseline_kind <> 'operating_cost');

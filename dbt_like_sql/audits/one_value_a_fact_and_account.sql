-- staging.icb_accounts takes one value of each fact for a board, source and date. Two would be settled by
-- max(), and a conflict would vanish.
SELECT ods_code, as_of, source_url, fact, count(*) AS rows
FROM reference.icb_running_costs
WHERE fact IN (
    'operating_cost', 'operating_cost_saving', 'operating_cost_target', 'reduction_pct', 'cost_per_head',
    'cost_per_head_target'
)
GROUP BY ods_code, as_of, source_url, fact
HAVING count(*) > 1;

-- Every source that a row of a mart names is a row of this warehouse, and every row names one, so that a reader can go
-- and look. A source that leads nowhere is as bad as none.
WITH known AS (
    SELECT fact_id AS source FROM reference.icb_running_costs
    UNION ALL
    SELECT assumption FROM core.assumptions
    UNION ALL
    SELECT observation_id FROM core.observations
    UNION ALL
    SELECT organisation_id FROM reference.organisations
    UNION ALL
    SELECT region_id FROM reference.regions
),

named AS (
    SELECT 'icb_running_cost_reductions' AS mart, concat_ws(' ', icb, basis) AS row_id, [baseline_source] AS sources
    FROM marts.icb_running_cost_reductions
    WHERE baseline_source IS NOT NULL
    UNION ALL
    SELECT 'icb_running_cost_reductions', concat_ws(' ', icb, basis), [reduction_source]
    FROM marts.icb_running_cost_reductions
    UNION ALL
    SELECT 'icb_clusters_and_mergers', group_id, list_append(combined_rows, group_id)
    FROM marts.icb_clusters_and_mergers
    UNION ALL
    SELECT 'claim_to_outcome', subject_key, observation_ids
    FROM marts.claim_to_outcome
    UNION ALL
    SELECT 'claimant_scorecard', observation_id, list_append(outcome_ids, observation_id)
    FROM marts.claimant_scorecard
    UNION ALL
    SELECT 'contested_figures', larger_id, [larger_id]
    FROM marts.contested_figures
    UNION ALL
    SELECT 'contested_figures', larger_id, [smaller_id]
    FROM marts.contested_figures
    WHERE smaller_id IS NOT NULL
    UNION ALL
    SELECT 'cuts_by_region', region || ' ' || rung, source_ids
    FROM marts.cuts_by_region
    UNION ALL
    SELECT 'posts_cut_by_organisation', subject_key, source_rows
    FROM marts.posts_cut_by_organisation
    UNION ALL
    SELECT 'reconciliation', total_id, list_append(part_ids, total_id)
    FROM marts.reconciliation
    UNION ALL
    SELECT 'redundancy_rate', observation_id, [observation_id]
    FROM marts.redundancy_rate
    UNION ALL
    SELECT 'savings_per_post', money_id, [money_id, number_id]
    FROM marts.savings_per_post
    UNION ALL
    SELECT 'timeline', source_row, [source_row]
    FROM marts.timeline
),

sources AS (
    SELECT mart, row_id, unnest(sources) AS source
    FROM named
)

SELECT mart, row_id, 'it names no source' AS fault
FROM named
WHERE len(sources) = 0
UNION ALL
SELECT sources.mart, sources.row_id, 'its source is no row of this warehouse: ' || sources.source
FROM sources
ANTI JOIN known ON known.source = regexp_extract(sources.source, '[^/]+$');

-- A figure of several boards together is never a single board's: neither a fact named combined_ nor a group's claim
-- may be the baseline or the reduction of a row that has an ods_code, a body's cut, or a part of a region's sum. Nor
-- does a board that was divided give its allowance to one that took in a part of it.
SELECT 'icb_running_cost_reductions' AS mart, icb AS row_id, concat_ws(' ', baseline_source, reduction_source) AS found
FROM marts.icb_running_cost_reductions
WHERE
    ods_code IS NOT NULL
    AND (
        contains(coalesce(baseline_source, ''), '-combined_')
        OR contains(reduction_source, '-combined_')
        OR starts_with(coalesce(baseline_source, ''), 'core.observations/')
    )
UNION ALL
SELECT 'posts_cut_by_organisation', subject_key, array_to_string(source_rows, ' ')
FROM marts.posts_cut_by_organisation
WHERE scope = 'body' AND contains(array_to_string(source_rows, ' '), '-combined_')
UNION ALL
SELECT 'cuts_by_region', region || ' ' || rung, array_to_string(source_ids, ' ')
FROM marts.cuts_by_region
WHERE contains(array_to_string(source_ids, ' '), '-combined_')
UNION ALL
SELECT 'timeline', event.subject_key, event.source_row
FROM marts.timeline AS event
INNER JOIN reference.organisations AS body ON body.organisation_id = event.subject_key
WHERE contains(event.source_row, '-combined_')
UNION ALL
SELECT 'icb_clusters_and_mergers', made.group_id, member.organisation_id
FROM marts.icb_clusters_and_mergers AS made
INNER JOIN reference.organisations AS member ON list_contains(member.successor_ids, made.group_id)
WHERE made.allowance_gbp IS NOT NULL AND len(member.successor_ids) > 1;

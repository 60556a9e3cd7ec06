-- Grain: one row a running cost that a source gives for several boards together. Why: such a figure is a
-- group's row and is never shared out among members. It comes from claims about a region, a cluster or named
-- boards since there are boards, and from the facts named combined_.
WITH regions AS (
    SELECT
        region.region_id,
        region.name,
        region.kind,
        list_sort(region.icb_ods_codes) AS ods_codes,
        list_distinct(list(board.region)) AS board_regions
    FROM reference.regions AS region
    INNER JOIN reference.organisations AS board ON list_contains(region.icb_ods_codes, board.ods_code)
    WHERE len(region.icb_ods_codes) > 1
    GROUP BY region.region_id, region.name, region.kind, region.icb_ods_codes
)

SELECT
    claim.subject AS icb,
    CASE WHEN len(regions.board_regions) = 1 THEN regions.board_regions[1] END AS region,
    CASE WHEN claim.qualifier <> 'under' THEN claim.value END AS cost_lower,
    CASE claim.qualifier WHEN 'over' THEN NULL WHEN 'range' THEN claim.value_to ELSE claim.value END AS cost_upper,
    claim.qualifier = 'about' AS cost_approximate,
    NULL::DOUBLE AS saving_lower,
    NULL::DOUBLE AS saving_upper,
    NULL::BOOLEAN AS saving_approximate,
    claim.qualifier AS baseline_precision,
    'core.observations/' || claim.observation_id AS baseline_source,
    NULL::VARCHAR AS reduction_source,
    concat_ws(
        '; ', 'said by ' || claim.source,
        CASE WHEN regions.region_id IS NULL THEN 'the group is not one of the regions or clusters we know' END,
        claim.note
    ) AS note
FROM core.observations AS claim
LEFT JOIN regions ON regions.region_id = claim.subject_id AND regions.kind <> 'country'
WHERE
    claim.origin = 'claim'
    AND claim.measure = 'running_costs'
    AND claim.unit = 'gbp'
    AND claim.modality = 'actual'
    AND (
        regions.region_id IS NOT NULL
        -- Boards in the plural, but not all of them.
        OR (claim.subject_id IS NULL AND regexp_matches(claim.subject, '(?i).\b(ICBs|integrated care boards)$'))
    )
    AND claim.published_from >= (SELECT min(opened) FROM reference.organisations WHERE kind = 'icb')
UNION ALL
SELECT
    cost.subject AS icb,
    cost.region,
    cost.lower AS cost_lower,
    cost.upper AS cost_upper,
    cost.approximate AS cost_approximate,
    saving.lower AS saving_lower,
    saving.upper AS saving_upper,
    saving.approximate AS saving_approximate,
    cost."precision" AS baseline_precision,
    'reference.icb_running_costs/' || cost.fact_id AS baseline_source,
    'reference.icb_running_costs/' || saving.fact_id AS reduction_source,
    concat_ws('; ', 'the source counts: ' || cost.basis, cost.note) AS note
FROM staging.icb_facts AS cost
LEFT JOIN staging.icb_facts AS saving
    ON saving.scope = 'group'
    AND saving.fact = 'operating_cost_saving'
    AND saving.subject_key = cost.subject_key
    AND saving.source_url = cost.source_url
    AND saving.as_of IS NOT DISTINCT FROM cost.as_of
WHERE cost.scope = 'group' AND cost.fact = 'operating_cost';

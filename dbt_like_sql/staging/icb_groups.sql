-- Grain: one row a running cost that a source gives for several boards together. Why: such a figure is a
-- group's row and is never shared out among members. It comes from claims about a region, a cluster or named
-- boards since there are boards, and from the facts named combined_, which stand once under each member.
WITH combined AS (
    SELECT
        fact,
        value,
        "precision",
        basis,
        as_of,
        source_url,
        note,
        list_sort(list(ods_code)) AS ods_codes,
        min(fact_id) AS fact_id
    FROM reference.icb_running_costs
    WHERE fact IN ('combined_operating_cost', 'combined_operating_cost_saving')
    GROUP BY fact, value, "precision", basis, as_of, source_url, note
),

regions AS (
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
    claim.value AS cost_gbp,
    NULL::DOUBLE AS saving_gbp,
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
    regions.name AS icb,
    CASE WHEN len(regions.board_regions) = 1 THEN regions.board_regions[1] END AS region,
    cost.value AS cost_gbp,
    saving.value AS saving_gbp,
    cost."precision" AS baseline_precision,
    'reference.icb_running_costs/' || cost.fact_id AS baseline_source,
    'reference.icb_running_costs/' || saving.fact_id AS reduction_source,
    concat_ws('; ', 'the source counts: ' || cost.basis, cost.note) AS note
FROM combined AS cost
INNER JOIN regions ON regions.ods_codes = cost.ods_codes AND regions.kind = 'icb_cluster'
LEFT JOIN combined AS saving
    ON saving.fact = 'combined_operating_cost_saving'
    AND saving.ods_codes = cost.ods_codes
    AND saving.source_url = cost.source_url
    AND saving.as_of IS NOT DISTINCT FROM cost.as_of
WHERE cost.fact = 'combined_operating_cost';

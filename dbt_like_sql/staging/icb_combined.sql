-- Grain: one row a fact that a source gives for several boards together. Why: the reference table repeats such a fact
-- under each member; here it stands once and under the group's name, so that no mart counts it once a member. A group
-- that is no cluster we know keeps the names of its members.
WITH combined AS (
    SELECT
        fact,
        value,
        value_to,
        unit,
        "precision",
        basis,
        as_of,
        source_url,
        string_agg(DISTINCT note, '; ' ORDER BY note) AS note,
        list_sort(list(ods_code)) AS ods_codes,
        min(fact_id) AS fact_id
    FROM reference.icb_running_costs
    WHERE starts_with(fact, 'combined_')
    GROUP BY fact, value, value_to, unit, "precision", basis, as_of, source_url
),

boards AS (
    SELECT
        combined.fact_id,
        string_agg(board.name, ' + ' ORDER BY board.ods_code) AS names,
        list_distinct(list(board.region)) AS regions
    FROM combined
    INNER JOIN reference.organisations AS board ON list_contains(combined.ods_codes, board.ods_code)
    GROUP BY combined.fact_id
)

SELECT
    combined.fact_id,
    cluster.region_id AS group_id,
    coalesce(cluster.name, boards.names) AS group_name,
    CASE WHEN len(boards.regions) = 1 THEN boards.regions[1] END AS region,
    combined.fact,
    combined.value,
    combined.value_to,
    combined.unit,
    combined."precision",
    combined.basis,
    combined.as_of,
    combined.source_url,
    combined.note
FROM combined
INNER JOIN boards ON boards.fact_id = combined.fact_id
LEFT JOIN reference.regions AS cluster
    ON cluster.kind = 'icb_cluster' AND list_sort(cluster.icb_ods_codes) = combined.ods_codes;

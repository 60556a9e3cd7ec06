-- A total must not hold its own part twice: not the same row twice, not the total itself, not a region beside a body in
-- it, and not all staff of a body beside a group of them. The same goes for the sum over the bodies of a region.
WITH parts AS (
    SELECT sums.total_id, sums.divided_by, part.*
    FROM (SELECT total_id, divided_by, unnest(part_ids) AS part_id FROM marts.reconciliation) AS sums
    INNER JOIN staging.statements AS part ON part.observation_id = sums.part_id
)

SELECT 'reconciliation' AS mart, total_id AS row_id, 'a part stands twice, or is the total' AS fault
FROM marts.reconciliation
WHERE len(list_distinct(part_ids)) <> len(part_ids) OR list_contains(part_ids, total_id)
UNION ALL
SELECT 'reconciliation', one.total_id, one.observation_id || ' holds ' || other.observation_id
FROM parts AS one
INNER JOIN parts AS other
    ON other.total_id = one.total_id
    AND other.divided_by = one.divided_by
    AND other.observation_id <> one.observation_id
WHERE
    one.divided_by <> 'fate'
    AND (
        (one.scope = 'region' AND other.scope = 'body' AND other.region = one.region)
        OR (
            one.subject_key = other.subject_key
            AND one.staff_group IS NULL AND other.staff_group IS NOT NULL
        )
    )
UNION ALL
SELECT 'cuts_by_region', region || ' ' || rung, 'a row stands twice'
FROM marts.cuts_by_region
WHERE len(list_distinct(source_ids)) <> len(source_ids);

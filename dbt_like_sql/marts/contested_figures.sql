-- Grain: one row a pair of observations of one thing that cannot both be right, and one a figure that its own source
-- reports as wrong. Why: a conflict is settled by reading both sides, not by the newer row overwriting the other.
-- One thing is the same subject, measure, unit, kind, staff group and period, said within one wave; what happened is
-- not held against what was expected. Numbers that allow each other ("over 900" and 903) are no conflict, nor are
-- several numbers of one claimant in one source, which are parts of each other.
WITH sides AS (
    SELECT
        *,
        CASE WHEN modality = 'actual' THEN 'outcome' ELSE 'expectation' END AS stage
    FROM staging.statements
),

-- What else the same claimant says of the thing, of another kind or group: 4 compulsory stand beside 10 voluntary.
beside AS (
    SELECT
        side.observation_id,
        string_agg(
            concat_ws(' ', other.in_words, other.redundancy_kind, other.staff_group), ', '
            ORDER BY other.value DESC, other.observation_id
        ) AS also
    FROM sides AS side
    INNER JOIN sides AS other
        ON other.source_key = side.source_key
        AND other.claimant_key IS NOT DISTINCT FROM side.claimant_key
        AND other.subject_key = side.subject_key
        AND other.measure = side.measure
        AND other.stage = side.stage
        AND other.period_start IS NOT DISTINCT FROM side.period_start
        AND other.period_end IS NOT DISTINCT FROM side.period_end
        AND (
            other.redundancy_kind IS DISTINCT FROM side.redundancy_kind
            OR other.staff_group IS DISTINCT FROM side.staff_group
        )
    GROUP BY side.observation_id
),

pairs AS (
    SELECT
        larger.observation_id AS larger_id,
        smaller.observation_id AS smaller_id,
        CASE
            WHEN larger.origin <> smaller.origin THEN 'a claim and a series'
            WHEN larger.origin = 'claim' THEN 'two claims'
            ELSE 'two series'
        END AS conflict
    FROM sides AS larger
    INNER JOIN sides AS smaller
        ON smaller.subject_key = larger.subject_key
        AND smaller.measure = larger.measure
        AND smaller.unit = larger.unit
        AND smaller.stage = larger.stage
        AND smaller.redundancy_kind IS NOT DISTINCT FROM larger.redundancy_kind
        AND smaller.staff_group IS NOT DISTINCT FROM larger.staff_group
        AND smaller.period_start IS NOT DISTINCT FROM larger.period_start
        AND smaller.period_end IS NOT DISTINCT FROM larger.period_end
        AND smaller.wave_from IS NOT DISTINCT FROM larger.wave_from
        AND smaller.upper + smaller.tolerance < larger.lower - larger.tolerance
    WHERE
        -- A count of bodies does not say which ones: two such counts are of different things.
        larger.measure <> 'organisations'
        AND (
            smaller.source_key <> larger.source_key
            OR smaller.claimant_key IS DISTINCT FROM larger.claimant_key
        )
),

contests AS (
    SELECT * FROM pairs
    UNION ALL BY NAME
    SELECT
        side.observation_id AS larger_id,
        NULL::VARCHAR AS smaller_id,
        'disputed in its own source' AS conflict
    FROM sides AS side
    ANTI JOIN pairs ON side.observation_id IN (pairs.larger_id, pairs.smaller_id)
    WHERE side.modality = 'disputed'
)

SELECT
    larger.subject,
    larger.subject_key,
    larger.measure,
    larger.unit,
    larger.redundancy_kind,
    larger.staff_group,
    larger.period_start,
    larger.period_end,
    larger.stage,
    contests.conflict,
    larger.value AS larger,
    larger.value_to AS larger_to,
    larger.qualifier AS larger_qualifier,
    larger.said_by AS larger_said_by,
    larger.modality AS larger_modality,
    larger_beside.also AS larger_also,
    larger.source AS larger_source,
    smaller.value AS smaller,
    smaller.value_to AS smaller_to,
    smaller.qualifier AS smaller_qualifier,
    smaller.said_by AS smaller_said_by,
    smaller.modality AS smaller_modality,
    smaller_beside.also AS smaller_also,
    smaller.source AS smaller_source,
    larger.lower - smaller.upper AS difference,
    CASE
        WHEN larger.upper - smaller.lower > larger.lower - smaller.upper THEN larger.upper - smaller.lower
    END AS difference_to,
    CASE
        WHEN smaller.observation_id IS NULL THEN NULL
        WHEN larger.upper IS NULL OR smaller.lower IS NULL THEN 'over'
        WHEN larger.upper - smaller.lower > larger.lower - smaller.upper THEN 'range'
        WHEN larger.approximate OR smaller.approximate THEN 'about'
        ELSE 'exact'
    END AS difference_qualifier,
    nullif(concat_ws(
        '; ',
        CASE
            WHEN contests.conflict = 'two series'
                THEN 'two series may count different things: read both notes before calling it a conflict'
        END,
        'of the larger: ' || larger.note, 'of the smaller: ' || smaller.note
    ), '') AS note,
    contests.larger_id,
    contests.smaller_id
FROM contests
INNER JOIN sides AS larger ON larger.observation_id = contests.larger_id
LEFT JOIN sides AS smaller ON smaller.observation_id = contests.smaller_id
LEFT JOIN beside AS larger_beside ON larger_beside.observation_id = contests.larger_id
LEFT JOIN beside AS smaller_beside ON smaller_beside.observation_id = contests.smaller_id
ORDER BY larger.subject_key, larger.measure, larger.period_start, contests.larger_id, contests.smaller_id;

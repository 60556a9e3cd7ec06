-- Grain: one row a total and a way of dividing it. Why: a source that gives a whole and its parts can be checked by
-- adding up. staging.parts says by which rules a number is a part of another. A bound stays one through the sum and
-- the difference: a total of "more than 500" with parts of 394 is short by more than 106, and where the bounds allow
-- both the status is undecided. Parts that are not stated are not made up: "short" says how much is missing.
WITH spread AS (
    -- "540 of them fall in two organisations": how many bodies a part is of stands behind it in its sentence.
    SELECT
        part.observation_id,
        string_agg(DISTINCT bodies.in_words, ', ' ORDER BY bodies.in_words) AS bodies
    FROM staging.mentions AS part
    INNER JOIN staging.mentions AS beside
        ON beside.document_id = part.document_id
        AND beside.quote = part.quote
        AND beside.span_start > part.span_start
    INNER JOIN staging.statements AS bodies
        ON bodies.observation_id = beside.observation_id AND bodies.unit = 'organisations'
    GROUP BY part.observation_id
),

slots AS (
    -- Several versions of one part count once, as the range that they span.
    SELECT
        part.total_id,
        part.divided_by,
        part.slot,
        CASE WHEN NOT bool_or(statement.lower IS NULL) THEN min(statement.lower) END AS lower,
        CASE WHEN NOT bool_or(statement.upper IS NULL) THEN max(statement.upper) END AS upper,
        max(statement.tolerance) AS tolerance,
        bool_or(statement.approximate) AS approximate,
        min(
            concat_ws(
                ' ', statement.in_words,
                CASE part.divided_by
                    WHEN 'staff group' THEN statement.staff_group
                    WHEN 'redundancy kind' THEN statement.redundancy_kind
                    WHEN 'period' THEN 'from ' || statement.period_start || ' to ' || statement.period_end
                    WHEN 'subject' THEN concat_ws(' ', statement.redundancy_kind, 'of', statement.subject)
                    WHEN 'of them' THEN 'in ' || spread.bodies
                    WHEN 'fate' THEN concat_ws(' ', statement.redundancy_kind, replace(statement.measure, '_', ' '))
                END
            )
        ) AS in_words,
        min(statement.period_start) AS period_start,
        max(statement.period_end) AS period_end,
        min(statement.note) AS note,
        list(part.part_id) AS part_ids
    FROM staging.parts AS part
    INNER JOIN staging.statements AS statement ON statement.observation_id = part.part_id
    LEFT JOIN spread ON spread.observation_id = part.part_id
    GROUP BY part.total_id, part.divided_by, part.slot
),

sums AS (
    SELECT
        total_id,
        divided_by,
        count(*) AS parts,
        CASE WHEN NOT bool_or(lower IS NULL) THEN sum(lower) END AS lower,
        CASE WHEN NOT bool_or(upper IS NULL) THEN sum(upper) END AS upper,
        sum(tolerance) AS tolerance,
        bool_or(approximate) AS approximate,
        string_agg(in_words, ' + ' ORDER BY in_words) AS parts_in_words,
        min(period_start) AS period_start,
        max(period_end) AS period_end,
        string_agg(DISTINCT note, '; ' ORDER BY note) AS note,
        list_sort(flatten(list(part_ids))) AS part_ids
    FROM slots
    GROUP BY total_id, divided_by
    -- One part alone is a reconciliation only where the source says that it is one of these.
    HAVING count(*) > 1 OR divided_by = 'of them'
),

compared AS (
    SELECT
        total.*,
        sums.divided_by,
        sums.parts,
        sums.parts_in_words,
        sums.part_ids,
        sums.note AS parts_note,
        coalesce(sums.lower, sums.upper) AS parts_sum,
        sums.lower AS sum_lower,
        sums.upper AS sum_upper,
        sums.approximate AS sum_approximate,
        total.approximate OR sums.approximate AS any_approximate,
        total.lower - sums.upper AS remainder_lower,
        total.upper - sums.lower AS remainder_upper,
        100 * sums.lower / nullif(total.upper, 0) AS share_lower,
        100 * sums.upper / nullif(total.lower, 0) AS share_upper,
        CASE
            WHEN sums.upper + sums.tolerance < total.lower - total.tolerance THEN 'short'
            WHEN sums.lower - sums.tolerance > total.upper + total.tolerance THEN 'over'
            WHEN total.qualifier IN ('exact', 'about') AND sums.lower = sums.upper THEN 'balanced'
            ELSE 'undecided'
        END AS status
    FROM sums
    INNER JOIN staging.statements AS total ON total.observation_id = sums.total_id
    -- Periods are parts of a longer one only where they reach from its beginning to its end.
    WHERE
        sums.divided_by <> 'period'
        OR (sums.period_start = total.period_start AND sums.period_end = total.period_end)
)

SELECT
    observation_id AS total_id,
    divided_by,
    subject,
    measure,
    unit,
    redundancy_kind,
    staff_group,
    period_start,
    period_end,
    said_by,
    value AS total,
    value_to AS total_to,
    qualifier AS total_qualifier,
    parts,
    parts_in_words,
    parts_sum,
    CASE WHEN sum_upper > sum_lower THEN sum_upper END AS parts_sum_to,
    CASE
        WHEN sum_lower IS NULL AND sum_upper IS NULL THEN NULL
        WHEN sum_upper IS NULL THEN 'over'
        WHEN sum_lower IS NULL THEN 'under'
        WHEN sum_upper > sum_lower THEN 'range'
        WHEN sum_approximate THEN 'about'
        ELSE 'exact'
    END AS parts_sum_qualifier,
    status,
    coalesce(remainder_lower, remainder_upper) AS remainder,
    CASE WHEN remainder_upper > remainder_lower THEN remainder_upper END AS remainder_to,
    CASE
        WHEN remainder_lower IS NULL AND remainder_upper IS NULL THEN NULL
        WHEN remainder_upper IS NULL THEN 'over'
        WHEN remainder_lower IS NULL THEN 'under'
        WHEN remainder_upper > remainder_lower THEN 'range'
        WHEN any_approximate THEN 'about'
        ELSE 'exact'
    END AS remainder_qualifier,
    round(coalesce(share_lower, share_upper), 1) AS parts_of_total_pct,
    CASE WHEN share_upper > share_lower THEN round(share_upper, 1) END AS parts_of_total_pct_to,
    CASE
        WHEN share_lower IS NULL AND share_upper IS NULL THEN NULL
        WHEN share_upper IS NULL THEN 'over'
        WHEN share_lower IS NULL THEN 'under'
        WHEN share_upper > share_lower THEN 'range'
        WHEN any_approximate THEN 'about'
        ELSE 'exact'
    END AS parts_of_total_pct_qualifier,
    part_ids,
    nullif(concat_ws('; ', note, 'of the parts: ' || parts_note), '') AS note,
    source
FROM compared
ORDER BY subject_key, measure, period_start, divided_by, observation_id;

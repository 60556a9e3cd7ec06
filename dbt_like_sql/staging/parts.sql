-- Grain: one row a total, a way of dividing it and a part. Why: what is a part of what follows from rules, never from
-- a list of numbers. Total and part have one source (a document, or the publisher of official series), measure, unit,
-- modality and, unless they are divided by it, period; the part is said by the total's claimant or in the source's own
-- voice. Divided by staff group or redundancy kind they stand in one paragraph; by subject, the parts lie within the
-- total's area or its name, near it in the text where the total is national; by period, within the total's period; by
-- "of them", right behind a larger number in the sentence; by fate, notices divide into what became of the people. A
-- part that another part contains is left out, so that nothing counts twice.
WITH placed AS (
    SELECT
        statement.*,
        CASE WHEN statement.origin = 'claim' THEN statement.source_key ELSE statement.claimant_key END AS told_in,
        coalesce(mention.paragraph, 0) AS paragraph,
        coalesce(mention.quote, '') AS quote,
        coalesce(mention.span_start, 0) AS span_start,
        mention.following,
        bool_or(statement.staff_group IS NULL) OVER (
            PARTITION BY
                statement.document_id, statement.claimant_key, statement.subject_key, statement.measure,
                statement.unit, statement.modality, statement.redundancy_kind, statement.period_start,
                statement.period_end
        ) AS has_all_staff,
        -- Groups of different series may overlap, as managers and infrastructure staff do.
        statement.series_id IS NULL OR count(*) OVER (
            PARTITION BY
                statement.series_id, statement.subject_key, statement.redundancy_kind, statement.period_start,
                statement.period_end
        ) > 1 AS splits_by_group
    FROM staging.statements AS statement
    LEFT JOIN staging.mentions AS mention ON mention.observation_id = statement.observation_id
    WHERE statement.unit NOT IN ('percent', 'gbp_per_head', 'organisations')
),

related AS (
    SELECT
        total.observation_id AS total_id,
        part.observation_id AS part_id,
        total.subject_key = part.subject_key AS same_subject,
        total.redundancy_kind IS NOT DISTINCT FROM part.redundancy_kind AS same_kind,
        total.staff_group IS NOT DISTINCT FROM part.staff_group AS same_group,
        total.measure = part.measure AS same_measure,
        total.period_start IS NOT DISTINCT FROM part.period_start
        AND total.period_end IS NOT DISTINCT FROM part.period_end AS same_period,
        total.paragraph = part.paragraph AS same_paragraph,
        total.quote = part.quote AS same_sentence,
        -- A part may be of a narrower kind. It may leave the group unsaid, unless the total's claimant also gives a
        -- number of all staff: then the total is itself a part of that.
        coalesce(total.redundancy_kind, 'both') = 'both'
        OR total.redundancy_kind IS NOT DISTINCT FROM part.redundancy_kind AS kind_fits,
        total.staff_group IS NOT DISTINCT FROM part.staff_group
        OR (part.staff_group IS NULL AND NOT total.has_all_staff) AS group_fits,
        CASE
            WHEN total.scope = 'national'
                THEN part.scope <> 'national' AND coalesce(part.subject_kind, '') <> 'department'
                    AND abs(total.paragraph - part.paragraph) <= 1
            WHEN total.scope = 'region' AND part.scope = 'body' THEN total.region = part.region
            ELSE starts_with(part.subject_words, total.subject_words || ' ')
                OR starts_with(total.subject_words, part.subject_words || ' and ')
                OR ends_with(total.subject_words, ' and ' || part.subject_words)
        END AS within_subject,
        part.period_start >= total.period_start AND part.period_end <= total.period_end AS within_period,
        total.span_start < part.span_start AND regexp_matches(part.following, '^of (them|these|those|whom)\b')
            AS of_them,
        total.staff_group AS total_group,
        total.redundancy_kind AS total_kind,
        total.measure AS total_measure,
        part.splits_by_group,
        part.staff_group,
        part.redundancy_kind,
        part.measure,
        part.subject_key,
        part.subject_words,
        part.scope,
        part.region,
        part.period_start,
        part.period_end
    FROM placed AS total
    INNER JOIN placed AS part
        ON part.told_in = total.told_in
        AND part.origin = total.origin
        AND part.unit = total.unit
        AND part.modality = total.modality
        AND part.observation_id <> total.observation_id
        AND (part.own_voice OR part.claimant_key = total.claimant_key)
),

divided AS (
    SELECT
        *,
        CASE
            WHEN total_measure = 'redundancy_notices' AND total_kind IS NULL AND same_subject AND same_sentence
                AND same_period
                AND (measure IN ('redeployed', 'redundancies') OR (same_measure AND redundancy_kind IS NOT NULL))
                THEN 'fate'
            WHEN NOT same_measure THEN NULL
            WHEN of_them AND same_sentence AND same_kind AND same_period THEN 'of them'
            WHEN same_subject AND same_kind AND same_period AND same_paragraph AND total_group IS NULL
                AND staff_group IS NOT NULL AND splits_by_group
                THEN 'staff group'
            WHEN same_subject AND same_group AND same_period AND same_paragraph
                AND coalesce(total_kind, 'both') = 'both' AND redundancy_kind IN ('compulsory', 'voluntary')
                THEN 'redundancy kind'
            WHEN same_subject AND same_kind AND same_group AND within_period AND NOT same_period THEN 'period'
            WHEN NOT same_subject AND within_subject AND same_period AND kind_fits AND group_fits THEN 'subject'
        END AS divided_by
    FROM related
),

candidates AS (
    SELECT DISTINCT
        total_id, divided_by, part_id, subject_key, subject_words, scope, region, staff_group, redundancy_kind, measure,
        period_start, period_end
    FROM divided
    WHERE divided_by IS NOT NULL
)

SELECT
    part.total_id,
    part.divided_by,
    part.part_id,
    -- What tells a part from the others: two numbers of one slot are two versions of one part.
    concat_ws(
        ' ', part.measure, part.subject_key, part.staff_group, part.redundancy_kind, part.period_start, part.period_end
    ) AS slot
FROM candidates AS part
ANTI JOIN candidates AS larger
    ON larger.total_id = part.total_id
    AND larger.divided_by = part.divided_by
    AND larger.part_id <> part.part_id
    AND (
        (larger.scope = 'region' AND part.scope = 'body' AND larger.region = part.region)
        OR starts_with(part.subject_words, larger.subject_words || ' ')
        OR starts_with(larger.subject_words, part.subject_words || ' and ')
        OR ends_with(larger.subject_words, ' and ' || part.subject_words)
        OR (
            larger.subject_key = part.subject_key
            AND (
                (larger.staff_group IS NULL AND part.staff_group IS NOT NULL)
                OR (coalesce(larger.redundancy_kind, 'both') = 'both' AND part.redundancy_kind <> 'both')
                OR (
                    larger.period_start <= part.period_start AND larger.period_end >= part.period_end
                    AND (larger.period_start < part.period_start OR larger.period_end > part.period_end)
                )
            )
            AND part.divided_by <> 'fate'
        )
    );

-- Grain: one row a subject, wave and step from one rung to another. Why: what became of a number is a ratio of two
-- rungs, and only where both count the same thing: posts are not divided by people, nor a count of one period by
-- that of another, nor what was over by the prophecy of it. Where there is no ratio the row says why. Bounds go through the division: a number over a lower
-- bound is an upper bound, and two bounds that point in opposite directions give nothing.
WITH steps AS (
    SELECT *
    FROM (
        VALUES
            ('disputed', 'planned'),
            ('at_risk', 'notified'),
            ('planned', 'notices'),
            ('notices', 'compulsory_notices'),
            ('notices', 'redeployed'),
            ('at_risk', 'redundancies'),
            ('forecast', 'redundancies')
    ) AS step (of_rung, rung)
),

paired AS (
    SELECT
        below.subject_key,
        below.wave_from,
        below.rung,
        above.rung AS of_rung,
        CASE WHEN below.unit = above.unit THEN below.unit END AS unit,
        CASE
            WHEN below.unit <> above.unit THEN below.unit || ' against ' || above.unit
            -- What is only said of the future has no period yet; what happened may have one that differs.
            WHEN
                (below.period_start <> above.period_start OR below.period_end <> above.period_end)
                AND above.rung NOT IN ('forecast', 'planned', 'disputed', 'at_risk')
                THEN 'they cover different periods'
            WHEN below.time_to < above.time_from THEN 'it was over before the other was said'
            WHEN above.lower = 0 OR above.upper = 0 THEN 'there is nothing to divide by'
            WHEN
                coalesce(below.lower, above.lower) IS NULL OR coalesce(below.upper, above.upper) IS NULL
                THEN 'their bounds point in opposite directions'
        END AS no_ratio,
        below.lower / nullif(above.upper, 0) AS lower,
        below.upper / nullif(above.lower, 0) AS upper,
        below.approximate OR above.approximate AS approximate
    FROM steps
    INNER JOIN staging.rungs AS below ON below.rung = steps.rung
    INNER JOIN staging.rungs AS above
        ON above.rung = steps.of_rung
        AND above.subject_key = below.subject_key
        AND above.wave_from IS NOT DISTINCT FROM below.wave_from
)

SELECT
    subject_key,
    wave_from,
    rung,
    of_rung,
    unit,
    no_ratio,
    CASE WHEN no_ratio IS NULL THEN round(100 * coalesce(lower, upper), 1) END AS pct,
    CASE WHEN no_ratio IS NULL AND upper > lower THEN round(100 * upper, 1) END AS pct_to,
    CASE
        WHEN no_ratio IS NOT NULL THEN NULL
        WHEN upper IS NULL THEN 'over'
        WHEN lower IS NULL THEN 'under'
        WHEN upper > lower THEN 'range'
        WHEN approximate THEN 'about'
        ELSE 'exact'
    END AS qualifier
FROM paired;

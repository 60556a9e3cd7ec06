-- Grain: one row a subject, wave, rung and unit. Why: the way from a claim to an outcome has rungs (at risk, planned,
-- notified, noticed, dismissed), and several people may have said a number of each. All staff go before a group of
-- staff, and one period is taken: that of most statements, the earliest among equals. Where one claimant gives
-- several numbers in one source, the largest that is no bound is the whole and the others are its parts. Then
-- statements that agree are narrowed to what all of them allow; where they disagree the rung is the range between
-- them, and says so. Notices, redundancies and redeployments count only where they happened.
WITH placed AS (
    SELECT
        *,
        CASE
            WHEN modality = 'disputed' THEN 'disputed'
            WHEN measure = 'posts_at_risk' THEN 'at_risk'
            WHEN measure = 'posts_cut' AND modality = 'actual' THEN 'cut'
            WHEN measure = 'posts_cut' THEN 'planned'
            WHEN measure = 'redundancies' AND modality <> 'actual' THEN 'forecast'
            WHEN modality <> 'actual' THEN NULL
            WHEN measure = 'redundancies_notified' THEN 'notified'
            WHEN measure = 'redundancy_notices' AND redundancy_kind = 'compulsory' THEN 'compulsory_notices'
            WHEN measure = 'redundancy_notices' THEN 'notices'
            WHEN measure = 'redundancies' AND redundancy_kind IN ('compulsory', 'voluntary') THEN redundancy_kind
            ELSE measure
        END AS rung,
        concat_ws(' to ', period_start, period_end) AS period
    FROM staging.statements
    WHERE topic = 'jobs' AND unit IN ('posts', 'people', 'fte') AND subject_key IS NOT NULL
),

counted AS (
    SELECT
        *,
        count(*) OVER (
            PARTITION BY subject_key, wave_from, rung, unit, staff_group, period_start, period_end
        ) AS of_this_period
    FROM placed
    WHERE rung IS NOT NULL
),

chosen AS (
    SELECT
        *,
        first_value(coalesce(staff_group, '')) OVER (
            PARTITION BY subject_key, wave_from, rung, unit ORDER BY staff_group IS NOT NULL, value DESC, staff_group
        ) AS group_taken,
        first_value(period) OVER (
            PARTITION BY subject_key, wave_from, rung, unit, staff_group
            ORDER BY of_this_period DESC, period_start NULLS LAST, period_end
        ) AS period_taken,
        rank() OVER (
            PARTITION BY
                subject_key, wave_from, rung, unit, staff_group, period, source_key, coalesce(claimant_key, '')
            ORDER BY qualifier IN ('over', 'under'), value DESC
        ) AS place
    FROM counted
),

marked AS (
    SELECT
        *,
        coalesce(staff_group, '') = group_taken AND period = period_taken AND place = 1 AS taken,
        in_words || ' (' || said_by || ')' AS said,
        concat_ws(' ', in_words, redundancy_kind, staff_group, nullif(period, '')) || ' (' || said_by || ')'
            AS said_in_full
    FROM chosen
),

gathered AS (
    SELECT
        subject_key,
        wave_from,
        rung,
        unit,
        min(measure) FILTER (WHERE taken) AS measure,
        any_value(staff_group) FILTER (WHERE taken) AS staff_group,
        any_value(period_start) FILTER (WHERE taken) AS period_start,
        any_value(period_end) FILTER (WHERE taken) AS period_end,
        min(time_from) FILTER (WHERE taken) AS time_from,
        max(time_to) FILTER (WHERE taken) AS time_to,
        coalesce(max(lower - tolerance) FILTER (WHERE taken) <= min(upper + tolerance) FILTER (WHERE taken), true)
            AS agreed,
        bool_and(approximate) FILTER (WHERE taken) AS all_approximate,
        min(lower) FILTER (WHERE taken) AS lowest_lower,
        max(upper) FILTER (WHERE taken) AS highest_upper,
        max(lower) FILTER (WHERE taken AND NOT approximate) AS highest_lower,
        min(upper) FILTER (WHERE taken AND NOT approximate) AS lowest_upper,
        bool_or(taken AND lower IS NULL) AS open_below,
        bool_or(taken AND upper IS NULL) AS open_above,
        string_agg(DISTINCT said, '; ' ORDER BY said) FILTER (WHERE taken) AS said,
        string_agg(DISTINCT said_in_full, '; ' ORDER BY said_in_full) FILTER (WHERE NOT taken) AS also_said,
        list_sort(list(observation_id) FILTER (WHERE taken)) AS observation_ids
    FROM marked
    GROUP BY subject_key, wave_from, rung, unit
),

bounded AS (
    SELECT
        *,
        CASE
            WHEN NOT agreed THEN CASE WHEN NOT open_below THEN lowest_lower END
            WHEN all_approximate THEN lowest_lower
            ELSE highest_lower
        END AS lower,
        CASE
            WHEN NOT agreed THEN CASE WHEN NOT open_above THEN highest_upper END
            WHEN all_approximate THEN highest_upper
            ELSE lowest_upper
        END AS upper
    FROM gathered
)

SELECT
    subject_key,
    wave_from,
    rung,
    unit,
    measure,
    staff_group,
    period_start,
    period_end,
    time_from,
    time_to,
    lower,
    upper,
    all_approximate AS approximate,
    coalesce(lower, upper) AS value,
    CASE WHEN upper > lower THEN upper END AS value_to,
    CASE
        WHEN upper IS NULL THEN 'over'
        WHEN lower IS NULL THEN 'under'
        WHEN upper > lower THEN 'range'
        WHEN all_approximate THEN 'about'
        ELSE 'exact'
    END AS qualifier,
    NOT agreed AS disagreement,
    said,
    also_said,
    observation_ids
FROM bounded;

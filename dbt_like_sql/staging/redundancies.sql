-- Grain: one row an observation of redundancies that happened and are counted in heads, posts or full-time
-- equivalents. Why: the length of the period, or why it has none, is said once for every mart that divides by
-- it. Forecasts, plans and disputed figures are left out here, so that none can pass for an outcome.
SELECT
    observation.observation_id,
    observation.origin,
    observation.subject,
    coalesce(region.kind = 'country', false) AS is_national,
    observation.redundancy_kind,
    observation.staff_group,
    observation.period_start,
    observation.period_end,
    CASE
        WHEN observation.period_start IS NULL AND observation.period_end IS NULL THEN 'the source gives no period'
        WHEN observation.period_start IS NULL THEN 'the period has no start'
        WHEN observation.period_end IS NULL THEN 'the period has no end'
        WHEN observation.period_start = observation.period_end THEN 'the period is a point in time'
    END AS period_gap,
    CASE
        WHEN period_gap IS NOT NULL THEN NULL
        -- From a day to the day before the same day of another month: whole months, whatever their length.
        WHEN day(observation.period_start) = day(observation.period_end + 1)
            THEN date_diff('month', observation.period_start, observation.period_end + 1)::DOUBLE
        ELSE round((observation.period_end - observation.period_start + 1) * 12 / 365, 2)
    END AS months,
    observation.value AS redundancies,
    observation.value_to AS redundancies_to,
    observation.qualifier,
    CASE WHEN observation.qualifier <> 'under' THEN observation.value END AS lower,
    CASE observation.qualifier
        WHEN 'over' THEN NULL
        WHEN 'range' THEN observation.value_to
        ELSE observation.value
    END AS upper,
    observation.unit,
    observation.note,
    observation.source
FROM core.observations AS observation
LEFT JOIN reference.regions AS region
    ON region.region_id = observation.subject_id
    OR (observation.subject_id IS NULL AND region.name = observation.subject)
WHERE
    observation.measure = 'redundancies'
    AND observation.modality = 'actual'
    AND observation.unit IN ('people', 'posts', 'fte');

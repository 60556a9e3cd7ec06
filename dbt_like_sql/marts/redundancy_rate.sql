-- Grain: one row an observation of redundancies that happened. Why: "903 redundancies" means nothing without the
-- people who leave anyway. Two rates, because both are printed: the period's redundancies against a whole year's
-- leavers, and against the leavers of as long a period. The base is the assumption annual_turnover; where the
-- period or the unit allows no rate it is null, and the note says why.
WITH based AS (
    SELECT
        redundancy.*,
        base.value AS annual_turnover,
        base.value * redundancy.months / 12 AS turnover_in_period,
        CASE
            WHEN base.value IS NULL THEN 'no rate: core.assumptions has no annual_turnover'
            WHEN redundancy.unit <> base.unit
                THEN 'no rate: counted in ' || redundancy.unit || ', and the base in ' || base.unit
            WHEN redundancy.period_gap IS NOT NULL THEN 'no rate: ' || redundancy.period_gap
        END AS no_rate,
        concat_ws(
            ' ', 'base:', nullif(base.qualifier, 'exact'), format('{:,}', base.value::BIGINT),
            'leavers a year, said of', year(base.period_start)
        ) AS base_note
    FROM staging.redundancies AS redundancy
    LEFT JOIN core.assumptions AS base ON base.assumption = 'annual_turnover'
)

SELECT
    observation_id,
    origin,
    subject,
    redundancy_kind,
    staff_group,
    period_start,
    period_end,
    months,
    redundancies,
    annual_turnover,
    CASE WHEN no_rate IS NULL THEN turnover_in_period END AS turnover_in_period,
    CASE WHEN no_rate IS NULL THEN round(100 * redundancies / annual_turnover, 4) END
        AS rate_of_annual_turnover_pct,
    CASE WHEN no_rate IS NULL THEN round(100 * redundancies / turnover_in_period, 4) END
        AS rate_of_period_turnover_pct,
    CASE WHEN no_rate IS NULL THEN round(redundancies * 12 / months, 1) END AS annualised,
    CASE WHEN no_rate IS NULL THEN round(redundancies / (annual_turnover / 365), 2) END AS turnover_days,
    nullif(concat_ws(
        '; ',
        no_rate,
        CASE qualifier
            WHEN 'over' THEN 'the number is a lower bound, and so is what is computed from it'
            WHEN 'under' THEN 'the number is an upper bound, and so is what is computed from it'
            WHEN 'about' THEN 'the number is approximate'
            WHEN 'range'
                THEN format('the source gives {:,} to {:,}; ', redundancies::BIGINT, redundancies_to::BIGINT)
                    || 'the lower end is used, so what is computed from it is a lower bound'
        END,
        CASE
            WHEN NOT is_national
                THEN 'the base is national, the number is of ' || coalesce(subject, 'an unnamed subject')
        END,
        CASE
            WHEN staff_group IS NOT NULL
                THEN 'the base is national and of all staff, the number is of ' || staff_group || ' staff'
        END,
        CASE WHEN no_rate IS NULL THEN base_note END,
        note
    ), '') AS note,
    source
FROM based
ORDER BY period_start NULLS LAST, period_end, observation_id;

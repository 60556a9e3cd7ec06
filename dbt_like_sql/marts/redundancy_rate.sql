-- Grain: one row an observation of redundancies that happened. Why: "903 redundancies" means nothing without the
-- people who leave anyway. Two rates, because both are printed: the period's redundancies against a whole year's
-- leavers, and against the leavers of as long a period. The base is the assumption annual_turnover; where the
-- period or the unit allows no rate it is null, and the note says why. A number lies between two ends, and both go
-- through the division: over a base that is a round number, even an exact count gives a rate that is about right.
WITH base AS (
    SELECT
        value,
        qualifier,
        unit,
        period_start,
        CASE WHEN qualifier <> 'under' THEN value END AS lower,
        CASE WHEN qualifier <> 'over' THEN value END AS upper
    FROM core.assumptions
    WHERE assumption = 'annual_turnover'
),

based AS (
    SELECT
        redundancy.*,
        base.value AS annual_turnover,
        base.qualifier AS turnover_qualifier,
        base.value * redundancy.months / 12 AS turnover_in_period,
        redundancy.lower / base.upper AS lower_of_year,
        redundancy.upper / base.lower AS upper_of_year,
        redundancy.qualifier = 'about' AS approximate,
        redundancy.qualifier = 'about' OR base.qualifier = 'about' AS any_approximate,
        CASE
            WHEN base.value IS NULL THEN 'no rate: core.assumptions has no annual_turnover'
            WHEN redundancy.unit <> base.unit
                THEN 'no rate: counted in ' || redundancy.unit || ', and the base in ' || base.unit
            WHEN redundancy.period_gap IS NOT NULL THEN 'no rate: ' || redundancy.period_gap
            WHEN lower_of_year IS NULL AND upper_of_year IS NULL
                THEN 'no rate: the bounds of the number and of the base point in opposite directions'
        END AS no_rate,
        concat_ws(
            ' ', 'base:', nullif(base.qualifier, 'exact'), format('{:,}', base.value::BIGINT),
            'leavers a year, said of', year(base.period_start)
        ) AS base_note
    FROM staging.redundancies AS redundancy
    LEFT JOIN base ON true
),

-- The two ends where there is a rate, so that each column below has to ask only for them.
rated AS (
    SELECT
        *,
        CASE WHEN no_rate IS NULL THEN lower_of_year END AS rate_lower,
        CASE WHEN no_rate IS NULL THEN upper_of_year END AS rate_upper,
        CASE WHEN no_rate IS NULL THEN lower * 12 / months END AS pace_lower,
        CASE WHEN no_rate IS NULL THEN upper * 12 / months END AS pace_upper,
        CASE
            WHEN no_rate IS NOT NULL THEN NULL
            WHEN upper_of_year IS NULL THEN 'over'
            WHEN lower_of_year IS NULL THEN 'under'
            WHEN upper_of_year > lower_of_year THEN 'range'
            WHEN any_approximate THEN 'about'
            ELSE 'exact'
        END AS rate_qualifier
    FROM based
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
    redundancies_to,
    qualifier AS redundancies_qualifier,
    unit,
    annual_turnover,
    turnover_qualifier AS annual_turnover_qualifier,
    CASE WHEN no_rate IS NULL THEN turnover_in_period END AS turnover_in_period,
    CASE WHEN no_rate IS NULL THEN turnover_qualifier END AS turnover_in_period_qualifier,
    round(100 * coalesce(rate_lower, rate_upper), 4) AS rate_of_annual_turnover_pct,
    CASE WHEN rate_qualifier = 'range' THEN round(100 * rate_upper, 4) END AS rate_of_annual_turnover_pct_to,
    rate_qualifier AS rate_of_annual_turnover_pct_qualifier,
    round(100 * coalesce(rate_lower, rate_upper) * 12 / months, 4) AS rate_of_period_turnover_pct,
    CASE WHEN rate_qualifier = 'range' THEN round(100 * rate_upper * 12 / months, 4) END
        AS rate_of_period_turnover_pct_to,
    rate_qualifier AS rate_of_period_turnover_pct_qualifier,
    round(coalesce(pace_lower, pace_upper), 1) AS annualised,
    CASE WHEN pace_upper > pace_lower THEN round(pace_upper, 1) END AS annualised_to,
    CASE
        WHEN pace_lower IS NULL AND pace_upper IS NULL THEN NULL
        WHEN pace_upper IS NULL THEN 'over'
        WHEN pace_lower IS NULL THEN 'under'
        WHEN pace_upper > pace_lower THEN 'range'
        WHEN approximate THEN 'about'
        ELSE 'exact'
    END AS annualised_qualifier,
    round(coalesce(rate_lower, rate_upper) * 365, 2) AS turnover_days,
    CASE WHEN rate_qualifier = 'range' THEN round(rate_upper * 365, 2) END AS turnover_days_to,
    rate_qualifier AS turnover_days_qualifier,
    nullif(concat_ws(
        '; ',
        no_rate,
        CASE qualifier
            WHEN 'over' THEN 'the number is a lower bound, and so is what is computed from it'
            WHEN 'under' THEN 'the number is an upper bound, and so is what is computed from it'
            WHEN 'about' THEN 'the number is approximate'
            WHEN 'range'
                THEN format('the source gives {:,} to {:,}; ', redundancies::BIGINT, redundancies_to::BIGINT)
                    || 'what is computed from the lower end is a lower bound, from the upper end an upper bound'
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
FROM rated
ORDER BY period_start NULLS LAST, period_end, observation_id;

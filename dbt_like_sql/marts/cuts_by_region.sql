-- Grain: one row a region, year, rung, unit and period. Why: a region's number comes in two forms that must not be
-- added: what a source says of the whole region, and the sum of what is said of single bodies in it. They stand side
-- by side, with the share that the bodies explain. Only bodies of one region are summed, each once; groups and
-- unresolved names are left out. Kinds of redundancy, units and periods are rows of their own, since a sum over them
-- would count people twice or mix what is counted.
WITH placed AS (
    SELECT DISTINCT subject_key, wave_from, scope, region
    FROM staging.statements
    WHERE topic = 'jobs' AND scope IN ('region', 'body') AND region IS NOT NULL
),

named AS (
    SELECT subject_key, wave_from, min(subject) AS subject
    FROM staging.statements
    GROUP BY subject_key, wave_from
),

said AS (
    SELECT
        rung.subject_key,
        named.subject,
        placed.scope,
        placed.region,
        year(rung.wave_from) AS year,
        rung.rung,
        rung.unit,
        rung.staff_group,
        rung.period_start,
        rung.period_end,
        rung.lower,
        rung.upper,
        rung.approximate,
        rung.value,
        rung.value_to,
        rung.qualifier,
        rung.said,
        rung.also_said,
        rung.observation_ids AS source_rows
    FROM staging.rungs AS rung
    INNER JOIN placed
        ON placed.subject_key = rung.subject_key AND placed.wave_from IS NOT DISTINCT FROM rung.wave_from
    INNER JOIN named
        ON named.subject_key = rung.subject_key AND named.wave_from IS NOT DISTINCT FROM rung.wave_from
    -- What is only reported as wrong is nobody's cut.
    WHERE rung.rung <> 'disputed'
),

rungs AS (
    SELECT * FROM said
    UNION ALL BY NAME
    SELECT
        fact.subject_key,
        fact.subject,
        fact.scope,
        fact.region,
        year(fact.said_from) AS year,
        'planned' AS rung,
        fact.unit,
        fact.lower,
        fact.upper,
        fact.approximate,
        fact.value,
        fact.value_to,
        fact.qualifier,
        fact.in_words AS said,
        [fact.fact_id] AS source_rows
    FROM staging.icb_facts AS fact
    -- Where documents speak of the board too, theirs counts and not both.
    ANTI JOIN said ON said.subject_key = fact.subject_key AND said.year = year(fact.said_from) AND said.rung = 'planned'
    WHERE fact.fact = 'posts_to_go' AND fact.scope = 'body' AND fact.region IS NOT NULL
),

-- Of each region's own number and of the sum over bodies there is one row at most, so max() chooses nothing.
gathered AS (
    SELECT
        region,
        year,
        rung,
        unit,
        period_start,
        period_end,
        max(lower) FILTER (WHERE scope = 'region') AS stated_lower,
        max(upper) FILTER (WHERE scope = 'region') AS stated_upper,
        max(value) FILTER (WHERE scope = 'region') AS stated,
        max(value_to) FILTER (WHERE scope = 'region') AS stated_to,
        max(qualifier) FILTER (WHERE scope = 'region') AS stated_qualifier,
        bool_or(approximate) FILTER (WHERE scope = 'region') AS stated_approximate,
        max(said) FILTER (WHERE scope = 'region') AS stated_said,
        max(also_said) FILTER (WHERE scope = 'region') AS stated_also_said,
        count(*) FILTER (WHERE scope = 'body') AS bodies,
        sum(lower) FILTER (WHERE scope = 'body') AS known_lower,
        sum(upper) FILTER (WHERE scope = 'body') AS known_upper,
        coalesce(bool_or(lower IS NULL) FILTER (WHERE scope = 'body'), true) AS open_below,
        coalesce(bool_or(upper IS NULL) FILTER (WHERE scope = 'body'), true) AS open_above,
        bool_or(approximate) FILTER (WHERE scope = 'body') AS bodies_approximate,
        string_agg(
            concat_ws(
                ' ', CASE WHEN qualifier IN ('about', 'over', 'under') THEN qualifier END, value::BIGINT,
                'to ' || value_to::BIGINT, staff_group
            ) || ' at ' || subject, '; '
            ORDER BY value DESC, subject
        ) FILTER (WHERE scope = 'body') AS bodies_in_words,
        list_sort(flatten(list(source_rows))) AS source_ids
    FROM rungs
    GROUP BY region, year, rung, unit, period_start, period_end
),

summed AS (
    SELECT
        *,
        CASE WHEN NOT open_below THEN known_lower END AS sum_lower,
        CASE WHEN NOT open_above THEN known_upper END AS sum_upper
    FROM gathered
)

SELECT
    region,
    year,
    rung,
    unit,
    period_start,
    period_end,
    stated,
    stated_to,
    stated_qualifier,
    stated_said,
    stated_also_said,
    bodies,
    coalesce(sum_lower, sum_upper) AS bodies_sum,
    CASE WHEN sum_upper > sum_lower THEN sum_upper END AS bodies_sum_to,
    CASE
        WHEN sum_lower IS NULL AND sum_upper IS NULL THEN NULL
        WHEN sum_upper IS NULL THEN 'over'
        WHEN sum_lower IS NULL THEN 'under'
        WHEN sum_upper > sum_lower THEN 'range'
        WHEN bodies_approximate THEN 'about'
        ELSE 'exact'
    END AS bodies_sum_qualifier,
    bodies_in_words,
    round(coalesce(100 * sum_lower / nullif(stated_upper, 0), 100 * sum_upper / nullif(stated_lower, 0)), 1)
        AS bodies_of_stated_pct,
    CASE
        WHEN sum_upper / nullif(stated_lower, 0) > sum_lower / nullif(stated_upper, 0)
            THEN round(100 * sum_upper / stated_lower, 1)
    END AS bodies_of_stated_pct_to,
    CASE
        WHEN sum_lower / nullif(stated_upper, 0) IS NULL AND sum_upper / nullif(stated_lower, 0) IS NULL THEN NULL
        WHEN sum_upper / nullif(stated_lower, 0) IS NULL THEN 'over'
        WHEN sum_lower / nullif(stated_upper, 0) IS NULL THEN 'under'
        WHEN sum_upper / stated_lower > sum_lower / stated_upper THEN 'range'
        WHEN bodies_approximate OR stated_approximate THEN 'about'
        ELSE 'exact'
    END AS bodies_of_stated_pct_qualifier,
    source_ids
FROM summed
ORDER BY region, year, rung, unit, period_start;

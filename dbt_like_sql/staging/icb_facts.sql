-- Grain: one row a fact about one board or one group of boards. Why: what the reference table says of boards takes
-- part in the marts of everybody's cuts, in the one vocabulary of bounds: "up to" is under, a rounded number is about.
WITH facts AS (
    SELECT
        fact.fact_id,
        fact.ods_code,
        board.organisation_id AS subject_key,
        board.name AS subject,
        'body' AS scope,
        board.region,
        fact.fact,
        fact.value,
        fact.value_to,
        fact.unit,
        fact."precision",
        fact.basis,
        fact.period,
        fact.as_of,
        fact.source_url,
        fact.note
    FROM reference.icb_running_costs AS fact
    INNER JOIN reference.organisations AS board ON board.ods_code = fact.ods_code
    WHERE NOT starts_with(fact.fact, 'combined_')
    UNION ALL BY NAME
    SELECT
        fact_id,
        NULL::VARCHAR AS ods_code,
        coalesce(group_id, group_name) AS subject_key,
        group_name AS subject,
        'group' AS scope,
        region,
        replace(fact, 'combined_', '') AS fact,
        value,
        value_to,
        unit,
        "precision",
        basis,
        NULL::VARCHAR AS period,
        as_of,
        source_url,
        note
    FROM staging.icb_combined
),

worded AS (
    SELECT
        *,
        CASE
            WHEN "precision" = 'up to' THEN 'under'
            WHEN "precision" IN ('exact', 'over', 'range') THEN "precision"
            ELSE 'about'
        END AS qualifier
    FROM facts
)

SELECT
    fact_id,
    ods_code,
    subject_key,
    subject,
    scope,
    region,
    fact,
    value,
    value_to,
    qualifier,
    CASE WHEN qualifier <> 'under' THEN value END AS lower,
    CASE qualifier WHEN 'over' THEN NULL WHEN 'range' THEN value_to ELSE value END AS upper,
    qualifier = 'about' AS approximate,
    unit,
    concat_ws(
        ' ',
        CASE WHEN qualifier IN ('about', 'over', 'under') THEN qualifier END,
        CASE WHEN value = round(value) THEN format('{:,}', value::BIGINT) ELSE format('{:g}', value) END,
        CASE WHEN value_to IS NOT NULL THEN 'to ' || format('{:,}', value_to::BIGINT) END,
        unit
    ) AS in_words,
    "precision",
    basis,
    period,
    as_of,
    -- "2025-07" and "2025" are known to the month and the year alone.
    (as_of || CASE length(as_of) WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END)::DATE AS said_from,
    CASE length(as_of)
        WHEN 4 THEN (as_of || '-12-31')::DATE
        WHEN 7 THEN last_day((as_of || '-01')::DATE)
        ELSE as_of::DATE
    END AS said_to,
    source_url,
    note
FROM worded;

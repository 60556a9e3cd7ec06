-- Grain: one row a body (or group of bodies), wave, stage and unit. Why: "which organisations cut how many posts" for
-- whoever looks after one body. A number is what staging.rungs makes of all statements about the body in the wave, or
-- a reference fact about a board. What several bodies cut together is a group's row and no one's share; a region's or
-- the country's is in cuts_by_region. What is to go and what has gone are different rows, as are posts and people.
WITH told AS (
    SELECT
        statement.subject_key,
        statement.wave_from,
        min(statement.subject) AS subject,
        any_value(statement.scope) AS scope,
        any_value(statement.subject_kind) AS kind,
        any_value(statement.region) AS region
    FROM staging.statements AS statement
    WHERE statement.topic = 'jobs' AND statement.scope NOT IN ('national', 'region')
    GROUP BY statement.subject_key, statement.wave_from
),

sources AS (
    SELECT
        rung.subject_key,
        rung.wave_from,
        rung.rung,
        rung.unit,
        list_sort(list('core.observations/' || statement.observation_id)) AS source_rows,
        string_agg(DISTINCT statement.source, ' | ' ORDER BY statement.source) AS source,
        string_agg(DISTINCT statement.note, '; ' ORDER BY statement.note) AS note
    FROM staging.rungs AS rung
    INNER JOIN staging.statements AS statement
        ON list_contains(rung.observation_ids, statement.observation_id)
    GROUP BY rung.subject_key, rung.wave_from, rung.rung, rung.unit
),

said AS (
    SELECT
        told.subject,
        rung.subject_key,
        told.scope,
        told.kind,
        told.region,
        CASE rung.rung WHEN 'planned' THEN 'to go' WHEN 'cut' THEN 'gone' ELSE 'disputed' END AS stage,
        rung.unit,
        rung.value AS posts,
        rung.value_to AS posts_to,
        rung.qualifier AS posts_qualifier,
        rung.staff_group,
        rung.disagreement,
        rung.said,
        rung.also_said,
        rung.time_from AS said_from,
        rung.time_to AS said_to,
        sources.source_rows,
        sources.source,
        sources.note
    FROM staging.rungs AS rung
    INNER JOIN told
        ON told.subject_key = rung.subject_key AND told.wave_from IS NOT DISTINCT FROM rung.wave_from
    INNER JOIN sources
        ON sources.subject_key = rung.subject_key
        AND sources.wave_from IS NOT DISTINCT FROM rung.wave_from
        AND sources.rung = rung.rung
        AND sources.unit = rung.unit
    WHERE rung.measure = 'posts_cut'
),

facts AS (
    SELECT
        subject,
        subject_key,
        scope,
        'icb' AS kind,
        region,
        'to go' AS stage,
        unit,
        value AS posts,
        value_to AS posts_to,
        qualifier AS posts_qualifier,
        NULL::VARCHAR AS staff_group,
        false AS disagreement,
        in_words || ' (' || basis || ')' AS said,
        NULL::VARCHAR AS also_said,
        said_from,
        said_to,
        ['reference.icb_running_costs/' || fact_id] AS source_rows,
        source_url AS source,
        note
    FROM staging.icb_facts
    WHERE fact = 'posts_to_go'
),

cuts AS (
    SELECT * FROM said
    UNION ALL BY NAME
    SELECT * FROM facts
)

SELECT
    subject,
    subject_key,
    scope,
    kind,
    region,
    stage,
    unit,
    posts,
    posts_to,
    posts_qualifier,
    staff_group,
    disagreement,
    said,
    also_said,
    said_from,
    said_to,
    source_rows,
    source,
    note
FROM cuts
ORDER BY subject_key, said_from, stage, unit, source;

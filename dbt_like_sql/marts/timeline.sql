-- Grain: one row an event: a statement, a value of a series, a fact about a board, or a change of a body that any of
-- these is about. Why: what was said and what happened in the order of time, each with its source. A statement that
-- has no period of its own stands at the day it was published, and date_basis says so. A fact of several boards stands
-- once, under the group; a divided board names all its successors.
WITH dates AS (
    SELECT
        observation_id,
        coalesce(time_from, published_from) AS date_from,
        CASE WHEN time_from IS NULL THEN published_from ELSE time_to END AS date_to,
        CASE
            WHEN origin = 'claim' AND (modality <> 'actual' OR (period_start IS NULL AND period_end IS NULL))
                THEN 'published'
            WHEN modality <> 'actual' THEN 'said'
            ELSE 'period'
        END AS date_basis
    FROM staging.statements
),

stated AS (
    SELECT
        dates.date_from,
        dates.date_to,
        dates.date_basis,
        CASE statement.origin WHEN 'claim' THEN 'claim' ELSE 'official series' END AS event,
        statement.subject,
        statement.subject_key,
        statement.region,
        concat_ws(
            ' ', statement.said_by || ':', statement.in_words, statement.redundancy_kind, statement.staff_group,
            '(' || replace(statement.measure, '_', ' ') || ', ' || statement.modality || ')'
        ) AS what,
        statement.measure,
        statement.modality,
        statement.value,
        statement.value_to,
        statement.qualifier,
        statement.unit,
        'core.observations/' || statement.observation_id AS source_row,
        statement.source
    FROM staging.statements AS statement
    INNER JOIN dates ON dates.observation_id = statement.observation_id
),

facts AS (
    SELECT
        fact.said_from AS date_from,
        fact.said_to AS date_to,
        'said' AS date_basis,
        'fact about a board' AS event,
        fact.subject,
        fact.subject_key,
        fact.region,
        fact.in_words || ' (' || replace(fact.fact, '_', ' ') || ': ' || fact.basis || ')' AS what,
        fact.value,
        fact.value_to,
        fact.qualifier,
        fact.unit,
        'reference.icb_running_costs/' || fact.fact_id AS source_row,
        fact.source_url AS source
    FROM staging.icb_facts AS fact
    -- Figures of a financial year are no event.
    WHERE fact.as_of IS NOT NULL
),

spoken_of AS (
    SELECT subject_key AS organisation_id
    FROM staging.statements
    WHERE scope = 'body'
    UNION
    SELECT subject_key
    FROM staging.icb_facts
    WHERE scope = 'body'
),

closed AS (
    SELECT
        body.closed AS date_from,
        body.closed AS date_to,
        'register' AS date_basis,
        CASE WHEN len(body.successor_ids) > 1 THEN 'body divided' ELSE 'body closed' END AS event,
        body.name AS subject,
        body.organisation_id AS subject_key,
        body.region,
        CASE len(body.successor_ids)
            WHEN 0 THEN 'closed'
            WHEN 1 THEN 'closed, taken over by ' || body.successor_ids[1]
            ELSE 'divided between ' || array_to_string(body.successor_ids, ', ') || ': its figures are no successor''s'
        END AS what,
        'reference.organisations/' || body.organisation_id AS source_row,
        body.source_url AS source
    FROM reference.organisations AS body
    INNER JOIN spoken_of ON spoken_of.organisation_id = body.organisation_id
    WHERE body.closed IS NOT NULL
),

clustered AS (
    SELECT
        valid_from AS date_from,
        valid_from AS date_to,
        'register' AS date_basis,
        'cluster formed' AS event,
        name AS subject,
        region_id AS subject_key,
        'of ' || array_to_string(icb_ids, ', ') || ': the boards stay bodies of their own' AS what,
        'reference.regions/' || region_id AS source_row,
        source_url AS source
    FROM reference.regions
    WHERE kind = 'icb_cluster'
),

events AS (
    SELECT * FROM stated
    UNION ALL BY NAME
    SELECT * FROM facts
    UNION ALL BY NAME
    SELECT * FROM closed
    UNION ALL BY NAME
    SELECT * FROM clustered
)

SELECT
    date_from,
    date_to,
    date_basis,
    event,
    subject,
    subject_key,
    region,
    what,
    measure,
    modality,
    value,
    value_to,
    qualifier,
    unit,
    source_row,
    source
FROM events
ORDER BY date_from NULLS LAST, date_to, event, source_row;

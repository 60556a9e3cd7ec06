-- Grain: one row an observation. Why: whom a number is about, who says it, when, and between which bounds it lies
-- is worked out once for every mart that compares. A number lies between lower and upper: "over 500" has no upper
-- end, "up to 500" no lower one, "about" has both and is approximate. Marts reckon with the two ends, so that a
-- bound stays one through any sum or ratio. A wave holds the statements about one subject that follow each other
-- within twelve months; outcomes are placed at their period, what is only said of the future when it was said.
WITH resolved AS (
    SELECT
        observation.*,
        series.series_id,
        series.source_url,
        document.publisher,
        coalesce(organisation.kind, region.kind) AS subject_kind,
        CASE
            WHEN region.kind = 'country' THEN 'national'
            WHEN region.kind = 'icb_cluster' THEN 'group'
            WHEN region.region_id IS NOT NULL THEN 'region'
            WHEN organisation.organisation_id IS NOT NULL THEN 'body'
            ELSE 'unresolved'
        END AS scope,
        CASE
            WHEN region.kind <> 'country' THEN region.name
            -- National bodies have their country there, which is no region.
            WHEN organisation.region NOT IN (SELECT name FROM reference.regions WHERE kind = 'country')
                THEN organisation.region
        END AS region,
        trim(regexp_replace(lower(observation.subject), '[^a-z0-9&]+', ' ', 'g')) AS subject_words,
        CASE
            WHEN region.kind = 'country' THEN 'national'
            ELSE coalesce(organisation.organisation_id, region.region_id, subject_words)
        END AS subject_key,
        coalesce(claimant.kind, speaker.kind) AS claimant_kind,
        -- One body may be in two registers, as a claimant and as an organisation.
        coalesce(
            claimant.organisation_id, observation.claimant_id,
            trim(regexp_replace(lower(observation.claimant), '[^a-z0-9&]+', ' ', 'g'))
        ) AS claimant_key,
        coalesce(observation.document_id, series.source_url) AS source_key,
        CASE
            WHEN observation.measure IN (
                'posts_at_risk', 'posts_cut', 'redundancies_notified', 'redundancy_notices', 'redundancies',
                'redeployed'
            ) THEN 'jobs'
            ELSE observation.measure
        END AS topic,
        CASE
            WHEN observation.origin = 'claim' AND observation.modality <> 'actual' THEN observation.published_from
            WHEN observation.modality <> 'actual' THEN coalesce(observation.period_start, observation.period_end)
            ELSE coalesce(observation.period_start, observation.period_end, observation.published_from)
        END AS time_from,
        CASE
            WHEN observation.origin = 'claim' AND observation.modality <> 'actual' THEN observation.published_from
            WHEN observation.modality <> 'actual' THEN coalesce(observation.period_start, observation.period_end)
            -- "Since September" reaches to the day it was said.
            ELSE coalesce(observation.period_end, observation.published_from, observation.period_start)
        END AS time_to
    FROM core.observations AS observation
    LEFT JOIN core.documents AS document ON document.document_id = observation.document_id
    LEFT JOIN reference.official_series AS series ON series.series_row_id = observation.series_row_id
    LEFT JOIN reference.organisations AS organisation ON organisation.organisation_id = observation.subject_id
    LEFT JOIN reference.regions AS region
        ON region.region_id = observation.subject_id
        OR (observation.subject_id IS NULL AND region.name = observation.subject)
    LEFT JOIN reference.claimants AS claimant ON claimant.claimant_id = observation.claimant_id
    LEFT JOIN (
        SELECT organisation_id, min(kind) AS kind
        FROM reference.claimants
        WHERE organisation_id IS NOT NULL
        GROUP BY organisation_id
    ) AS speaker ON speaker.organisation_id = observation.claimant_id
),

begun AS (
    SELECT
        *,
        CASE
            WHEN time_from > max(time_to) OVER (
                PARTITION BY subject_key, topic, time_from IS NULL ORDER BY time_from, time_to, observation_id
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ) + INTERVAL 12 MONTH THEN 1
            ELSE 0
        END AS begins
    FROM resolved
),

numbered AS (
    SELECT
        *,
        sum(begins) OVER (
            PARTITION BY subject_key, topic, time_from IS NULL ORDER BY time_from, time_to, observation_id
            ROWS UNBOUNDED PRECEDING
        ) AS wave
    FROM begun
)

SELECT
    observation_id,
    origin,
    document_id,
    source_key,
    series_id,
    subject,
    subject_words,
    subject_key,
    scope,
    subject_kind,
    region,
    coalesce(claimant, publisher, 'not stated') AS said_by,
    claimant_key,
    claimant_kind,
    -- A paper that gives its own findings speaks in its own voice.
    coalesce(claimant_key IS NULL OR claimant_kind = 'media', false) AS own_voice,
    topic,
    measure,
    redundancy_kind,
    staff_group,
    modality,
    unit,
    value,
    value_to,
    qualifier,
    CASE WHEN qualifier <> 'under' THEN value END AS lower,
    CASE qualifier WHEN 'over' THEN NULL WHEN 'range' THEN value_to ELSE value END AS upper,
    qualifier = 'about' AS approximate,
    -- For telling whether two statements agree: half of the last digit of a round number that is not a nought, and
    -- a twentieth at most, so that "about 7,500" agrees with 7,460 and "about 10,000" not with 8,000.
    CASE
        WHEN qualifier = 'about' THEN least(
            abs(value) / 20,
            pow(10, length(abs(value)::BIGINT::VARCHAR) - length(rtrim(abs(value)::BIGINT::VARCHAR, '0'))) / 2
        )
        ELSE 0
    END AS tolerance,
    concat_ws(
        ' ',
        CASE WHEN qualifier IN ('about', 'over', 'under') THEN qualifier END,
        format('{:,}', CASE WHEN value = round(value) THEN value::BIGINT END),
        CASE WHEN value <> round(value) THEN format('{:g}', value) END,
        CASE WHEN value_to IS NOT NULL THEN 'to ' || format('{:,}', value_to::BIGINT) END,
        unit
    ) AS in_words,
    period_start,
    period_end,
    coalesce(time_from, period_start, published_from) AS time_from,
    time_to,
    min(time_from) OVER (PARTITION BY subject_key, topic, time_from IS NULL, wave) AS wave_from,
    max(time_to) OVER (PARTITION BY subject_key, topic, time_from IS NULL, wave) AS wave_to,
    published_from,
    source,
    note
FROM numbered;

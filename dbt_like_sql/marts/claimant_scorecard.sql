-- Grain: one row a statement of a named claimant about jobs that were still to go. Why: what somebody foretold can be
-- held against what came, statement by statement; a mark for a claimant is then one average away, with the number of
-- cases beside it. The outcome is that of the same subject, wave and unit: redundancies made where redundancies or
-- people at risk were spoken of, otherwise jobs gone. Where the sources give none it is null and no_outcome says what
-- they do give, because redundancies are no measure of posts that go by other ways.
WITH foretold AS (
    SELECT
        *,
        CASE
            WHEN measure = 'redundancies' OR (measure = 'posts_at_risk' AND unit = 'people') THEN 'redundancies'
            ELSE 'cut'
        END AS outcome_rung
    FROM staging.statements
    WHERE
        topic = 'jobs'
        AND unit IN ('posts', 'people', 'fte')
        AND (
            measure = 'posts_at_risk'
            OR (measure IN ('posts_cut', 'redundancies') AND modality IN ('planned', 'potential', 'disputed'))
        )
        AND claimant_key IS NOT NULL
    -- Smaller numbers of the same thing in one source are parts or variants of the largest.
    QUALIFY rank() OVER (
        PARTITION BY
            source_key, claimant_key, subject_key, wave_from, measure, unit, modality, period_start, period_end
        ORDER BY qualifier IN ('over', 'under'), value DESC
    ) = 1
),

-- What the wave has of outcomes, to say where it is no answer to the statement.
known AS (
    SELECT
        foretold.observation_id,
        string_agg(replace(rung.rung, '_', ' ') || ': ' || rung.said, ' | ' ORDER BY rung.rung, rung.unit) AS outcomes
    FROM foretold
    INNER JOIN staging.rungs AS rung
        ON rung.subject_key = foretold.subject_key
        AND rung.wave_from IS NOT DISTINCT FROM foretold.wave_from
        AND NOT coalesce(rung.time_to < foretold.time_from, false)
    WHERE
        rung.rung IN (
            'notices', 'compulsory_notices', 'redundancies', 'compulsory', 'voluntary', 'redeployed', 'cut'
        )
    GROUP BY foretold.observation_id
),

compared AS (
    SELECT
        foretold.*,
        outcome.value AS outcome,
        outcome.value_to AS outcome_to,
        outcome.qualifier AS outcome_qualifier,
        outcome.said AS outcome_said,
        outcome.period_start AS outcome_from,
        outcome.period_end AS outcome_until,
        coalesce(outcome.observation_ids, []::VARCHAR[]) AS outcome_ids,
        known.outcomes,
        foretold.approximate OR outcome.approximate AS any_approximate,
        100 * outcome.lower / nullif(foretold.upper, 0) AS share_lower,
        100 * outcome.upper / nullif(foretold.lower, 0) AS share_upper
    FROM foretold
    LEFT JOIN staging.rungs AS outcome
        ON outcome.subject_key = foretold.subject_key
        AND outcome.wave_from IS NOT DISTINCT FROM foretold.wave_from
        AND outcome.unit = foretold.unit
        AND outcome.rung = foretold.outcome_rung
        -- What was over before somebody spoke is no outcome of what was said.
        AND NOT coalesce(outcome.time_to < foretold.time_from, false)
    LEFT JOIN known ON known.observation_id = foretold.observation_id
)

SELECT
    said_by AS claimant,
    claimant_key,
    claimant_kind,
    subject,
    subject_key,
    coalesce(published_from, time_from) AS said_on,
    measure,
    modality,
    unit,
    value AS foretold,
    value_to AS foretold_to,
    qualifier AS foretold_qualifier,
    outcome,
    outcome_to,
    outcome_qualifier,
    outcome_said,
    outcome_from,
    outcome_until,
    round(coalesce(share_lower, share_upper), 1) AS outcome_of_foretold_pct,
    CASE WHEN share_upper > share_lower THEN round(share_upper, 1) END AS outcome_of_foretold_pct_to,
    CASE
        WHEN share_lower IS NULL AND share_upper IS NULL THEN NULL
        WHEN share_upper IS NULL THEN 'over'
        WHEN share_lower IS NULL THEN 'under'
        WHEN share_upper > share_lower THEN 'range'
        WHEN any_approximate THEN 'about'
        ELSE 'exact'
    END AS outcome_of_foretold_pct_qualifier,
    CASE
        WHEN outcome IS NOT NULL AND share_lower IS NULL AND share_upper IS NULL
            THEN 'the bounds point in opposite directions'
        WHEN outcome IS NULL
            THEN concat_ws(
                '; ',
                CASE outcome_rung
                    WHEN 'cut' THEN 'the sources give no jobs gone in '
                    ELSE 'the sources give no redundancies made in '
                END || unit,
                'what they give: ' || outcomes
            )
    END AS no_outcome,
    observation_id,
    outcome_ids,
    note,
    source
FROM compared
ORDER BY claimant_key, said_on, observation_id;

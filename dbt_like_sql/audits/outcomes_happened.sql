-- What might come, is planned or is contested stands in no column of outcomes: every statement behind an outcome is of
-- something that is said to have happened.
WITH outcomes AS (
    SELECT 'claim_to_outcome' AS mart, subject_key || ' ' || rung AS row_id, unnest(observation_ids) AS observation_id
    FROM staging.rungs
    WHERE rung NOT IN ('at_risk', 'disputed', 'planned', 'forecast')
    UNION ALL
    SELECT 'claimant_scorecard', observation_id, unnest(outcome_ids)
    FROM marts.claimant_scorecard
    UNION ALL
    SELECT 'contested_figures', larger_id, unnest([larger_id, smaller_id])
    FROM marts.contested_figures
    WHERE stage = 'outcome'
    UNION ALL
    SELECT 'cuts_by_region', region || ' ' || rung, unnest(source_ids)
    FROM marts.cuts_by_region
    WHERE rung NOT IN ('at_risk', 'disputed', 'planned', 'forecast')
    UNION ALL
    SELECT 'posts_cut_by_organisation', subject_key, regexp_extract(unnest(source_rows), '[^/]+$')
    FROM marts.posts_cut_by_organisation
    WHERE stage = 'gone'
)

SELECT outcomes.mart, outcomes.row_id, outcomes.observation_id, observation.modality
FROM outcomes
INNER JOIN core.observations AS observation ON observation.observation_id = outcomes.observation_id
WHERE observation.modality <> 'actual';

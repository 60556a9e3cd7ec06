-- No forecast, plan or disputed figure stands where outcomes are told.
SELECT rate.observation_id, observation.measure, observation.modality
FROM marts.redundancy_rate AS rate
INNER JOIN core.observations AS observation ON observation.observation_id = rate.observation_id
WHERE observation.modality <> 'actual' OR observation.measure <> 'redundancies';

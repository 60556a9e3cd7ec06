-- Grain: one row a subject and wave. Why: of 1,000 jobs in a headline some are planned, fewer notified, fewer noticed
-- and fewer still end in dismissal; all of these get printed as if they were one number. Here the rungs stand in one
-- row, posts apart from people, with the ratio between rungs of one unit and who said each. staging.rungs says how
-- a rung comes to its number, staging.rung_ratios what is divided by what. Rungs in full-time equivalents are told
-- in who_said alone.
WITH ratios AS (
    SELECT *
    FROM staging.rung_ratios
    WHERE pct IS NOT NULL
    -- Where posts and people both give a ratio, it is that of posts.
    QUALIFY row_number() OVER (PARTITION BY subject_key, wave_from, rung, of_rung ORDER BY unit DESC) = 1
),

shares AS (
    SELECT
        subject_key,
        wave_from,
        max(pct) FILTER (WHERE rung = 'planned' AND of_rung = 'disputed')
            AS planned_of_disputed_pct,
        max(pct_to) FILTER (WHERE rung = 'planned' AND of_rung = 'disputed')
            AS planned_of_disputed_pct_to,
        max(qualifier) FILTER (WHERE rung = 'planned' AND of_rung = 'disputed')
            AS planned_of_disputed_pct_qualifier,
        max(pct) FILTER (WHERE rung = 'notified' AND of_rung = 'at_risk')
            AS notified_of_at_risk_pct,
        max(pct_to) FILTER (WHERE rung = 'notified' AND of_rung = 'at_risk')
            AS notified_of_at_risk_pct_to,
        max(qualifier) FILTER (WHERE rung = 'notified' AND of_rung = 'at_risk')
            AS notified_of_at_risk_pct_qualifier,
        max(pct) FILTER (WHERE rung = 'notices' AND of_rung = 'planned')
            AS notices_of_planned_pct,
        max(pct_to) FILTER (WHERE rung = 'notices' AND of_rung = 'planned')
            AS notices_of_planned_pct_to,
        max(qualifier) FILTER (WHERE rung = 'notices' AND of_rung = 'planned')
            AS notices_of_planned_pct_qualifier,
        max(pct) FILTER (WHERE rung = 'compulsory_notices' AND of_rung = 'notices')
            AS compulsory_notices_of_notices_pct,
        max(pct_to) FILTER (WHERE rung = 'compulsory_notices' AND of_rung = 'notices')
            AS compulsory_notices_of_notices_pct_to,
        max(qualifier) FILTER (WHERE rung = 'compulsory_notices' AND of_rung = 'notices')
            AS compulsory_notices_of_notices_pct_qualifier,
        max(pct) FILTER (WHERE rung = 'redeployed' AND of_rung = 'notices')
            AS redeployed_of_notices_pct,
        max(pct_to) FILTER (WHERE rung = 'redeployed' AND of_rung = 'notices')
            AS redeployed_of_notices_pct_to,
        max(qualifier) FILTER (WHERE rung = 'redeployed' AND of_rung = 'notices')
            AS redeployed_of_notices_pct_qualifier,
        max(pct) FILTER (WHERE rung = 'redundancies' AND of_rung = 'at_risk')
            AS redundancies_of_at_risk_pct,
        max(pct_to) FILTER (WHERE rung = 'redundancies' AND of_rung = 'at_risk')
            AS redundancies_of_at_risk_pct_to,
        max(qualifier) FILTER (WHERE rung = 'redundancies' AND of_rung = 'at_risk')
            AS redundancies_of_at_risk_pct_qualifier,
        max(pct) FILTER (WHERE rung = 'redundancies' AND of_rung = 'forecast')
            AS redundancies_of_forecast_pct,
        max(pct_to) FILTER (WHERE rung = 'redundancies' AND of_rung = 'forecast')
            AS redundancies_of_forecast_pct_to,
        max(qualifier) FILTER (WHERE rung = 'redundancies' AND of_rung = 'forecast')
            AS redundancies_of_forecast_pct_qualifier
    FROM ratios
    GROUP BY subject_key, wave_from
),

reasons AS (
    SELECT
        refused.subject_key,
        refused.wave_from,
        string_agg(
            DISTINCT replace(refused.rung || ' of ' || refused.of_rung || ': ' || refused.no_ratio, '_', ' '), '; '
            ORDER BY replace(refused.rung || ' of ' || refused.of_rung || ': ' || refused.no_ratio, '_', ' ')
        ) AS no_ratio
    FROM staging.rung_ratios AS refused
    ANTI JOIN ratios
        ON ratios.subject_key = refused.subject_key
        AND ratios.wave_from IS NOT DISTINCT FROM refused.wave_from
        AND ratios.rung = refused.rung
        AND ratios.of_rung = refused.of_rung
    WHERE refused.no_ratio IS NOT NULL
    GROUP BY refused.subject_key, refused.wave_from
),

ladder AS (
    SELECT *
    FROM (
        VALUES
            (1, 'at_risk', 'at risk'),
            (2, 'disputed', 'disputed'),
            (3, 'planned', 'planned'),
            (4, 'cut', 'gone'),
            (5, 'forecast', 'redundancies forecast'),
            (6, 'notified', 'notified'),
            (7, 'notices', 'notices'),
            (8, 'compulsory_notices', 'compulsory notices'),
            (9, 'redeployed', 'redeployed'),
            (10, 'redundancies', 'redundancies'),
            (11, 'compulsory', 'compulsory redundancies'),
            (12, 'voluntary', 'voluntary redundancies')
    ) AS step (place, rung, label)
),

rungs AS (
    SELECT
        rung.subject_key,
        rung.wave_from,
        max(rung.value) FILTER (WHERE rung.rung = 'at_risk' AND rung.unit = 'posts')
            AS at_risk_posts,
        max(rung.value_to) FILTER (WHERE rung.rung = 'at_risk' AND rung.unit = 'posts')
            AS at_risk_posts_to,
        max(rung.qualifier) FILTER (WHERE rung.rung = 'at_risk' AND rung.unit = 'posts')
            AS at_risk_posts_qualifier,
        max(rung.value) FILTER (WHERE rung.rung = 'at_risk' AND rung.unit = 'people')
            AS at_risk_people,
        max(rung.value_to) FILTER (WHERE rung.rung = 'at_risk' AND rung.unit = 'people')
            AS at_risk_people_to,
        max(rung.qualifier) FILTER (WHERE rung.rung = 'at_risk' AND rung.unit = 'people')
            AS at_risk_people_qualifier,
        max(rung.value) FILTER (WHERE rung.rung = 'disputed' AND rung.unit = 'posts')
            AS disputed_posts,
        max(rung.value_to) FILTER (WHERE rung.rung = 'disputed' AND rung.unit = 'posts')
            AS disputed_posts_to,
        max(rung.qualifier) FILTER (WHERE rung.rung = 'disputed' AND rung.unit = 'posts')
            AS disputed_posts_qualifier,
        max(rung.value) FILTER (WHERE rung.rung = 'disputed' AND rung.unit = 'people')
            AS disputed_people,
        max(rung.value_to) FILTER (WHERE rung.rung = 'disputed' AND rung.unit = 'people')
            AS disputed_people_to,
        max(rung.qualifier) FILTER (WHERE rung.rung = 'disputed' AND rung.unit = 'people')
            AS disputed_people_qualifier,
        max(rung.value) FILTER (WHERE rung.rung = 'planned' AND rung.unit = 'posts')
            AS planned_posts,
        max(rung.value_to) FILTER (WHERE rung.rung = 'planned' AND rung.unit = 'posts')
            AS planned_posts_to,
        max(rung.qualifier) FILTER (WHERE rung.rung = 'planned' AND rung.unit = 'posts')
            AS planned_posts_qualifier,
        max(rung.value) FILTER (WHERE rung.rung = 'planned' AND rung.unit = 'people')
            AS planned_people,
        max(rung.value_to) FILTER (WHERE rung.rung = 'planned' AND rung.unit = 'people')
            AS planned_people_to,
        max(rung.qualifier) FILTER (WHERE rung.rung = 'planned' AND rung.unit = 'people')
            AS planned_people_qualifier,
        max(rung.value) FILTER (WHERE rung.rung = 'cut' AND rung.unit = 'posts')
            AS cut_posts,
        max(rung.value_to) FILTER (WHERE rung.rung = 'cut' AND rung.unit = 'posts')
            AS cut_posts_to,
        max(rung.qualifier) FILTER (WHERE rung.rung = 'cut' AND rung.unit = 'posts')
            AS cut_posts_qualifier,
        max(rung.value) FILTER (WHERE rung.rung = 'forecast' AND rung.unit = 'people')
            AS forecast_redundancies,
        max(rung.value_to) FILTER (WHERE rung.rung = 'forecast' AND rung.unit = 'people')
            AS forecast_redundancies_to,
        max(rung.qualifier) FILTER (WHERE rung.rung = 'forecast' AND rung.unit = 'people')
            AS forecast_redundancies_qualifier,
        max(rung.value) FILTER (WHERE rung.rung = 'notified' AND rung.unit = 'posts')
            AS notified_posts,
        max(rung.value_to) FILTER (WHERE rung.rung = 'notified' AND rung.unit = 'posts')
            AS notified_posts_to,
        max(rung.qualifier) FILTER (WHERE rung.rung = 'notified' AND rung.unit = 'posts')
            AS notified_posts_qualifier,
        max(rung.value) FILTER (WHERE rung.rung = 'notified' AND rung.unit = 'people')
            AS notified_people,
        max(rung.value_to) FILTER (WHERE rung.rung = 'notified' AND rung.unit = 'people')
            AS notified_people_to,
        max(rung.qualifier) FILTER (WHERE rung.rung = 'notified' AND rung.unit = 'people')
            AS notified_people_qualifier,
        max(rung.value) FILTER (WHERE rung.rung = 'notices' AND rung.unit = 'people')
            AS notices,
        max(rung.value_to) FILTER (WHERE rung.rung = 'notices' AND rung.unit = 'people')
            AS notices_to,
        max(rung.qualifier) FILTER (WHERE rung.rung = 'notices' AND rung.unit = 'people')
            AS notices_qualifier,
        max(rung.value) FILTER (WHERE rung.rung = 'compulsory_notices' AND rung.unit = 'people')
            AS compulsory_notices,
        max(rung.value_to) FILTER (WHERE rung.rung = 'compulsory_notices' AND rung.unit = 'people')
            AS compulsory_notices_to,
        max(rung.qualifier) FILTER (WHERE rung.rung = 'compulsory_notices' AND rung.unit = 'people')
            AS compulsory_notices_qualifier,
        max(rung.value) FILTER (WHERE rung.rung = 'redeployed' AND rung.unit = 'people')
            AS redeployed,
        max(rung.value_to) FILTER (WHERE rung.rung = 'redeployed' AND rung.unit = 'people')
            AS redeployed_to,
        max(rung.qualifier) FILTER (WHERE rung.rung = 'redeployed' AND rung.unit = 'people')
            AS redeployed_qualifier,
        max(rung.value) FILTER (WHERE rung.rung = 'redundancies' AND rung.unit = 'people')
            AS redundancies,
        max(rung.value_to) FILTER (WHERE rung.rung = 'redundancies' AND rung.unit = 'people')
            AS redundancies_to,
        max(rung.qualifier) FILTER (WHERE rung.rung = 'redundancies' AND rung.unit = 'people')
            AS redundancies_qualifier,
        max(rung.value) FILTER (WHERE rung.rung = 'compulsory' AND rung.unit = 'people')
            AS compulsory,
        max(rung.value_to) FILTER (WHERE rung.rung = 'compulsory' AND rung.unit = 'people')
            AS compulsory_to,
        max(rung.qualifier) FILTER (WHERE rung.rung = 'compulsory' AND rung.unit = 'people')
            AS compulsory_qualifier,
        max(rung.value) FILTER (WHERE rung.rung = 'voluntary' AND rung.unit = 'people')
            AS voluntary,
        max(rung.value_to) FILTER (WHERE rung.rung = 'voluntary' AND rung.unit = 'people')
            AS voluntary_to,
        max(rung.qualifier) FILTER (WHERE rung.rung = 'voluntary' AND rung.unit = 'people')
            AS voluntary_qualifier,
        string_agg(
            concat_ws(' ', ladder.label, 'of ' || rung.staff_group || ' staff') || ': ' || rung.said, ' | '
            ORDER BY ladder.place, rung.unit DESC
        ) AS who_said,
        string_agg(ladder.label || ': ' || rung.also_said, ' | ' ORDER BY ladder.place, rung.unit DESC) AS also_said,
        string_agg(ladder.label, '; ' ORDER BY ladder.place, rung.unit DESC) FILTER (WHERE rung.disagreement)
            AS disagreements,
        list_sort(flatten(list(rung.observation_ids))) AS observation_ids
    FROM staging.rungs AS rung
    INNER JOIN ladder ON ladder.rung = rung.rung
    GROUP BY rung.subject_key, rung.wave_from
),

subjects AS (
    SELECT
        subject_key,
        wave_from,
        min(subject) AS subject,
        any_value(scope) AS scope,
        any_value(region) AS region,
        any_value(wave_to) AS wave_to
    FROM staging.statements
    WHERE topic = 'jobs'
    GROUP BY subject_key, wave_from
)

SELECT
    subjects.subject,
    subjects.subject_key,
    subjects.scope,
    subjects.region,
    subjects.wave_from,
    subjects.wave_to,
    rungs.at_risk_posts,
    rungs.at_risk_posts_to,
    rungs.at_risk_posts_qualifier,
    rungs.at_risk_people,
    rungs.at_risk_people_to,
    rungs.at_risk_people_qualifier,
    rungs.disputed_posts,
    rungs.disputed_posts_to,
    rungs.disputed_posts_qualifier,
    rungs.disputed_people,
    rungs.disputed_people_to,
    rungs.disputed_people_qualifier,
    rungs.planned_posts,
    rungs.planned_posts_to,
    rungs.planned_posts_qualifier,
    rungs.planned_people,
    rungs.planned_people_to,
    rungs.planned_people_qualifier,
    rungs.cut_posts,
    rungs.cut_posts_to,
    rungs.cut_posts_qualifier,
    rungs.forecast_redundancies,
    rungs.forecast_redundancies_to,
    rungs.forecast_redundancies_qualifier,
    rungs.notified_posts,
    rungs.notified_posts_to,
    rungs.notified_posts_qualifier,
    rungs.notified_people,
    rungs.notified_people_to,
    rungs.notified_people_qualifier,
    rungs.notices,
    rungs.notices_to,
    rungs.notices_qualifier,
    rungs.compulsory_notices,
    rungs.compulsory_notices_to,
    rungs.compulsory_notices_qualifier,
    rungs.redeployed,
    rungs.redeployed_to,
    rungs.redeployed_qualifier,
    rungs.redundancies,
    rungs.redundancies_to,
    rungs.redundancies_qualifier,
    rungs.compulsory,
    rungs.compulsory_to,
    rungs.compulsory_qualifier,
    rungs.voluntary,
    rungs.voluntary_to,
    rungs.voluntary_qualifier,
    shares.planned_of_disputed_pct,
    shares.planned_of_disputed_pct_to,
    shares.planned_of_disputed_pct_qualifier,
    shares.notified_of_at_risk_pct,
    shares.notified_of_at_risk_pct_to,
    shares.notified_of_at_risk_pct_qualifier,
    shares.notices_of_planned_pct,
    shares.notices_of_planned_pct_to,
    shares.notices_of_planned_pct_qualifier,
    shares.compulsory_notices_of_notices_pct,
    shares.compulsory_notices_of_notices_pct_to,
    shares.compulsory_notices_of_notices_pct_qualifier,
    shares.redeployed_of_notices_pct,
    shares.redeployed_of_notices_pct_to,
    shares.redeployed_of_notices_pct_qualifier,
    shares.redundancies_of_at_risk_pct,
    shares.redundancies_of_at_risk_pct_to,
    shares.redundancies_of_at_risk_pct_qualifier,
    shares.redundancies_of_forecast_pct,
    shares.redundancies_of_forecast_pct_to,
    shares.redundancies_of_forecast_pct_qualifier,
    reasons.no_ratio,
    rungs.disagreements,
    rungs.who_said,
    rungs.also_said,
    rungs.observation_ids
FROM rungs
INNER JOIN subjects
    ON subjects.subject_key IS NOT DISTINCT FROM rungs.subject_key
    AND subjects.wave_from IS NOT DISTINCT FROM rungs.wave_from
LEFT JOIN shares
    ON shares.subject_key = rungs.subject_key AND shares.wave_from IS NOT DISTINCT FROM rungs.wave_from
LEFT JOIN reasons
    ON reasons.subject_key = rungs.subject_key AND reasons.wave_from IS NOT DISTINCT FROM rungs.wave_from
ORDER BY subjects.subject_key, subjects.wave_from;

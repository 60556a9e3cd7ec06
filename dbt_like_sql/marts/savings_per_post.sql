-- Grain: one row a sum of money and a number of posts or people that one source puts together. Why: "£27m from 516
-- posts" is £52,326 a post, and that number shows at once whether a saving is pay alone. Money and number belong
-- together where they have one subject, modality and period and stand in one sentence of a document (or, where its
-- sentence has no such number, in one paragraph), or in series of one publisher. A saving goes with posts cut, the
-- cost of redundancies with redundancies of the same kind. Where a source offers several partners for either, none is
-- chosen. Posts, people and full-time equivalents stay what they are: unit says which of them the money is divided by.
WITH placed AS (
    SELECT
        statement.*,
        CASE WHEN statement.origin = 'claim' THEN statement.source_key ELSE statement.claimant_key END AS told_in,
        coalesce(mention.paragraph, 0) AS paragraph,
        coalesce(mention.quote, '') AS quote
    FROM staging.statements AS statement
    LEFT JOIN staging.mentions AS mention ON mention.observation_id = statement.observation_id
),

pairs AS (
    SELECT DISTINCT
        money.observation_id AS money_id,
        number.observation_id AS number_id,
        number.unit,
        money.quote = number.quote AS same_sentence
    FROM placed AS money
    INNER JOIN placed AS number
        ON number.told_in = money.told_in
        AND number.origin = money.origin
        AND number.subject_key = money.subject_key
        AND number.modality = money.modality
        AND number.period_start IS NOT DISTINCT FROM money.period_start
        AND number.period_end IS NOT DISTINCT FROM money.period_end
        AND number.paragraph = money.paragraph
    WHERE
        money.unit = 'gbp'
        AND number.unit IN ('posts', 'people', 'fte')
        AND (
            (money.measure IN ('savings', 'running_cost_cut') AND number.measure = 'posts_cut')
            OR (
                money.measure = 'redundancy_cost' AND number.measure = 'redundancies'
                AND number.redundancy_kind IS NOT DISTINCT FROM money.redundancy_kind
            )
        )
),

closest AS (
    SELECT *
    FROM pairs
    QUALIFY same_sentence OR NOT bool_or(same_sentence) OVER (PARTITION BY money_id, unit)
),

sole AS (
    SELECT *
    FROM closest
    QUALIFY
        count(*) OVER (PARTITION BY money_id, unit) = 1
        AND count(*) OVER (PARTITION BY number_id) = 1
),

divided AS (
    SELECT
        money.*,
        sole.number_id,
        sole.unit AS number_unit,
        sole.same_sentence,
        number.measure AS number_measure,
        number.staff_group AS number_group,
        number.value AS number_value,
        number.value_to AS number_value_to,
        number.qualifier AS number_qualifier,
        number.note AS number_note,
        money.approximate OR number.approximate AS any_approximate,
        money.lower / nullif(number.upper, 0) AS each_lower,
        money.upper / nullif(number.lower, 0) AS each_upper
    FROM sole
    INNER JOIN staging.statements AS money ON money.observation_id = sole.money_id
    INNER JOIN staging.statements AS number ON number.observation_id = sole.number_id
)

SELECT
    subject,
    subject_key,
    measure AS money_measure,
    number_measure,
    redundancy_kind,
    number_group AS staff_group,
    modality,
    period_start,
    period_end,
    value AS money_gbp,
    value_to AS money_gbp_to,
    qualifier AS money_gbp_qualifier,
    number_value AS number,
    number_value_to AS number_to,
    number_qualifier,
    number_unit AS unit,
    round(coalesce(each_lower, each_upper)) AS gbp_each,
    CASE WHEN each_upper > each_lower THEN round(each_upper) END AS gbp_each_to,
    CASE
        WHEN each_lower IS NULL AND each_upper IS NULL THEN NULL
        WHEN each_upper IS NULL THEN 'over'
        WHEN each_lower IS NULL THEN 'under'
        WHEN each_upper > each_lower THEN 'range'
        WHEN any_approximate THEN 'about'
        ELSE 'exact'
    END AS gbp_each_qualifier,
    CASE
        WHEN each_lower IS NULL AND each_upper IS NULL THEN 'the bounds point in opposite directions'
    END AS no_ratio,
    said_by,
    CASE
        WHEN origin = 'official_series' THEN 'series of one publisher'
        WHEN same_sentence THEN 'one sentence'
        ELSE 'one paragraph'
    END AS put_together_by,
    observation_id AS money_id,
    number_id,
    nullif(concat_ws('; ', note, 'of the number: ' || number_note), '') AS note,
    source
FROM divided
ORDER BY subject_key, period_start, observation_id, number_id;

-- Grain: one row a cluster of boards, or a board made of others. Why: the clusters of 2025 and the boards of 2026 have
-- no allowance of their own yet, and everybody adds up that of their members. Here the sum stands where every member
-- is wholly in, and nowhere else: a board that was divided between successors gives its figures to none of them, and
-- no_sum names it. What a source gives for a group stays the group's, in combined.
WITH groups AS (
    SELECT
        region_id AS group_id,
        name AS group_name,
        'cluster' AS change,
        valid_from AS since,
        unnest(icb_ids) AS member_id
    FROM reference.regions
    WHERE kind = 'icb_cluster'
    UNION ALL
    SELECT
        successor.organisation_id,
        successor.name,
        -- A board that is older than the change took in others and was not made of them.
        CASE WHEN successor.opened > member.closed THEN 'merger' ELSE 'enlargement' END,
        member.closed + 1,
        member.organisation_id
    FROM reference.organisations AS successor
    INNER JOIN reference.organisations AS member
        ON member.kind = 'icb' AND list_contains(member.successor_ids, successor.organisation_id)
    WHERE successor.kind = 'icb'
),

members AS (
    SELECT
        groups.group_id,
        groups.group_name,
        groups.change,
        groups.since,
        board.organisation_id,
        board.name,
        groups.change <> 'cluster' AND len(board.successor_ids) > 1 AS divided,
        board.ods_code,
        staged.allowance_gbp,
        staged.allowance_precision,
        staged.population
    FROM groups
    INNER JOIN reference.organisations AS board ON board.organisation_id = groups.member_id
    LEFT JOIN staging.icb_boards AS staged ON staged.ods_code = board.ods_code
),

combined AS (
    SELECT
        subject_key AS group_id,
        string_agg(
            replace(fact, '_', ' ') || ': ' || in_words || ' (' || as_of || ')', '; ' ORDER BY fact, as_of, value
        ) AS combined,
        list_sort(list('reference.icb_running_costs/' || fact_id)) AS combined_rows
    FROM staging.icb_facts
    WHERE scope = 'group'
    GROUP BY subject_key
),

summed AS (
    SELECT
        group_id,
        any_value(group_name) AS group_name,
        any_value(change) AS change,
        any_value(since) AS since,
        count(*) AS members,
        string_agg(name, '; ' ORDER BY name) AS member_names,
        string_agg(name, '; ' ORDER BY name) FILTER (WHERE divided) AS divided_names,
        string_agg(name, '; ' ORDER BY name) FILTER (WHERE allowance_gbp IS NULL) AS without_allowance,
        sum(allowance_gbp) AS allowance_gbp,
        sum(population) AS population,
        bool_and(allowance_precision = 'exact') AS all_exact
    FROM members
    GROUP BY group_id
),

whole AS (
    SELECT
        *,
        CASE
            WHEN divided_names IS NOT NULL
                THEN 'divided between several boards, so that its figures are no one''s: ' || divided_names
            WHEN change = 'enlargement' THEN 'the board was there before, with figures of its own'
            WHEN without_allowance IS NOT NULL THEN 'no allowance is known of ' || without_allowance
        END AS no_sum
    FROM summed
)

SELECT
    whole.group_id,
    whole.group_name,
    whole.change,
    whole.since,
    whole.members,
    whole.member_names,
    CASE WHEN whole.no_sum IS NULL THEN whole.allowance_gbp END AS allowance_gbp,
    CASE WHEN whole.no_sum IS NULL THEN CASE WHEN whole.all_exact THEN 'exact' ELSE 'about' END END
        AS allowance_gbp_qualifier,
    CASE WHEN whole.no_sum IS NULL THEN whole.population::BIGINT END AS population,
    CASE WHEN whole.no_sum IS NULL THEN round(whole.allowance_gbp / nullif(whole.population, 0), 2) END
        AS allowance_per_head_gbp,
    CASE WHEN whole.no_sum IS NULL THEN CASE WHEN whole.all_exact THEN 'exact' ELSE 'about' END END
        AS allowance_per_head_gbp_qualifier,
    whole.no_sum,
    combined.combined,
    coalesce(combined.combined_rows, []::VARCHAR[]) AS combined_rows
FROM whole
LEFT JOIN combined ON combined.group_id = whole.group_id
ORDER BY whole.change, whole.group_id;

-- Grain: one row a board (or group of boards), basis and source of the baseline. Why: "what does each board have
-- to cut" has several answers that count different money: the national instruction on the administrative
-- allowance, the national cost per head on the operating cost, and what the board itself published. They stand
-- side by side and are never mixed: a baseline keeps its kind, and a group's figure stays the group's. Every amount
-- has two ends, and what a source does not give is computed from the ends of what it gives.
WITH baselines AS (
    SELECT
        assumption,
        meaning,
        CASE WHEN qualifier <> 'under' THEN value END AS lower,
        CASE WHEN qualifier <> 'over' THEN value END AS upper,
        qualifier = 'about' AS approximate,
        concat_ws(' ', nullif(qualifier, 'exact'), format('{:g}', value), 'percent') AS said
    FROM core.assumptions
),

instruction AS (
    SELECT *
    FROM baselines
    WHERE assumption = 'halving_instruction_pct'
),

cap AS (
    SELECT *
    FROM baselines
    WHERE assumption = 'cap_per_head_gbp'
),

halved AS (
    SELECT
        board.ods_code,
        board.icb,
        board.region,
        'instruction_to_halve' AS basis,
        'running_cost_allowance' AS baseline_kind,
        board.allowance_precision AS baseline_precision,
        board.allowance_lower AS cost_lower,
        board.allowance_upper AS cost_upper,
        board.allowance_approximate AS cost_approximate,
        instruction.lower AS pct_lower,
        instruction.upper AS pct_upper,
        instruction.approximate AS pct_approximate,
        'reference.icb_running_costs/' || board.allowance_id AS baseline_source,
        'core.assumptions/halving_instruction_pct' AS reduction_source,
        concat_ws(
            '; ', 'our arithmetic with the national instruction, ' || instruction.said, instruction.meaning,
            board.allowance_note
        ) AS note
    FROM staging.icb_boards AS board
    CROSS JOIN instruction
),

capped AS (
    SELECT
        board.ods_code,
        board.icb,
        board.region,
        'cap_per_head' AS basis,
        'operating_cost' AS baseline_kind,
        account.baseline_precision,
        account.cost_lower,
        account.cost_upper,
        account.cost_approximate,
        -- The dearer a board is now, the more it has to cut: the lower end of the one is the upper of the other.
        100 * (1 - cap.upper / coalesce(account.head_cost_lower, account.cost_lower / board.population)) AS pct_lower,
        100 * (1 - cap.lower / coalesce(account.head_cost_upper, account.cost_upper / board.population)) AS pct_upper,
        cap.approximate OR coalesce(account.head_cost_approximate, account.cost_approximate) AS pct_approximate,
        CASE WHEN account.cost_approximate IS NOT NULL THEN cap.lower * board.population END AS target_lower,
        CASE WHEN account.cost_approximate IS NOT NULL THEN cap.upper * board.population END AS target_upper,
        cap.approximate AS target_approximate,
        account.head_cost_lower,
        account.head_cost_upper,
        account.head_cost_approximate,
        cap.lower AS head_target_lower,
        cap.upper AS head_target_upper,
        cap.approximate AS head_target_approximate,
        'reference.icb_running_costs/' || account.baseline_id AS baseline_source,
        'core.assumptions/cap_per_head_gbp' AS reduction_source,
        concat_ws(
            '; ', 'our arithmetic with the national cost per head', cap.meaning,
            'the source counts: ' || account.basis, account.note
        ) AS note
    FROM staging.icb_accounts AS account
    INNER JOIN staging.icb_boards AS board ON board.ods_code = account.ods_code
    CROSS JOIN cap
    WHERE account.baseline_id IS NOT NULL
),

published AS (
    SELECT
        board.ods_code,
        board.icb,
        board.region,
        'published' AS basis,
        'operating_cost' AS baseline_kind,
        account.* EXCLUDE (ods_code, as_of, source_url, basis, baseline_id, reduction_id, note),
        'reference.icb_running_costs/' || account.baseline_id AS baseline_source,
        'reference.icb_running_costs/' || account.reduction_id AS reduction_source,
        concat_ws(
            '; ', 'the source counts: ' || account.basis,
            CASE WHEN account.baseline_id IS NULL THEN 'it gives no baseline' END,
            CASE
                WHEN account.pct_approximate IS NULL AND account.baseline_id IS NOT NULL
                    THEN 'the percentage is computed from its amounts'
            END,
            account.note
        ) AS note
    FROM staging.icb_accounts AS account
    INNER JOIN staging.icb_boards AS board ON board.ods_code = account.ods_code
    WHERE account.reduction_id IS NOT NULL
),

grouped AS (
    SELECT
        NULL::VARCHAR AS ods_code,
        icb_group.icb,
        icb_group.region,
        CASE WHEN icb_group.saving_approximate IS NULL THEN 'instruction_to_halve' ELSE 'published' END AS basis,
        'group_total' AS baseline_kind,
        icb_group.baseline_precision,
        icb_group.cost_lower,
        icb_group.cost_upper,
        icb_group.cost_approximate,
        icb_group.saving_lower,
        icb_group.saving_upper,
        icb_group.saving_approximate,
        CASE WHEN icb_group.saving_approximate IS NULL THEN instruction.lower END AS pct_lower,
        CASE WHEN icb_group.saving_approximate IS NULL THEN instruction.upper END AS pct_upper,
        CASE WHEN icb_group.saving_approximate IS NULL THEN instruction.approximate END AS pct_approximate,
        icb_group.baseline_source,
        coalesce(icb_group.reduction_source, 'core.assumptions/halving_instruction_pct') AS reduction_source,
        concat_ws(
            '; ', 'a figure of several boards together, no share of it is any one''s',
            CASE
                WHEN icb_group.saving_approximate IS NULL
                    THEN 'our arithmetic with the national instruction, ' || instruction.said
            END,
            icb_group.note
        ) AS note
    FROM staging.icb_groups AS icb_group
    CROSS JOIN instruction
),

given AS (
    SELECT * FROM halved
    UNION ALL BY NAME
    SELECT * FROM capped
    UNION ALL BY NAME
    SELECT * FROM published
    UNION ALL BY NAME
    SELECT * FROM grouped
),

-- What is given stands; the rest follows from it. A flag that is null says that the amount was not given at all.
reckoned AS (
    SELECT
        given.*,
        CASE
            WHEN pct_approximate IS NOT NULL THEN pct_lower
            WHEN saving_approximate IS NOT NULL THEN 100 * saving_lower / cost_upper
            WHEN target_approximate IS NOT NULL THEN 100 * (1 - target_upper / cost_lower)
            ELSE 100 * (1 - head_target_upper / head_cost_lower)
        END AS cut_pct_lower,
        CASE
            WHEN pct_approximate IS NOT NULL THEN pct_upper
            WHEN saving_approximate IS NOT NULL THEN 100 * saving_upper / cost_lower
            WHEN target_approximate IS NOT NULL THEN 100 * (1 - target_lower / cost_upper)
            ELSE 100 * (1 - head_target_lower / head_cost_upper)
        END AS cut_pct_upper,
        coalesce(
            pct_approximate, saving_approximate OR cost_approximate, target_approximate OR cost_approximate,
            head_target_approximate OR head_cost_approximate
        ) AS cut_pct_approximate,
        CASE
            WHEN saving_approximate IS NOT NULL THEN saving_lower
            WHEN target_approximate IS NOT NULL THEN cost_lower - target_upper
            ELSE cost_lower * pct_lower / 100
        END AS cut_lower,
        CASE
            WHEN saving_approximate IS NOT NULL THEN saving_upper
            WHEN target_approximate IS NOT NULL THEN cost_upper - target_lower
            ELSE cost_upper * pct_upper / 100
        END AS cut_upper,
        coalesce(saving_approximate, target_approximate OR cost_approximate, cost_approximate OR pct_approximate)
            AS cut_approximate,
        CASE
            WHEN target_approximate IS NOT NULL THEN target_lower
            WHEN saving_approximate IS NOT NULL THEN cost_lower - saving_upper
            ELSE cost_lower * (1 - pct_upper / 100)
        END AS left_lower,
        CASE
            WHEN target_approximate IS NOT NULL THEN target_upper
            WHEN saving_approximate IS NOT NULL THEN cost_upper - saving_lower
            ELSE cost_upper * (1 - pct_lower / 100)
        END AS left_upper,
        coalesce(target_approximate, saving_approximate OR cost_approximate, cost_approximate OR pct_approximate)
            AS left_approximate
    FROM given
),

headed AS (
    SELECT
        reckoned.*,
        board.population,
        board.staff,
        board.staff_to,
        board.staff_qualifier,
        board.staff_unit,
        board.staff_note,
        board.merger_note,
        coalesce(reckoned.head_cost_lower, reckoned.cost_lower / board.population) AS head_lower,
        coalesce(reckoned.head_cost_upper, reckoned.cost_upper / board.population) AS head_upper,
        coalesce(reckoned.head_cost_approximate, reckoned.cost_approximate) AS head_approximate,
        coalesce(reckoned.head_target_lower, reckoned.left_lower / board.population) AS head_left_lower,
        coalesce(reckoned.head_target_upper, reckoned.left_upper / board.population) AS head_left_upper,
        coalesce(reckoned.head_target_approximate, reckoned.left_approximate) AS head_left_approximate
    FROM reckoned
    LEFT JOIN staging.icb_boards AS board ON board.ods_code = reckoned.ods_code
)

SELECT
    ods_code,
    icb,
    region,
    basis,
    baseline_kind,
    baseline_precision,
    coalesce(cost_lower, cost_upper) AS baseline_gbp,
    CASE WHEN cost_upper > cost_lower THEN cost_upper END AS baseline_gbp_to,
    CASE
        WHEN cost_lower IS NULL AND cost_upper IS NULL THEN NULL
        WHEN cost_upper IS NULL THEN 'over'
        WHEN cost_lower IS NULL THEN 'under'
        WHEN cost_upper > cost_lower THEN 'range'
        WHEN cost_approximate THEN 'about'
        ELSE 'exact'
    END AS baseline_gbp_qualifier,
    round(coalesce(cut_pct_lower, cut_pct_upper), 1) AS reduction_pct,
    CASE WHEN cut_pct_upper > cut_pct_lower THEN round(cut_pct_upper, 1) END AS reduction_pct_to,
    CASE
        WHEN cut_pct_lower IS NULL AND cut_pct_upper IS NULL THEN NULL
        WHEN cut_pct_upper IS NULL THEN 'over'
        WHEN cut_pct_lower IS NULL THEN 'under'
        WHEN cut_pct_upper > cut_pct_lower THEN 'range'
        WHEN cut_pct_approximate THEN 'about'
        ELSE 'exact'
    END AS reduction_pct_qualifier,
    round(coalesce(cut_lower, cut_upper)) AS reduction_gbp,
    CASE WHEN cut_upper > cut_lower THEN round(cut_upper) END AS reduction_gbp_to,
    CASE
        WHEN cut_lower IS NULL AND cut_upper IS NULL THEN NULL
        WHEN cut_upper IS NULL THEN 'over'
        WHEN cut_lower IS NULL THEN 'under'
        WHEN cut_upper > cut_lower THEN 'range'
        WHEN cut_approximate THEN 'about'
        ELSE 'exact'
    END AS reduction_gbp_qualifier,
    round(coalesce(left_lower, left_upper)) AS target_gbp,
    CASE WHEN left_upper > left_lower THEN round(left_upper) END AS target_gbp_to,
    CASE
        WHEN left_lower IS NULL AND left_upper IS NULL THEN NULL
        WHEN left_upper IS NULL THEN 'over'
        WHEN left_lower IS NULL THEN 'under'
        WHEN left_upper > left_lower THEN 'range'
        WHEN left_approximate THEN 'about'
        ELSE 'exact'
    END AS target_gbp_qualifier,
    population,
    round(coalesce(head_lower, head_upper), 2) AS baseline_per_head_gbp,
    CASE WHEN head_upper > head_lower THEN round(head_upper, 2) END AS baseline_per_head_gbp_to,
    CASE
        WHEN head_lower IS NULL AND head_upper IS NULL THEN NULL
        WHEN head_upper IS NULL THEN 'over'
        WHEN head_lower IS NULL THEN 'under'
        WHEN head_upper > head_lower THEN 'range'
        WHEN head_approximate THEN 'about'
        ELSE 'exact'
    END AS baseline_per_head_gbp_qualifier,
    round(coalesce(head_left_lower, head_left_upper), 2) AS target_per_head_gbp,
    CASE WHEN head_left_upper > head_left_lower THEN round(head_left_upper, 2) END AS target_per_head_gbp_to,
    CASE
        WHEN head_left_lower IS NULL AND head_left_upper IS NULL THEN NULL
        WHEN head_left_upper IS NULL THEN 'over'
        WHEN head_left_lower IS NULL THEN 'under'
        WHEN head_left_upper > head_left_lower THEN 'range'
        WHEN head_left_approximate THEN 'about'
        ELSE 'exact'
    END AS target_per_head_gbp_qualifier,
    staff,
    staff_to,
    staff_qualifier,
    staff_unit,
    baseline_source,
    reduction_source,
    -- Notes of the sources end in a full stop, which must not stand before the next semicolon.
    replace(concat_ws(
        '; ',
        CASE
            WHEN baseline_precision = 'over' THEN 'the baseline is a lower bound, and so is what is computed from it'
            WHEN baseline_precision IN ('under', 'up to')
                THEN 'the baseline is an upper bound, and so is what is computed from it'
            WHEN baseline_precision = 'range'
                THEN 'the baseline is a range: what is computed from its lower end is a lower bound'
            WHEN baseline_precision <> 'exact'
                THEN 'the baseline is ' || baseline_precision || ', and the rest is no more exact'
        END,
        note,
        staff_note,
        merger_note
    ), '.; ', '; ') AS note
FROM headed
ORDER BY basis, ods_code, reduction_source, baseline_source;

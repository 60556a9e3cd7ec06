-- Grain: one row a board (or group of boards), basis and source of the baseline. Why: "what does each board have
-- to cut" has several answers that count different money: the national instruction on the administrative
-- allowance, the national cost per head on the operating cost, and what the board itself published. They stand
-- side by side and are never mixed: a baseline keeps its kind, and a group's figure stays the group's.
WITH instruction AS (
    SELECT value, meaning, concat_ws(' ', nullif(qualifier, 'exact'), format('{:g}', value), 'percent') AS said
    FROM core.assumptions
    WHERE assumption = 'halving_instruction_pct'
),

cap AS (
    SELECT value, meaning
    FROM core.assumptions
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
        board.allowance_gbp AS baseline_gbp,
        instruction.value AS reduction_pct,
        board.allowance_gbp * instruction.value / 100 AS reduction_gbp,
        board.allowance_gbp * (1 - instruction.value / 100) AS target_gbp,
        NULL::DOUBLE AS cost_per_head_gbp,
        NULL::DOUBLE AS head_target_gbp,
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
        account.cost_gbp AS baseline_gbp,
        100 * (1 - cap.value / coalesce(account.cost_per_head_gbp, account.cost_gbp / board.population))
            AS reduction_pct,
        account.cost_gbp - cap.value * board.population AS reduction_gbp,
        CASE WHEN account.cost_gbp IS NOT NULL THEN cap.value * board.population END AS target_gbp,
        account.cost_per_head_gbp,
        cap.value AS head_target_gbp,
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
        account.baseline_precision,
        account.cost_gbp AS baseline_gbp,
        coalesce(
            account.reduction_pct,
            100 * account.saving_gbp / account.cost_gbp,
            100 * (1 - account.target_gbp / account.cost_gbp),
            100 * (1 - account.target_per_head_gbp / account.cost_per_head_gbp)
        ) AS reduction_pct,
        coalesce(
            account.saving_gbp,
            account.cost_gbp - account.target_gbp,
            account.cost_gbp * account.reduction_pct / 100
        ) AS reduction_gbp,
        coalesce(
            account.target_gbp,
            account.cost_gbp - account.saving_gbp,
            account.cost_gbp * (1 - account.reduction_pct / 100)
        ) AS target_gbp,
        account.cost_per_head_gbp,
        account.target_per_head_gbp AS head_target_gbp,
        'reference.icb_running_costs/' || account.baseline_id AS baseline_source,
        'reference.icb_running_costs/' || account.reduction_id AS reduction_source,
        concat_ws(
            '; ', 'the source counts: ' || account.basis,
            CASE WHEN account.baseline_id IS NULL THEN 'it gives no baseline' END,
            CASE
                WHEN account.reduction_pct IS NULL AND account.baseline_id IS NOT NULL
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
        CASE WHEN icb_group.saving_gbp IS NULL THEN 'instruction_to_halve' ELSE 'published' END AS basis,
        'group_total' AS baseline_kind,
        icb_group.baseline_precision,
        icb_group.cost_gbp AS baseline_gbp,
        coalesce(100 * icb_group.saving_gbp / icb_group.cost_gbp, instruction.value) AS reduction_pct,
        coalesce(icb_group.saving_gbp, icb_group.cost_gbp * instruction.value / 100) AS reduction_gbp,
        icb_group.cost_gbp - coalesce(icb_group.saving_gbp, icb_group.cost_gbp * instruction.value / 100)
            AS target_gbp,
        NULL::DOUBLE AS cost_per_head_gbp,
        NULL::DOUBLE AS head_target_gbp,
        icb_group.baseline_source,
        coalesce(icb_group.reduction_source, 'core.assumptions/halving_instruction_pct') AS reduction_source,
        concat_ws(
            '; ', 'a figure of several boards together, no share of it is any one''s',
            CASE
                WHEN icb_group.saving_gbp IS NULL
                    THEN 'our arithmetic with the national instruction, ' || instruction.said
            END,
            icb_group.note
        ) AS note
    FROM staging.icb_groups AS icb_group
    CROSS JOIN instruction
),

reckoned AS (
    SELECT * FROM halved
    UNION ALL BY NAME
    SELECT * FROM capped
    UNION ALL BY NAME
    SELECT * FROM published
    UNION ALL BY NAME
    SELECT * FROM grouped
)

SELECT
    reckoned.ods_code,
    reckoned.icb,
    reckoned.region,
    reckoned.basis,
    reckoned.baseline_kind,
    reckoned.baseline_precision,
    reckoned.baseline_gbp,
    round(reckoned.reduction_pct, 1) AS reduction_pct,
    round(reckoned.reduction_gbp) AS reduction_gbp,
    round(reckoned.target_gbp) AS target_gbp,
    board.population,
    round(coalesce(reckoned.cost_per_head_gbp, reckoned.baseline_gbp / board.population), 2)
        AS baseline_per_head_gbp,
    round(coalesce(reckoned.head_target_gbp, reckoned.target_gbp / board.population), 2) AS target_per_head_gbp,
    board.staff,
    board.staff_unit,
    reckoned.baseline_source,
    reckoned.reduction_source,
    -- Notes of the sources end in a full stop, which must not stand before the next semicolon.
    replace(concat_ws(
        '; ',
        CASE
            WHEN reckoned.baseline_precision = 'over'
                THEN 'the baseline is a lower bound, and so is what is computed from it'
            WHEN reckoned.baseline_precision IN ('under', 'up to')
                THEN 'the baseline is an upper bound, and so is what is computed from it'
            WHEN reckoned.baseline_precision = 'range'
                THEN 'the baseline is the lower end of a range, so what is computed from it is a lower bound'
            WHEN reckoned.baseline_precision <> 'exact'
                THEN 'the baseline is ' || reckoned.baseline_precision || ', and the rest is no more exact'
        END,
        reckoned.note,
        board.staff_note,
        board.merger_note
    ), '.; ', '; ') AS note
FROM reckoned
LEFT JOIN staging.icb_boards AS board ON board.ods_code = reckoned.ods_code
ORDER BY reckoned.basis, reckoned.ods_code, reckoned.reduction_source, reckoned.baseline_source;

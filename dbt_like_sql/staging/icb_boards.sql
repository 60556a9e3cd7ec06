-- Grain: one row an integrated care board that had a running cost allowance in 2024-25: the 42 boards of 2022.
-- Why: name, region, people, staff and what became of the board are joined once for every way of reckoning its
-- cut. Where several sources give its staff, none is chosen: staff is null and the note lists them.
WITH staff AS (
    SELECT
        ods_code,
        count(*) AS facts,
        any_value(value) AS value,
        any_value(value_to) AS value_to,
        any_value(qualifier) AS qualifier,
        any_value(unit) AS unit,
        any_value("precision") AS "precision",
        string_agg(
            concat_ws(' ', nullif("precision", 'exact'), format('{:g}', value), unit) || ' (' || as_of || ')',
            ', ' ORDER BY as_of, unit, value
        ) AS listed
    FROM staging.icb_facts
    WHERE fact = 'staff' AND scope = 'body'
    GROUP BY ods_code
)

SELECT
    allowance.ods_code,
    board.name AS icb,
    board.region,
    allowance.value AS allowance_gbp,
    allowance."precision" AS allowance_precision,
    allowance.lower AS allowance_lower,
    allowance.upper AS allowance_upper,
    allowance.approximate AS allowance_approximate,
    allowance.fact_id AS allowance_id,
    allowance.note AS allowance_note,
    population.value::BIGINT AS population,
    CASE WHEN staff.facts = 1 THEN staff.value END AS staff,
    CASE WHEN staff.facts = 1 THEN staff.value_to END AS staff_to,
    CASE WHEN staff.facts = 1 THEN staff.qualifier END AS staff_qualifier,
    CASE WHEN staff.facts = 1 THEN staff.unit END AS staff_unit,
    CASE
        WHEN staff.facts > 1 THEN 'staff not shown, the sources differ: ' || staff.listed
        WHEN staff."precision" <> 'exact' THEN 'staff: ' || staff.listed
    END AS staff_note,
    CASE
        WHEN board.closed IS NULL THEN NULL
        WHEN len(board.successor_ids) = 1
            THEN 'closed on ' || board.closed || ', merged into ' || board.successor_ids[1]
        ELSE 'closed on ' || board.closed || ', divided between ' || array_to_string(board.successor_ids, ', ')
            || ': its figures are no successor''s'
    END AS merger_note
FROM staging.icb_facts AS allowance
INNER JOIN reference.organisations AS board ON board.ods_code = allowance.ods_code
LEFT JOIN reference.icb_running_costs AS population
    ON population.ods_code = allowance.ods_code AND population.fact = 'population'
LEFT JOIN staff ON staff.ods_code = allowance.ods_code
WHERE allowance.fact = 'running_cost_allowance' AND allowance.scope = 'body';

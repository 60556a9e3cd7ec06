-- The instruction to halve was for all boards of 2022: each has exactly one row on its allowance, so that
-- a sum over them counts none twice and leaves none out.
SELECT board.ods_code, count(reduction.icb) AS rows
FROM reference.organisations AS board
LEFT JOIN marts.icb_running_cost_reductions AS reduction
    ON reduction.ods_code = board.ods_code AND reduction.basis = 'instruction_to_halve'
WHERE
    board.kind = 'icb'
    AND board.opened = (SELECT min(opened) FROM reference.organisations WHERE kind = 'icb')
GROUP BY board.ods_code
HAVING count(reduction.icb) <> 1;

"""Text to figures: pure functions over plain dataclasses.

Belongs here: finding numbers in prose, lists and tables, and saying what each counts. Does not belong here:
reading files (documents/), tables and frames (contracts/, warehouse/). Imports nothing of ours but
`contracts.vocabulary`, and neither pandas, DuckDB nor Dagster, so that a worker can start it in milliseconds.

The way of one figure: `layout` cuts the text, `quantity` finds numbers, `unit` and `event` say what they
count, `period` when, `subject` whose, `claimant` by whom; `engine` calls them in that order.
"""

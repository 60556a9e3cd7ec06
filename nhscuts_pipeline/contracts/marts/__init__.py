"""The tables of schema `marts`, which answer the questions people ask. `dbt_like_sql/marts/` has their SQL.

Belongs here: columns, units, keys, the question each answers and how not to misread it, one module a
subject. A test fails where SQL and contract differ.
"""

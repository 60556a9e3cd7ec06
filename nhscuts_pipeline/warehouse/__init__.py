"""The DuckDB warehouse: building, checking, publishing and asking it. Only this package imports duckdb."""

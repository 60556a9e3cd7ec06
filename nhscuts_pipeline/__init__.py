"""nhscuts: figures on NHS job cuts, from documents to a DuckDB warehouse.

The rooms and the direction of imports are described in CONTRIBUTING.md.
"""

__version__ = "0.1.0"

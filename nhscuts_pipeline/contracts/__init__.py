"""What every table holds: columns, types, rules and descriptions, each said once.

The pandera models live in the modules of this package. `vocabulary` is separate and imports nothing but the
standard library, because `extraction/` reads it and must start in milliseconds.
"""

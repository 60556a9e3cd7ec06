"""Ids that stay the same from run to run because they are made of what they name.

Belongs here: the one way of making them.
"""

import hashlib


def stable_id(prefix: str, *parts: object, digits: int = 8) -> str:
    """`prefix`, a hyphen and `digits` hexadecimal digits of a hash of `parts`."""
    # A separator that no part can hold keeps ("ab", "c") and ("a", "bc") apart.
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{prefix}-{hashlib.sha256(joined.encode()).hexdigest()[:digits]}"

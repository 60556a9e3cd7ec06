"""Which names of a text are of one body: "Wold Hospitals NHS Trust" and "Wold".

Belongs here: what names have to have in common. Does not belong here: finding names (mentions.py, proper.py).
"""

from collections.abc import Iterator, Sequence

from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.proper import PROPER
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.short_forms import core

Key = tuple[str, str]
_LOOSE = (PROPER, "bare")


class Bodies:
    """Which names of a text are of one body, and its fullest name."""

    def __init__(self, owners: Sequence[Name]) -> None:
        self._several = _of_several(owners)
        self.fullest: dict[Key, Name] = {}
        for name in owners:
            key = self._own_key(name)
            known = self.fullest.get(key)
            if known is None or _rank(name) > _rank(known):
                self.fullest[key] = name
        self._parts = dict(self._linked())

    def _linked(self) -> Iterator[tuple[Key, Key]]:
        """Loose names that stand in one body's name alone: "Wold" of "Greater Wold and Fen PCT"."""
        bodies = [key for key, name in self.fullest.items() if key[0] == "body" and name.sort not in _LOOSE]
        for key, name in self.fullest.items():
            if key[0] == "body" and name.sort in _LOOSE:
                whole = [body for body in bodies if f" {key[1]} " in f" {body[1]} "]
                if len(whole) == 1:
                    yield key, whole[0]

    def key(self, name: Name) -> Key:
        """What all names of one body share."""
        key = self._own_key(name)
        return self._parts.get(key, key)

    def _own_key(self, name: Name) -> Key:
        key = _key(name)
        return (_bearer(name), key[1]) if key in self._several else key


def _of_several(owners: Sequence[Name]) -> set[Key]:
    """The short names that several bodies of a text share: NHS Wold beside Wold Hospitals NHS Trust."""
    bearers: dict[Key, set[str]] = {}
    for name in owners:
        key = _key(name)
        if key[0] == "body" and name.sort not in _LOOSE:
            bearers.setdefault(key, set()).add(_bearer(name))
    return {key for key, found in bearers.items() if len(found) > 1}


def _bearer(name: Name) -> str:
    return name.id or name.sort


def _key(name: Name) -> Key:
    """An area, a group and an ambulance service are others than the body of that name."""
    if name.kind is NameKind.REGION or name.sort in ("group", "ambulance", "ambulance_trust"):
        return name.sort, name.name.lower()
    return "body", core(name.name)


def _rank(name: Name) -> tuple[bool, bool, int]:
    return name.id is not None, name.sort not in ("place", PROPER), len(name.name)

"""Type words ("trust", "board", "unit"): which sorts of body each can mean, and which bodies are local.

Belongs here: what holds of a sort wherever it stands. Does not belong here: what a word refers to in a text
(references.py, several.py), and the type words within a name (body_words.py).
"""

from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.register import NameKind

_TRUST = frozenset(
    """
    trust pct care_trust partnership ambulance acute_trust mental_health_trust community_trust
    ambulance_trust hsc_trust nhs
    """.split()
)
_HOSPITAL = frozenset(("hospital", "trust", "acute_trust"))
# Which sorts of body a type word can refer to, the likelier first.
REFERS: dict[str, tuple[frozenset[str], ...]] = {
    "trust": (_TRUST, _HOSPITAL),
    "hospital": (_HOSPITAL,),
    "partnership": (_TRUST,),
    "pct": (frozenset(("pct", "care_trust", "nhs")),),
    "icb": (frozenset(("icb", "nhs")),),
    "sha": (frozenset(("sha", "sha_cluster")),),
    "authority": (frozenset(("sha", "sha_cluster")),),
    "ccg": (frozenset(("ccg", "nhs")),),
    "csu": (frozenset(("csu",)),),
    "hospitals_group": (frozenset(("hospitals_group",)),),
    "ambulance": (frozenset(("ambulance", "ambulance_trust")),),
    "service": (frozenset(("ambulance", "ambulance_trust")),),
    "cluster": (frozenset(("cluster", "icb_cluster")),),
    "union": (frozenset(("union", "campaign", "employer_body")),),
    "department": (frozenset(("department", "government")),),
    "think_tank": (frozenset(("think_tank",)),),
}
# What one body is called here and there: "Wold Hospital", "Wold Hospitals NHS Trust", and barely "Wold".
_ALIKE = (
    (_TRUST | _HOSPITAL | {"bare"}) - {"pct", "nhs"},
    frozenset(("pct", "care_trust", "nhs", "bare", "cluster")),
    frozenset(("icb", "ccg", "sha", "nhs", "bare")),
)
_TYPE_WORDS = frozenset(("trust", "hospital", "partnership", "service"))
_NATIONAL = frozenset(("national_body", "department", "government", "country"))


def is_local(name: Name) -> bool:
    """Whether a name is a body below the national level, or a group of such bodies."""
    return name.kind is NameKind.BODY and name.sort not in _NATIONAL


def is_single(name: Name) -> bool:
    """Whether a name is of one body below the national level."""
    return is_local(name) and name.sort != "group"


def sorts_of(word: str) -> frozenset[str]:
    """Every sort of body that a type word can refer to."""
    return frozenset[str]().union(*REFERS.get(word, ()))


def refers_to(words: str, body: Name) -> bool:
    """Whether a type word by itself ("the Trust") can mean that body."""
    word = words.lower()
    return word in _TYPE_WORDS and any(body.sort in sorts for sorts in REFERS[word])


def may_be_one(one: Name, other: Name) -> bool:
    """Whether two names can be of one body by what they are called: a trust is no board."""
    return one.sort == other.sort or any({one.sort, other.sort} <= sorts for sorts in _ALIKE)

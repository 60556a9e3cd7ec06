"""Words for what people are: a union's officer, a body's director, a minister, a politician.

Belongs here: the words alone. Does not belong here: whom a role speaks for (affiliation.py, described.py).
"""

from nhscuts_pipeline.extraction.phrases import Expression

UNION_ROLE = Expression(
    r"(?i)\b(?:branch|regional|national|general|full-time|union|lead|deputy general)\s+(?:secretary|officer|"
    r"organi[sz]er|official|"
    r"convenor|convener|chair)|\b(?:convenor|convener|steward|organi[sz]er)s?\b"
)
BODY_ROLE = Expression(
    r"(?i)\b(?:chief executive|chief operating|chief officer|chief nurse|managing|director|head of|"
    r"spokes(?:man|woman|person)|chair(?:man|woman)?|boss|bosses|managers?|operations|press officer|"
    r"finance team|chiefs?|governors?|directors|accountable officer|opposite number|representative|"
    r"treasurer|trustee)\b"
)
MINISTER = Expression(
    r"(?i)(?<!shadow )\b(?:health secretary|health minister|secretary of state for health|"
    r"minister for health|"
    r"care minister)\b"
)
POLITICIAN = Expression(r"\b(?:Cllr|Coun|[Cc]ouncillor|MP|Lord|Lady|Baroness|Earl|Viscount|peer)\b")
# Somebody who works or was treated there speaks for nobody: "a secretary at the infirmary for 22 years".
NO_OFFICE = Expression(
    r"\b(?:nurse|sister|porter|cleaner|secretary|midwife|assistant|therapist|clerk|cook|paramedic|worker|patient|"
    r"mother|grandmother|campaigner|resident|works|worked|GP|doctor|pensioner|lecturer)\b"
)

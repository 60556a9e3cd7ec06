"""The nation that a text is about, and what tells the whole service from one of its parts.

Belongs here: national bodies, and names of all bodies of a kind. Does not belong here: what a text is about
below the nation (scope.py).
"""

from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.nations import other_nation
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.type_words import is_local

NATION = Name(0, 0, "NHS", NameKind.REGION, "country", "nhs")
ENGLAND = Name(0, 0, "England", NameKind.REGION, "country", "england")

# These give orders to others, or count them; every other national body has but its own jobs and money.
_OVER_OTHERS = frozenset(
    (
        "NHS England",
        "NHS Commissioning Board",
        "NHS Commissioning Board Authority",
        "NHS Improvement",
        "NHS Trust Development Authority",
        "Monitor",
        "NHS Information Centre for health and social care",
        "NHS Digital",
        "Health and Social Care Information Centre",
        "Care Quality Commission",
        "Healthcare Commission",
        "Health Education England",
    )
)
# After these verbs a national body speaks of others: "NHS England told trusts to ...".
_ORDERS = Expression(
    r"(?: and (?:the )?[A-Z][\w’-]*(?: (?:and |of )?[A-Z][\w’-]*)*)?(?:,? which [^,]{3,60},)? (?:spokes\w+|"
    r"officials?|sources?|figures|insiders|statistics|records)\b|"
    r"['’]s (?:chief|director|head|finance|medical|chair|boss)|(?:['’]s [a-z ]+,?|, (?:which|"
    r"who) [^,]{3,70})?\W+(?:(?:has|had|have|is|was|will|would|also|then|once)\s+)*"
    r"(?:said|says|say|told|tells|requires?|required|wants?|wanted|expects?|asked|not|made clear|ordered|"
    r"sets?|"
    r"announced|assures|assured|admitted|disclosed|calls?|called|puts?|thought|believes|estimates?|"
    r"instruct(?:s|ed)|"
    r"direct(?:s|ed)|wrote|writes|issued|reckons?|reckoned|advis(?:es|ed)|demand(?:s|ed)|insist(?:s|ed)|"
    r"warn(?:s|ed)|"
    r"confirm(?:s|ed)|reveal(?:s|ed)|urg(?:es|ed)|hopes?|hoped|counts?|reports?|reported|predicts?|"
    r"published|gave|counted|calculat(?:es|ed)|inform(?:s|ed)|fixed|does not|did not|ring-fenced|allocated|"
    r"anticipat(?:es|ed)|promis(?:es|ed)|recorded|records|finds?|found|puts|suggests?|show(?:s|ed))\b"
)
# A ministry's own jobs or money, not those it speaks of: "the department has a further 3,300".
EMPLOYS = Expression(
    r"(?: \([A-Z]+\))?(?:['’]s (?:own )?(?:staff|workforce|headcount|officials|civil servants|administration|"
    r"running|core|budget|jobs|posts)|(?:,? (?:itself |alone |which )?|, for its part, )(?:employs?|"
    r"employed|grew|shrank|(?:has|have|"
    r"had) (?:a further |about |around |some |more than |"
    r"nearly |almost |over )?[\d£]|(?:is|was|are) (?:cutting|losing|shedding|to (?:lose|cut|shed|spend))|"
    r"spends?|spent|"
    r"(?:will|would|must) (?:lose|shed))|"
    r" (?:around |about |some |nearly )?[\d£])\b"
)
_FEW = Expression(
    r"(?:two|three|four|five|six|seven|eight|nine) (?:integrated|primary|clinical|health boards|boards)\b"
)


def nation_of(mentions: Mentions) -> Name:
    """The nation of a text: England where it says so, "NHS" where it does not."""
    other = other_nation(mentions.layout.text)
    if other is not None:
        known = [name for name in mentions.all if name.name == other and name.kind is NameKind.REGION]
        return known[0] if known else Name(0, 0, other, NameKind.REGION, "country")
    said = any(name.name == "England" or name.name.startswith("England ") for name in mentions.all)
    return ENGLAND if said else NATION


def is_national(name: Name) -> bool:
    """Whether a name is a body of the whole service that has jobs and money of its own."""
    return (
        name.sort in ("national_body", "department") and name.kind is NameKind.BODY
    ) or name.name == "NHS England"


def speaks_of_others(text: str, name: Name) -> bool:
    """Whether a national body or a ministry orders or counts there what others do."""
    return (name.sort == "department" or name.name in _OVER_OTHERS) and (
        _ORDERS.match(text, name.end) is not None
    )


def is_area(name: Name) -> bool:
    """Whether a name is a region, or a body or group below the nation."""
    return is_local(name) or (name.kind is NameKind.REGION and name.sort not in ("country", "place"))


def is_everywhere(name: Name) -> bool:
    """Whether a name is all bodies of a kind, without an area: "primary care trusts", "12 trusts"."""
    return (
        name.sort == "group"
        and (not name.name[:1].isupper() or name.name.startswith("England "))
        and not is_few(name)
    )


def is_few(name: Name) -> bool:
    """Whether a group is of so few that it is not the whole country's: "three integrated care boards"."""
    return name.sort == "group" and _FEW.match(name.name) is not None

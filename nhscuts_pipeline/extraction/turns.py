"""Turns of debates, written answers and interviews: "Lord Ash (Lab): ...", and who holds each.

Belongs here: texts in which every paragraph belongs to a named speaker. Does not belong here: speech reported
in prose (speech.py).
"""

import re
from collections import Counter

from nhscuts_pipeline.extraction.answers import Turn, read_answers
from nhscuts_pipeline.extraction.given_names import GIVEN_NAMES
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name, in_small_letters
from nhscuts_pipeline.extraction.nations import Ministers
from nhscuts_pipeline.extraction.people import People
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.type_words import is_local

# A label ends with a colon, or stands alone on its line with a party or constituency in brackets.
_LABEL = Expression(
    r"^[ \t]*\*{0,2}(?:Q ?\d+\.?\s+|\d+\.\s+)?\*{0,2}(?P<label>[A-Z][^:\n|*\[(]{1,110}+)"
    r"\*{0,2}(?P<brackets>(?: ?\([^)\n]{1,80}\))*)\*{0,2}"
    r"(?: ?\*?\[[^\]\n]*\]\*?)?\*{0,2}(?P<end>:\*{0,2}(?: \[[^\]\n]*\])?(?=\s)|[ \t]*$)",
    re.MULTILINE,
)
# "Answered by Baroness Ash on 24 November", "Asked by **Lord Ash**"
_BY = Expression(
    r"^[ \t>]*\*{0,2}(?P<does>[Aa]nswer(?:ed)?|[Rr]epl(?:y|ied)|[Aa]sked|[Tt]abled|[Qq]uestion)"
    r"(?: by| from)[:* ]{0,6}(?P<label>[A-Z][^:\n|*\[(\d]{3,80}?)\*{0,2}"
    r"(?P<brackets>(?: ?\([^)\n]{1,80}\))*)"
    r":?\*{0,2}(?P<end>(?= on \d| ?[|,;.]|:|[ \t]*$))",
    re.MULTILINE,
)
_TITLE = Expression(
    r"(?:(?:Rt\.? )?Hon\.? )?(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Earl|Viscount|Countess|"
    r"Professor)\b"
    r"|The (?:Lord )?(?:Bishop|Archbishop|Earl|Duke|Countess|Parliamentary|Secretary|Minister|Prime|"
    r"Chancellor|Chair|"
    r"Under)|(?:Parliamentary |Minister|Secretary of State)",
    re.IGNORECASE,
)
_PLAIN_NAME = Expression(r"[A-Z][\wé'’-]+(?: [A-Z][\w'’-]+){1,3}$")
_OFFICE = Expression(r"\b(?:Secretary|Minister|Chancellor|Whip|Leader|Chair)\b")
_PARTY = Expression(r"\((?:[^)]*\b)?(?:Lab|Con|LD|LDem|Ind|CB|SNP|DUP|UUP|PC|Labour|Conservative|Liberal)\b")
_WRITTEN = Expression(r" to ask (?:the|her majesty|his majesty)")
_ASKS = Expression(r"(?i)\s*(?:\(1\) )?(?:to ask|asked)\b")
_SPOKEN = Expression(
    r" my lords | mr  ?speaker | noble lord| hon  (?:and learned )?(?:member|friend|gentleman|lady)"
    r"| honourable (?:member|friend|lady|gentleman)"
)
# Every word of a speaker's label begins with a capital: "Our verdict" and "Claim 1" head sections.
_IS_NAME = Expression(
    r"(?:[A-Z][\w.’'-]*|of|for|the|and|&)(?: (?:[A-Z][\w.’'-]*|of|for|the|and|&|\([^)]*\)))*$"
)
_NARRATOR = Expression(
    r"(?i)^(?:the )?(?:presenter|reporter|interviewer|host|announcer|newsreader|narrator|studio)\b"
)
# Who speaks by what he is there.
_BY_OFFICE = Expression(r"(?:Chair|Caller|Minister|Witness|Counsel|Clerk|Member|Speaker|Listener)")
_NO_SPEAKER = Expression(
    r"(?i)(?:staff(?! ?(?:side|nurse|rep))|posts?|jobs?|redundanc(?:y|ies)|vacanc(?:y|ies)|costs?|savings?|"
    r"deficits?|leavers|exits?|headcount|workforce|budgets?|turnover|income|"
    r"present|apologies|in attendance|sources?|notes?|table|actions?|totals?|date|question|answer|"
    r"from|to|subject|"
    r"copy|contact|background|summary|key points|resolved|recommendation|figure|published|updated|tel|"
    r"email|by|fact|fiction|myth|reality|truth|rumour|claim|verdict)\b"
)


def read_turns(mentions: Mentions, people: People, ministers: Ministers) -> list[Turn]:
    """The turns of a text; none where it is prose."""
    text = mentions.layout.text
    signed = [match for match in _BY.finditer(text) if _TITLE.match(match["label"])]
    taken = {match.start("label") for match in signed}
    labels = [m for m in _LABEL.finditer(text) if m.start("label") not in taken and _is_label(m)]
    written = _WRITTEN.search(mentions.plain) is not None
    titled = [
        match for match in labels if _TITLE.match(match["label"]) or _PLAIN_NAME.match(match["label"].strip())
    ]
    spoken = (
        _SPOKEN.search(mentions.plain) is not None
        or sum(1 for match in titled if _PARTY.search(match[0])) > 1
    )
    # A written answer may speak of "my hon. Friend" too: there every other turn asks.
    asking = sum(1 for match in titled if _ASKS.match(text, match.end()))
    spoken = spoken and 2 * asking < len(titled)
    if (written and (titled or signed)) or (spoken and len(titled) > 1):
        labelled = sorted([*titled, *signed], key=lambda match: match.start())
        return _proceedings(text, labelled, people, spoken, ministers)
    return _interview(mentions, labels, people) or read_answers(mentions, people)


def _is_label(match: re.Match[str]) -> bool:
    if _NO_SPEAKER.match(match["label"]):
        return False
    return match["end"].startswith(":") or _PARTY.search(match["brackets"]) is not None


def _proceedings(
    text: str, labels: list[re.Match[str]], people: People, spoken: bool, ministers: Ministers
) -> list[Turn]:
    department = ministers.behind()
    turns = []
    full_names: dict[str, str] = {}
    for match in labels:
        holder = _holder(match["label"], match["brackets"])
        # "Mr. Ash" later on is the Giles Ash of the first turn, and "the Minister" whoever held the office.
        holder = full_names.get(holder, holder)
        for key in (holder.split()[-1], match["label"].strip()):
            full_names.setdefault(key, holder)
        speaker = Name(match.start(), match.end(), holder, NameKind.PERSON, "person")
        witness = people.by_surname(holder.split()[-1])
        if witness is not None and witness.organisation is not None and is_local(witness.organisation):
            speaker = witness.organisation
        does = match.groupdict().get("does")
        answers = (
            does.lower().startswith(("answer", "repl"))
            if does
            else not spoken and _ASKS.match(text, match.end()) is None
        )
        turns.append(Turn(match.start(), department or speaker if answers else speaker))
    return turns


def _holder(label: str, brackets: str) -> str:
    """The person of "The Minister of State (Ms Ash)", "Lord Ash (Lab)" or "Mr. Ash (Leeds West) (Lab)"."""
    inner = brackets.strip(" ()").split(")")[0]
    name = inner if inner and _OFFICE.search(label) else label
    return re.sub(r"^(?:Mr|Mrs|Ms|Miss|Dr|Professor)\.? ", "", name.strip())


def _interview(mentions: Mentions, labels: list[re.Match[str]], people: People) -> list[Turn]:
    """Turns under labels that come back, as in a broadcast's transcript; the presenter speaks as narrator."""
    counts = Counter(match["label"].strip() for match in labels if match["end"].startswith(":"))
    counts = Counter({label: count for label, count in counts.items() if _may_speak(mentions, people, label)})
    often = max(counts.values(), default=0) > 1 and sum(counts.values()) > len(mentions.layout.blocks) / 3
    if len(counts) < 2 or not often:
        return []
    turns = []
    for match in labels:
        label = match["label"].strip()
        if label in counts:
            turns.append(Turn(match.start(), _interviewed(mentions, people, match, label)))
    return turns


def _may_speak(mentions: Mentions, people: People, label: str) -> bool:
    """Whether a label can be somebody's: a single word has to be a name, not "Going" or "Saved"."""
    if not _IS_NAME.match(label):
        return False
    by_office = _BY_OFFICE.match(label) or _NARRATOR.match(label)
    known = by_office is not None or " " in label or label.isupper() or label in GIVEN_NAMES
    return known or people.by_label(label) is not None or any(label in name.name for name in mentions.all)


def _interviewed(mentions: Mentions, people: People, match: re.Match[str], label: str) -> Name | None:
    if _NARRATOR.match(label):
        return None
    for name in mentions.within(match.start(), match.end()):
        if is_local(name) or name.kind is NameKind.CLAIMANT:
            return name
    person = people.by_label(label)
    if person is not None and person.organisation is not None:
        return person.organisation
    written = person.name if person is not None and " " in person.name else in_small_letters(label)
    return Name(match.start(), match.end(), written, NameKind.PERSON, "person")

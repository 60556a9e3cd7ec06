"""What the rules are called where people read them: in reasons to review and in `nhscuts extract --explain`.

Belongs here: wording. A rule that is not listed is a piece of the text itself ("were axed") and is quoted.
"""

from collections.abc import Mapping

WEIGHED = "all the words around it"
"""The rule of a field that the words around a number outweighed the rules in."""
GUESS = "what such numbers most often are"
"""The rule of a field that nothing in the text gives. Such a figure is always for a person to look at."""
ASKED_FOR = "asked for"
"""The rule of the measure of a number that opens the answer to a question."""
BODIES_BEFORE = "bodies counted before"
"""The rule of a number of bodies that leaves them unsaid."""
HEADING = "heading: "
"""How the rule of a period begins that stands over the figure."""

_CARRIED: Mapping[str, str] = {
    "said before": "the same number further up",
    "of those before": "a part of the number before",
    "beside the one before": "like the number beside it",
    "goes on from the number before": "carried on from the one before",
    "goes on from the sentence before": "carried on from further up",
    "costs per head go on": "the costs per head before it",
    GUESS: "a guess: no word near it says",
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "unit": {
        **_CARRIED,
        WEIGHED: WEIGHED,
        "table": "the table's headings",
        "from what happened": "what happened to them",
        BODIES_BEFORE: "the bodies counted before it",
    },
    "measure": {
        **_CARRIED,
        WEIGHED: WEIGHED,
        "the whole that a share is of": "the whole that a share is of",
        "staff of whom nothing else is said": "staff of whom nothing else is said",
        "potential": "posts that may go",
        ASKED_FOR: "what the question before it asks for",
        BODIES_BEFORE: "the bodies counted before it",
    },
    "modality": {
        WEIGHED: WEIGHED,
        "measure": "usual for this measure",
        "table": "the table's headings",
        "heading": "the heading above",
        "as its whole": "as what it is a part of",
        "level aimed at": "a level to be reached",
        "from one level to another": "the second of two levels",
        "rebuttal": "words that deny it",
    },
    "subject": {
        WEIGHED: "how all the bodies that the text names stand to it",
        "counted": "the bodies that are counted",
        "in brackets": "the name before the brackets",
        "to right": "a name right after it",
        "dealt out": "its turn among the names before",
        "to left": "the nearest name before it",
        "relative": "the name that the clause is about",
        "table row": "the label of its row",
        "table's body": "the body that the table is about",
        "nationwide": "words for the whole country",
        "NHS things": "the words NHS or health service beside it",
        "the area at hand": "the area that the text is about",
        "the speaker's own": "the speaker's own body",
        "a department's figure": "a department on the service",
        "national speaker": "a speaker for the whole service",
        "scope": "the area that the text is about",
        "focus on all": "a text about all such bodies",
        "focus": "the body last named, further up",
        "own paper": "the body whose paper this is",
        "the same number before": "whose the same number was before",
        "nation by default": "no body or area is named for it",
        "in total": "a total of the bodies named",
        "all together": "the bodies named, all together",
        "both together": "the two bodies named, together",
        "at its own": "the body that speaks of its own",
        "our own": "the writer's own beside others",
        "possessive": "the name whose it is said to be",
        "between them": "the bodies named, between them",
        "staff of all": "the staff of all such bodies",
        "too large for one body": "too large for any one body",
    },
    "claimant": {
        WEIGHED: "how all the voices of the text stand to it",
        "own voice": "nobody is quoted here",
        "minuted": "the speaker that the minutes name",
        "nobody named": "a source that is not named",
        "turn": "whose turn to speak it is",
        "said before": "the speaker named before it",
        "said after": "the speaker named after it",
        "asked": "who asked the question",
        "disputed": "whoever stated it first",
        "claim": "whose claim it is said to be",
        "signed": "who is named under the quote",
        "quotation before cue": "who is named behind the quote",
        "quotation after cue": "who is named before the quote",
        "quotation": "who is quoted here",
        "quotation goes on": "a quote going on from further up",
        "speech goes on": "carries on what was said before",
        "its own words": "the body that says “we”",
        "reckoning": "who makes the reckoning",
    },
}


def in_words(field: str, rule: str) -> str:
    """How a person would put the rule that set a field: "focus" is "the body named last, ..."."""
    rule, may, _ = rule.partition(" + potential")
    known = _WORDS.get(field, {}).get(rule)
    if known is None and rule.startswith("table"):
        said = rule.removeprefix("table").strip(": ")
        known = f"the table: “{said}”" if said else "the table"
    elif known is None and rule.startswith(HEADING):
        known = f"the heading above: “{rule.removeprefix(HEADING)}”"
    elif known is None:
        known = f"“{rule}”" if rule else "the words beside it"
    return f"{known}, and it may happen" if may else known

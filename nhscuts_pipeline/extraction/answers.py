"""Interviews set as questions and answers: whose the answers are.

Belongs here: texts whose headings put questions to somebody who answers in the first person. Does not belong
here: labelled speakers, debates and written answers (turns.py).
"""

from dataclasses import dataclass

from nhscuts_pipeline.extraction.layout import BlockKind
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.people import People
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.type_words import is_single


@dataclass(frozen=True, slots=True)
class Turn:
    """From `start` on the word is the speaker's; None where the turn is the narrator's."""

    start: int
    speaker: Name | None


_QUESTION = Expression(r"\?\W*$")
_YOU = Expression(r"(?i)\byou(?:r|['’](?:re|ve|d|ll))?\b")
# "How do I appeal?" is asked by the reader of a page of frequent questions, which nobody answers in person.
_ME = Expression(r"\b(?:I|my|My|me)\b")
_ANSWERS = Expression(r"\b(?:I|I['’](?:m|ve|d|ll)|my|My)\b")
_QUOTED = Expression(r"[“\"][^”\"]*[”\"]")
_ENOUGH = 3
# What share of the answers is in the first person where the questions say "you", and where they do not.
_PERSONAL = 0.4
_ALONE = 0.7


def read_answers(mentions: Mentions, people: People) -> list[Turn]:
    """The turns of an interview; none where a text is no interview or names nobody who gives it."""
    layout = mentions.layout
    asked = [
        block
        for block in layout.blocks
        if block.kind is BlockKind.HEADING and _QUESTION.search(layout.text, block.start, block.end)
    ]
    questions = [layout.text[block.start : block.end] for block in asked]
    if len(asked) < _ENOUGH or any(_ME.search(question) for question in questions):
        return []
    first = asked[0].start
    answers = [
        _QUOTED.compiled.sub("", layout.text[block.start : block.end])
        for block in layout.blocks
        if block.kind is BlockKind.PARAGRAPH and block.start > first
    ]
    personal = sum(1 for answer in answers if _ANSWERS.search(answer))
    to_somebody = sum(1 for question in questions if _YOU.search(question)) > 1
    if personal < (_PERSONAL if to_somebody else _ALONE) * len(answers):
        return []
    speaker = _interviewed(mentions, people, first)
    if speaker is None:
        return []
    turns = []
    for block in layout.blocks:
        if block.start >= first:
            turns.append(Turn(block.start, None if block.kind is BlockKind.HEADING else speaker))
    return turns


def _interviewed(mentions: Mentions, people: People, first: int) -> Name | None:
    """The body of the person who is named first, or the person."""
    person = people.within(0, first)
    if person is None:
        return None
    if person.organisation is not None:
        return person.organisation
    bodies = [name for name in mentions.within(person.start, first) if is_single(name)]
    return bodies[0] if bodies else person.as_name()

"""Whom a figure can be heard from: all the voices that a text offers for it, and the signs of each.

Belongs here: which speakers are candidates, the document's own voice among them, and how they stand to the
figure. Does not belong here: the rules (attribution.py, turns.py), whose answer is one of the candidates, and
the choice among them (claimant.py).
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from nhscuts_pipeline.extraction.attribution import Answer, Attribution, Said
from nhscuts_pipeline.extraction.described import ANONYMOUS
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.layout import Block, Sentence
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.people import People
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.rebuttals import is_own
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.standing import OPENS, numbers_in, step, word_after

_OPENER = Expression(r"\W*([a-z’']+(?: [a-z’']+)?)")
_WE = Expression(r"\b(?:we|our|us|i|my|i['’](?:m|ve|d|ll)|we['’](?:re|ve|d|ll))\b")
_SHIFTED = Expression(r"\b(?:had|would|could|might|was to|were to)\b")
_QUOTES = Expression(r"[\"”]")


@dataclass(slots=True)
class Voice:
    """A speaker that a figure can be from, None for the document itself; `roles` say how it came in."""

    speaker: Name | None
    roles: list[str] = field(default_factory=list)
    signs: set[str] = field(default_factory=set)


class Heard:
    """The voices of one text. To be asked for its figures in their order."""

    def __init__(self, mentions: Mentions, attribution: Attribution, people: People) -> None:
        self._mentions = mentions
        self._layout = mentions.layout
        self._lowered = mentions.read.folded
        self._attribution = attribution
        self._people = people
        self._cues = attribution.cues
        self._starts = [said.cue.start for said in self._cues]
        self._often = Counter(said.speaker.name for said in self._cues)

    def of(self, draft: Draft, ruled: Answer, before: tuple[Draft, Name | None] | None) -> list[Voice]:
        """The voices of a figure: `ruled` is the rules' answer, `before` the figure before and theirs."""
        sentence = self._layout.sentences[draft.sentence]
        block = self._layout.blocks[sentence.block]
        found: dict[str | None, Voice] = {None: Voice(None, ["none"])}
        speaker, rule = ruled
        _add(found, speaker, "rule", f"rule {rule}")
        self._in_sentence(found, draft, sentence)
        self._in_paragraph(found, draft, sentence, block)
        self._named(found, draft, sentence)
        if before is not None:
            other, theirs = before
            back = min(draft.sentence - other.sentence, 3)
            alike = other.measure is draft.measure
            _add(found, theirs, "figure before", f"figure before {back}", f"figure before {back} {alike}")
        around = [*self._around(draft, sentence, block), f"by {rule}"]
        for voice in found.values():
            self._describe(voice, around)
        return list(found.values())

    def _in_sentence(self, found: dict[str | None, Voice], draft: Draft, sentence: Sentence) -> None:
        """Who is said to speak in the figure's own sentence."""
        here = self._between(sentence.start, sentence.end)
        before = [said for said in here if said.cue.end <= draft.start]
        after = [said for said in here if said.at >= draft.end]
        for role, said in (
            *(("before", each) for each in before[-1:]),
            *(("first", each) for each in before[:-1][:1]),
            *(("after", each) for each in after[:1]),
        ):
            left = role != "after"
            between = (
                self._lowered[said.cue.end : draft.start] if left else self._lowered[draft.end : said.at]
            )
            _add(
                found,
                said.speaker,
                role,
                f"{role} {said.cue.verb}",
                f"{role} far {step(between.count(' '), 1, 3, 8, 16, 30)}",
                f"{role} commas {min(between.count(','), 3)}",
                f"{role} numbers {numbers_in(between, 2)}",
                f"{role} follows {said.cue.follows} {said.cue.source}",
                f"{role} that {' that ' in between[:12] or between.startswith(' that')}",
            )

    def _in_paragraph(
        self, found: dict[str | None, Voice], draft: Draft, sentence: Sentence, block: Block
    ) -> None:
        """Who was last said to speak above, and who comes next in the paragraph."""
        last = bisect_left(self._starts, sentence.start) - 1
        if last >= 0:
            said = self._cues[last]
            role = "paragraph" if said.cue.start >= block.start else "above"
            back = f"{role} back {min(self._sentences_between(said.cue.start, draft), 4)}"
            quoted = _QUOTES.search(self._lowered, said.cue.end, sentence.start) is not None
            _add(
                found,
                said.speaker,
                role,
                f"{role} {said.cue.verb}",
                back,
                f"{back} quoted {quoted}",
                f"{role} follows {said.cue.follows} {said.cue.source}",
            )
            earlier = next(
                (each for each in reversed(self._cues[:last]) if each.speaker.name != said.speaker.name), None
            )
            if earlier is not None:
                _add(found, earlier.speaker, "earlier", f"earlier here {earlier.cue.start >= block.start}")
        later = self._between(sentence.end, block.end)
        if later:
            _add(
                found,
                later[0].speaker,
                "later",
                f"later {later[0].cue.verb}",
                f"later follows {later[0].cue.follows}",
            )

    def _named(self, found: dict[str | None, Voice], draft: Draft, sentence: Sentence) -> None:
        """Who is named before the figure in its sentence, whatever they are said to do."""
        person = self._people.speaking_before(draft.start)
        if person is not None and person.start >= sentence.start:
            then = word_after(self._lowered, person.end)
            speaker = self._attribution.speakers.speaks_for(person)
            _add(
                found,
                speaker,
                "person",
                f"person then {then}",
                f"person opens {person.start - sentence.start < OPENS}",
            )
        named = [n for n in self._mentions.within(sentence.start, draft.start) if n.kind is NameKind.CLAIMANT]
        if named:
            name = named[-1]
            opens = name.start - sentence.start < OPENS
            owns = self._lowered.startswith(("'s", "’s"), name.end)
            _add(
                found,
                name,
                "named",
                f"named then {word_after(self._lowered, name.end)}",
                f"named opens {opens} {owns}",
            )

    def _between(self, start: int, end: int) -> list[Said]:
        return self._cues[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _sentences_between(self, start: int, draft: Draft) -> int:
        sentences = self._layout.sentences
        return draft.sentence + 1 - bisect_right(sentences, start, key=lambda sentence: sentence.start)

    def _around(self, draft: Draft, sentence: Sentence, block: Block) -> Iterator[str]:
        """What holds of a figure's sentence, whoever it is from."""
        opener = _OPENER.match(self._lowered, sentence.start, sentence.end)
        words = opener[1].split() if opener else ["none"]
        yield f"opens {words[0]}"
        yield f"opens with {' '.join(words)}"
        quoted = self._attribution.is_quoted(draft)
        we = _WE.search(self._lowered, sentence.start, sentence.end) is not None
        yield f"quoted {quoted} we {we}"
        yield f"shifted {_SHIFTED.search(self._lowered, sentence.start, sentence.end) is not None} {quoted}"
        yield f"of {draft.measure}"
        yield f"is {draft.modality}"
        yield f"in {block.kind.name} own {self._mentions.own is not None}"
        yield f"first {draft.sentence < 2}"

    def _describe(self, voice: Voice, around: list[str]) -> None:
        """Add what the text's other signs mean for a voice of its kind."""
        first, *others = voice.roles
        main = f"rule, {others[0]}" if first == "rule" and others else first
        voice.signs.update(voice.roles)
        voice.signs.update(f"{sign}: {main}" for sign in around)
        voice.signs.add("+".join(sorted(voice.roles)))
        if voice.speaker is None:
            return
        sort = voice.speaker.sort
        voice.signs.update((f"sort {sort}", f"{main} {sort}"))
        voice.signs.add(f"speaks {step(self._often[voice.speaker.name], 0, 1, 2, 4)} times: {main}")
        if is_own(self._mentions, voice.speaker):
            voice.signs.update(("own", f"own: {main}"))


def _add(found: dict[str | None, Voice], speaker: Name | None, role: str, *signs: str) -> None:
    if speaker is ANONYMOUS:
        speaker = None
    key = speaker.name.lower() if speaker is not None else None
    voice = found.setdefault(key, Voice(speaker))
    voice.roles.append(role)
    voice.signs.update(signs)

"""Whose a figure can be: all that a text offers for it.

Belongs here: which names are candidates, and where in the text they come from. Does not belong here: how the
words around them stand (standing.py), what they are to the text as a whole (prominence.py), the rules
(owners.py, subject.py), whose answer is one of the candidates, and the choice among them (whose.py).
"""

from bisect import bisect_left, bisect_right
from collections import Counter

from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.focus import Focus
from nhscuts_pipeline.extraction.labels import SUMS
from nhscuts_pipeline.extraction.layout import Block, BlockKind
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.national import ENGLAND, NATION, is_national
from nhscuts_pipeline.extraction.offer import Candidate, Collected
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.prominence import Prominence
from nhscuts_pipeline.extraction.proper import PROPER, proper_names
from nhscuts_pipeline.extraction.references import is_object
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.same_body import Bodies
from nhscuts_pipeline.extraction.several import last_two
from nhscuts_pipeline.extraction.short_forms import core
from nhscuts_pipeline.extraction.standing import LOOSELY_NAMED, OPENS, Around, beside, through, usage
from nhscuts_pipeline.extraction.subject import Picked
from nhscuts_pipeline.extraction.type_words import is_local

_OWNERS = (NameKind.BODY, NameKind.REGION)
_NOT_MAIN = ("group", "hospital", PROPER)
# So many names of the sentence, and so many further up, are candidates.
_BESIDE = 5
_FURTHER_UP = 8
# A smaller number said again may be another.
_TELLING = 12
_LEADS = Expression(r"[\s*+\d.()-]*?(?P<bold>\*\*)?(?:The |the )?(?=[A-Z])")
# "171 in Wold and 147 in Marsh": what is dealt out, and to whom.
_DEALT = Expression(r"\d[\d,.]*(?: [a-z]+){0,3} (?:in|at|from|for) (?:the )?$")
_DEALT_SPAN = 40
# In characters: a name so near to a group says where that is.
_WHERE = 12


class Candidates:
    """What one text offers for its figures. To be asked for them in their order."""

    def __init__(self, mentions: Mentions, focus: Focus) -> None:
        self._mentions = mentions
        self._focus = focus
        self._text = mentions.layout.text
        self._lowered = mentions.read.folded
        self._around = Around(mentions, focus, self._lowered)
        owners = [name for name in mentions.all if name.kind in _OWNERS]
        self._owners = sorted([*owners, *proper_names(mentions)], key=lambda name: name.start)
        self._starts = [name.start for name in self._owners]
        self._beginning = {name.start: name for name in reversed(self._owners)}
        sentences = [sentence.start for sentence in mentions.layout.sentences]
        self._sentence = [bisect_right(sentences, start) - 1 for start in self._starts]
        self._short = [core(name.name) for name in self._owners]
        self._bodies = Bodies(self._owners)
        self._prominence = Prominence(mentions, self._short)
        self._usage: dict[str, set[str]] = {}
        for name in self._owners:
            if name.sort in LOOSELY_NAMED:
                self._usage.setdefault(name.name, set()).update(usage(self._lowered, name))
        self._main = self._named_most()
        self._both = last_two(sorted(self._main, key=lambda name: name.start))
        self._nations = [("service", NATION)]
        if "England" in self._text or "English" in self._text:
            # Where the text says so, as the annotation guide has it.
            self._nations.append(("England", ENGLAND))
        self._said: dict[float, list[tuple[Draft, Name]]] = {}

    def _named_most(self) -> list[Name]:
        """The two bodies named most, the more often named first."""
        bodies = Counter(name.name for name in self._owners if _employs(name))
        firsts = {name.name: name for name in reversed(self._owners)}
        return [firsts[name] for name, count in bodies.most_common(2) if count > 1]

    def of(self, draft: Draft, picked: Picked, before: tuple[Draft, Picked] | None) -> list[Candidate]:
        """The candidates of a figure; `before` is the figure before it and whose the rules said it is."""
        offer = Collected(self._bodies)
        named = self._in_sentence(draft, offer)
        many = f"in{min(named, 2)}"
        self._further_up(draft, many, offer)
        self._of_the_column(draft, offer)
        self._of_the_text(draft, many, offer)
        self._by_the_rules(draft, picked, many, offer)
        if before is not None:
            other, theirs = before
            back = min(draft.sentence - other.sentence, 3)
            signs = (
                f"before {back} {other.measure is draft.measure}",
                f"before {many} {min(back, 2)}",
                f"before by {theirs.rule}, by {picked.rule}",
            )
            offer.add(theirs.name, "before", *signs, *through(self._lowered, other, draft))
        for other, name in self._said.get(draft.value, ()):
            if other.unit is draft.unit and draft.value > _TELLING:
                offer.add(name, "said before")
        self._said.setdefault(draft.value, []).append((draft, picked.name))
        self._without_rows(draft, offer)
        offer.drop_other_groups()
        around = [*self._around.signs(draft, named), f"share {self._prominence.share}"]
        spoken_of = self._around.speaks_of(draft)
        self._dealt_out(draft, offer)
        self._led_by(draft, offer)
        self._alone(draft, offer)
        for candidate in offer.found.values():
            self._prominence.describe(candidate, draft, picked, many, around)
            of_sort = f"{candidate.name.sort}, {candidate.place}"
            candidate.signs.update(f"of {what}: {of_sort}" for what in spoken_of)
            candidate.signs.add(f"{candidate.name.sort} in {self._block(draft).kind.name}, {candidate.place}")
            candidate.signs |= self._usage.get(candidate.name.name, set())
        return list(offer.found.values())

    def _in_sentence(self, draft: Draft, offer: Collected) -> int:
        """Add the names of the figure's own sentence, and say how many bodies that are."""
        sentence = self._mentions.layout.sentences[draft.sentence]
        first, last = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        split = bisect_left(self._starts, draft.start, first, last)
        seen: set[str] = set()
        for places in (range(split - 1, first - 1, -1), range(split, last)):
            for rank, at in enumerate(places[:_BESIDE]):
                name = self._owners[at]
                if self._is_of_a_group(at, first):
                    continue
                if name.name not in seen and (at >= split or name.end <= draft.start):
                    seen.add(name.name)
                    signs = beside(self._text, self._lowered, draft, name, rank, self._opens(at))
                    offer.add(name, *signs).inside = True
        return len({self._short[at] for at in range(first, last) if self._owners[at].kind is NameKind.BODY})

    def _is_of_a_group(self, at: int, first: int) -> bool:
        """Whether a name only says where the bodies named just before are: "trusts in Wold"."""
        before, name = self._owners[at - 1], self._owners[at]
        in_it = before.sort == "group" and before.name.startswith(f"{name.name} ")
        return at > first and in_it and name.start - before.end < _WHERE

    def _further_up(self, draft: Draft, many: str, offer: Collected) -> None:
        """Add the names last spoken of before the figure's sentence."""
        sentence, block = self._mentions.layout.sentences[draft.sentence], self._block(draft)
        opener = self._around.opener(draft.sentence)
        seen: set[str] = set()
        # Proper names that no rule knows are too many, and too seldom bodies, to take the others' places.
        known = loose = 0
        for at in range(bisect_left(self._starts, sentence.start) - 1, -1, -1):
            name = self._owners[at]
            rank = loose if name.sort == PROPER else known
            if known >= _FURTHER_UP:
                break
            if name.name in seen or rank >= _FURTHER_UP:
                continue
            seen.add(name.name)
            if name.sort == PROPER:
                loose += 1
            else:
                known += 1
                loose = max(loose, known)
            back, here = draft.sentence - self._sentence[at], name.start >= block.start
            offer.add(
                name,
                f"up {rank}",
                f"up {min(back, 6)} sentences",
                f"up here {here}",
                f"up {min(rank, 3)} {name.sort}",
                f"up {name.sort}",
                f"up {min(rank, 3)} {many}",
                f"up {min(rank, 2)} {here} {opener}",
                *(f"up {place} {min(back, 3)}" for place in self._places(at)),
            )
            if here and name.start - block.start < OPENS:
                offer.add(name, "up leads", f"up leads {many}")

    def _of_the_column(self, draft: Draft, offer: Collected) -> None:
        """Add the bodies that a table's column is headed by."""
        block = self._block(draft)
        own = block.cell_at(draft.start)
        head = block.cell(0, own.column) if own is not None else None
        if head is not None:
            first, last = bisect_left(self._starts, head.start), bisect_left(self._starts, head.end)
            for name in self._owners[first:last]:
                offer.add(name, "column", f"column {name.sort}")

    def _led_by(self, draft: Draft, offer: Collected) -> None:
        """Tell the body that a paragraph or an item begins with from others: "**Wold** Two boards ..."."""
        leads = _LEADS.match(self._text, self._block(draft).start)
        leader = self._beginning.get(leads.end()) if leads else None
        if leads is None or leader is None:
            return
        how, leading = "in bold" if leads["bold"] else "plainly", self._bodies.key(leader)
        for key, candidate in offer.found.items():
            other = f"led by another {how}, {candidate.place}"
            candidate.signs.add(f"leads {how}" if key == leading else other)

    def _dealt_out(self, draft: Draft, offer: Collected) -> None:
        """Tell the name that each number of a sentence is given: "171 in Wold and 147 in Marsh"."""
        sentence = self._mentions.layout.sentences[draft.sentence]
        first, last = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        given = {}
        for at in range(first, last):
            start = self._starts[at]
            number = _DEALT.search(self._lowered, max(sentence.start, start - _DEALT_SPAN), start)
            if number is not None:
                given[self._bodies.key(self._owners[at])] = number.start()
        if len(given) > 1:
            for key in given.keys() & offer.found.keys():
                whose = "this" if draft.start <= given[key] < draft.end else "another"
                offer.found[key].signs.add(f"dealt {whose}")

    def _alone(self, draft: Draft, offer: Collected) -> None:
        """Tell the one body that a sentence or a paragraph so far has spoken of."""
        sentence, block = self._mentions.layout.sentences[draft.sentence], self._block(draft)
        for where, start, end in (
            ("sentence", sentence.start, sentence.end),
            ("paragraph", block.start, sentence.end),
        ):
            first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
            bodies = [name for name in self._owners[first:last] if name.kind is NameKind.BODY]
            keys = {self._bodies.key(name) for name in bodies}
            if len(keys) != 1:
                continue
            for key, candidate in offer.found.items():
                at, sort = f"alone in the {where}", candidate.name.sort
                own = (at, f"{at}: {sort}, {draft.measure}")
                other = (f"another {at}: {candidate.place}", f"another {at}: {sort}")
                candidate.signs.update(own if key in keys else other)

    def _without_rows(self, draft: Draft, offer: Collected) -> None:
        """Leave out of a table's total the bodies of its other rows."""
        block, sentence = self._block(draft), self._mentions.layout.sentences[draft.sentence]
        if block.kind is not BlockKind.TABLE or not SUMS.match(self._text, sentence.start, sentence.end):
            return
        first, last = bisect_left(self._starts, block.start), bisect_left(self._starts, block.end)
        rows = {self._bodies.key(name) for name in self._owners[first:last]}
        for key in rows & offer.found.keys():
            if "rule" not in offer.found[key].signs:
                del offer.found[key]

    def _block(self, draft: Draft) -> Block:
        layout = self._mentions.layout
        return layout.blocks[layout.sentences[draft.sentence].block]

    def _places(self, at: int) -> list[str]:
        """Where in its own sentence a name stands."""
        name, sentence = self._owners[at], self._sentence[at]
        holds = {
            "first": at == 0 or self._sentence[at - 1] != sentence,
            "last": at + 1 == len(self._owners) or self._sentence[at + 1] != sentence,
            "opens": self._opens(at),
            "object": is_object(self._text, name),
        }
        return [place for place, there in holds.items() if there]

    def _opens(self, at: int) -> bool:
        """Whether a name opens its sentence."""
        return self._starts[at] - self._mentions.layout.sentences[self._sentence[at]].start < OPENS

    def _of_the_text(self, draft: Draft, many: str, offer: Collected) -> None:
        """Add what the text as a whole offers, and the name that comes next."""
        nation = self._focus.nation
        for at, name in self._nations:
            offer.add(name, at, f"{at} {many}", f"{at} {nation.name}", f"{at} {draft.measure}")
        if nation.name not in ("NHS", "England"):
            offer.add(nation, "nation", f"nation {many}", f"nation {draft.measure}")
        if self._both is not None:
            joint = self._around.speaks_of_several(draft)
            offer.add(self._both, "both", f"both {many}", f"both {joint}", f"both {joint} {many}")
        for name in self._mentions.title:
            if name.kind in _OWNERS:
                offer.add(name, "in the title")
        for name in self._main[:1]:
            offer.add(name, "main")
        later = bisect_left(self._starts, self._mentions.layout.sentences[draft.sentence].end)
        if later < len(self._owners):
            name, back = self._owners[later], min(self._sentence[later] - draft.sentence, 3)
            offer.add(name, "next", f"next {back} {many}", f"next {name.sort} {many}")

    def _by_the_rules(self, draft: Draft, picked: Picked, many: str, offer: Collected) -> None:
        """Add what the rules say the text is about, who speaks, and their answer."""
        scope, speaker = self._focus.scope, self._focus.claimant(draft.claimant)
        for at, name in (("scope", scope), ("section", picked.section), ("focus", picked.focus)):
            if name is not None:
                offer.add(name, at, f"{at} {many}", f"{at} {draft.measure}")
        if speaker is not None:
            offer.add(speaker, "speaker", f"speaker {many}", f"speaker by {draft.rules.get('claimant')}")
        offer.add(picked.name, "rule", f"rule {picked.rule}", f"rule {picked.rule} {many}")


def _employs(name: Name) -> bool:
    """Whether a name is of one body with jobs of its own, named so that it is that body."""
    return (is_local(name) and name.sort not in _NOT_MAIN) or is_national(name)

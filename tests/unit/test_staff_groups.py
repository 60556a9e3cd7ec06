"""The staff group is the one that a number's own phrase, predicate or label names."""

import pytest

from nhscuts_pipeline.extraction.engine import Extractor
from nhscuts_pipeline.extraction.names import Names

EXTRACTOR = Extractor(Names([]))


@pytest.mark.parametrize(
    ("text", "value", "group"),
    [
        ("The trust will cut 31 nursing posts.", 31, "nursing"),
        ("The hospital made 33 porters and cleaners redundant.", 33, "porter and cleaner"),
        ("The hospital made 33 managers and senior managers redundant.", 33, "managerial"),
        ("Of the 903 redundancies, 167 were clinical staff.", 167, "clinical"),
        ("The 310 posts to go at the trust include 95 clinical and 40 non-clinical ones.", 95, "clinical"),
        ("The trust is to axe one nursing post in eleven.", 9.091, "nursing"),
        ("The trust lost 3,650 managers (9 per cent).", 9, "managerial"),
        ("The trust lost 30 managers and the board next door 12.", 12, "managerial"),
        ("The number of managers in the NHS has fallen by 7,400.", 7400, "managerial"),
        ("The trust will cut posts:\n\n- estates: 31 posts\n- the rest: 12 posts\n", 31, "estates"),
        ("The trust will cut posts:\n\n- estates: 31 posts\n- the rest: 12 posts\n", 12, None),
        ("Managers and senior managers made up 38 per cent of the posts cut.", 38, "managerial"),
        ("Nurses accounted for 150 of the redundancies at the trust.", 150, "nursing"),
        ("Managers made up 38 per cent of redundancies, with 436.", 436, "managerial"),
        ("The trust hopes for 130 takers for its voluntary redundancy scheme.", 130, None),
    ],
)
def test_group(text: str, value: float, group: str | None) -> None:
    found = {figure.value: figure.staff_group for figure in EXTRACTOR.extract(text)}
    assert found[value] == group

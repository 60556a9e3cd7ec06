"""A time in a sentence is a figure's only if it tells when that figure holds."""

from datetime import date
from pathlib import Path

import pytest

from nhscuts_pipeline.extraction import when
from nhscuts_pipeline.extraction.dates import Published
from nhscuts_pipeline.extraction.engine import Extractor, find_drafts, read_text
from nhscuts_pipeline.extraction.linear import Linear
from nhscuts_pipeline.extraction.names import Names

DAY = date(2011, 11, 16)
EXTRACTOR = Extractor(Names.read(Path(__file__).parents[2] / "sources" / "reference"))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The trust cut 310 posts in 2009.", "2009-01-01", "2009-12-31"),
        ("In 2010-11 the trust made 340 staff redundant.", "2010-04-01", "2011-03-31"),
        ("The trust, which was founded in April 1994, will cut 310 posts.", None, None),
        ("Nurses who were hired in November said the trust is £9m in the red.", None, None),
        ("The contract, which runs until 2034, costs the trust £28m a year.", None, None),
    ],
)
def test_a_time_is_a_figures_if_it_tells_when_it_holds(text: str, start: str | None, end: str | None) -> None:
    (figure,) = EXTRACTOR.extract(text, DAY, DAY)
    assert (figure.period_start, figure.period_end) == (start, end)
    assert ("period" in figure.rules) is (start is not None)


def test_what_speaks_against_a_period_takes_it_away_and_what_is_said_again_has_none_either(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = read_text("The trust made 903 staff redundant in 2009. Of the 903, some 167 were nurses.")
    published = Published(DAY, DAY)
    monkeypatch.setattr(when, "_MODEL", Linear.of(("its own",), {}))
    drafts = find_drafts(text, published)
    assert drafts[0].period_at is not None
    assert text.folded[slice(*drafts[0].period_at)] == "in 2009"
    assert {draft.period_start for draft in drafts} == {"2009-01-01"}
    monkeypatch.setattr(when, "_MODEL", Linear.of(("its own",), {"lead in own": [(0, -500)]}))
    when.settle(text, drafts, published)
    assert {draft.period_start for draft in drafts} == {None}
    assert "period" not in drafts[0].rules

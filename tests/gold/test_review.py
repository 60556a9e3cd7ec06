"""A figure that needs review is far likelier to be wrong than one that does not."""

from judged import judge_documents
from scoring import SETS


def test_wrong_figures_are_flagged_several_times_as_often_as_right_ones() -> None:
    examples = judge_documents(path for name in ("dev", "more") for path in sorted(SETS[name].glob("*.md")))
    wrong = [example.flagged for example in examples if example.wrong]
    right = [example.flagged for example in examples if not example.wrong]
    assert sum(right) / len(right) <= 0.2
    assert sum(wrong) / len(wrong) >= 0.45

"""The linear models add up what they know of, and are the same after they were written and read."""

from pathlib import Path

from nhscuts_pipeline.extraction.linear import Linear

WEIGHTS = {"a": [(0, 100), (1, -100)], "b": [(0, 50), (1, 200)], "c": [(0, -1), (1, -1)]}
MODEL = Linear.of(("yes", "no"), WEIGHTS)


def test_a_model_adds_up_what_it_knows_and_ignores_the_rest() -> None:
    assert MODEL.scores(["a", "b", "unknown"]) == [1.5, 1.0]


def test_what_speaks_against_one_class_leaves_the_others_alone() -> None:
    assert MODEL.scores(["c"]) == [-0.01, -0.01]
    assert Linear.of(("x", "y", "z"), {"d": [(0, -444)], "e": [(1, -1)]}).scores(["d", "e"]) == [
        -4.44,
        -0.01,
        0.0,
    ]


def test_models_that_are_joined_answer_as_they_did_apart() -> None:
    other = Linear.of(("people",), {"b": [(0, -7)], "d": [(0, 3)]})
    both = Linear.joined({"said": MODEL, "unit": other})
    assert both.classes == ("said=yes", "said=no", "unit=people")
    for seen in (["a"], ["b", "c"], ["d"], ["a", "b", "c", "d", "unknown"]):
        assert both.scores(seen) == MODEL.scores(seen) + other.scores(seen)


def test_a_model_is_the_same_after_it_was_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / "model.tsv"
    MODEL.write(path)
    again = Linear.read(path)
    assert again.classes == MODEL.classes
    assert all(again.scores([name]) == MODEL.scores([name]) for name in WEIGHTS)
    first = path.read_text(encoding="utf-8")
    again.write(path)
    assert path.read_text(encoding="utf-8") == first

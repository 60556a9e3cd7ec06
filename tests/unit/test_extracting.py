"""Kept figures are what reading the text again would give, and are never trusted where they are damaged."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from nhscuts_pipeline.documents.document import Document
from nhscuts_pipeline.documents.reading import read_folders
from nhscuts_pipeline.extraction.engine import Extractor
from nhscuts_pipeline.extraction.names import Names
from nhscuts_pipeline.extraction.register import read_register, register
from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.extracting import NAMES, KeptFigures, as_written
from nhscuts_pipeline.warehouse.reference_tables import read_reference
from nhscuts_pipeline.warehouse.store import Store

SETTINGS = Settings.read(environ={}, start=Path(__file__).parent)


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pd.DataFrame]:
    """The tables of names as a run has them: out of the build file."""
    store = Store(tmp_path_factory.mktemp("names") / "build.duckdb")
    frames = read_reference(SETTINGS.reference)
    for table in NAMES.values():
        store.replace(table, frames[table])
    return {name: store.read(table) for name, table in NAMES.items()}


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return read_folders(SETTINGS.document_folders[:1], SETTINGS.sources)[0]


@pytest.fixture
def kept(tmp_path: Path, names: dict[str, pd.DataFrame]) -> KeptFigures:
    return KeptFigures(tmp_path / "figures", names, "code 1")


def files(tmp_path: Path) -> list[Path]:
    return sorted(path for path in (tmp_path / "figures").rglob("*") if path.is_file())


def test_the_tables_of_a_run_give_the_names_of_the_files(names: dict[str, pd.DataFrame]) -> None:
    rows = {name: as_written(frame) for name, frame in names.items()}
    assert register(rows, Path("reference")) == read_register(SETTINGS.reference)


def test_a_second_run_reads_no_text_and_has_the_same_figures(
    kept: KeptFigures, documents: list[Document], tmp_path: Path, names: dict[str, pd.DataFrame]
) -> None:
    first = kept.extract(documents)
    ids = [document.document_id for document in documents]
    assert (first.anew, first.kept, first.broken) == (ids, [], [])
    second = KeptFigures(tmp_path / "figures", names, "code 1").extract(documents)
    assert (second.anew, second.kept, second.broken) == ([], ids, [])
    plain = Extractor(Names.read(SETTINGS.reference))
    for document in documents:
        figures = plain.extract(
            document.text,
            document.published_from,
            document.published_to,
            title=document.title,
            publisher=document.publisher,
        )
        assert figures
        assert second.figures[document.document_id] == first.figures[document.document_id] == figures
        assert {type(figure.unit) for figure in second.figures[document.document_id]} == {
            type(figure.unit) for figure in figures
        }


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Leeds PCT will cut 12 posts."},
        {"published_from": date(2001, 1, 1)},
        {"published_to": None},
        {"title": "Another title"},
        {"publisher": "Another paper"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_figures_depend_on_has_a_document_read_again(
    change: dict[str, object], kept: KeptFigures, documents: list[Document]
) -> None:
    kept.extract(documents)
    changed = replace(documents[0], **change)  # type: ignore[arg-type]
    found = kept.extract([changed, *documents[1:]])
    assert found.anew == [changed.document_id]
    assert kept.extract([replace(documents[0], path="elsewhere.md", sha256="0" * 64)]).anew == []


def test_other_code_or_another_name_has_every_document_read_again(
    kept: KeptFigures, documents: list[Document], names: dict[str, pd.DataFrame], tmp_path: Path
) -> None:
    kept.extract(documents)
    assert not KeptFigures(tmp_path / "figures", names, "code 2").extract(documents).kept
    people = names["people"].iloc[1:]
    assert (
        not KeptFigures(tmp_path / "figures", {**names, "people": people}, "code 1").extract(documents).kept
    )


@pytest.mark.parametrize("damage", [b"", b"{}", b"0" * 64 + b"\n[]"], ids=["empty", "no hash", "wrong hash"])
def test_damaged_figures_are_told_of_and_the_text_is_read_again(
    damage: bytes, kept: KeptFigures, documents: list[Document], tmp_path: Path
) -> None:
    first = kept.extract(documents[:1])
    (path,) = files(tmp_path)
    path.write_bytes(damage)
    found = kept.extract(documents[:1])
    document_id = documents[0].document_id
    assert found.anew == [document_id]
    assert found.figures == first.figures
    assert found.broken == [f"the kept figures of {document_id} are damaged ({path}): its text is read again"]
    assert kept.extract(documents[:1]).broken == [], "mended"


def test_a_changed_figure_in_a_kept_file_is_damage(
    kept: KeptFigures, documents: list[Document], tmp_path: Path
) -> None:
    first = kept.extract(documents[:1])
    (path,) = files(tmp_path)
    path.write_bytes(path.read_bytes().replace(b'"value":', b'"value":1', 1))
    found = kept.extract(documents[:1])
    assert len(found.broken) == 1
    assert found.figures == first.figures


def test_what_nobody_needs_any_more_is_removed(
    kept: KeptFigures, documents: list[Document], names: dict[str, pd.DataFrame], tmp_path: Path
) -> None:
    KeptFigures(tmp_path / "figures", names, "code 0").extract(documents)
    kept.extract(documents)
    assert len(files(tmp_path)) == 2 * len(documents)
    (files(tmp_path)[0].parent / "half.fresh").write_bytes(b"a run was killed here")
    kept.forget_others(documents[:2])
    assert len(files(tmp_path)) == 2
    assert len(list((tmp_path / "figures").iterdir())) == 1
    assert kept.extract(documents[:2]).anew == []

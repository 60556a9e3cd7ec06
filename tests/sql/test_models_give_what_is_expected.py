"""Given rows in, expected rows out, for every case of the YAML files beside this one.

A case gives rows of `core` and `reference` tables (completed by the file's `defaults`, and checked by their
contracts) and expects rows of one model. An expected row names the columns it is about; `has` and `lacks`
look for pieces of a text.
"""

import shutil
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml

from nhscuts_pipeline.contracts import registry
from nhscuts_pipeline.contracts.converting import checked, rows_of
from nhscuts_pipeline.warehouse.models import SqlModel, read_models
from nhscuts_pipeline.warehouse.store import Store

SQL = Path(__file__).parents[2] / "dbt_like_sql"
MODELS = {model.qualified_name: model for model in read_models(SQL)}
FILES = [
    yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(Path(__file__).parent.glob("*.yaml"))
]
CASES = [
    pytest.param(file["model"], file["defaults"], case, id=f"{file['model']}: {case['name']}")
    for file in FILES
    for case in file["cases"]
]


def needed(model: SqlModel) -> tuple[list[SqlModel], set[str]]:
    """The models to build for `model`, in order, and the tables that all of them read."""
    models: list[SqlModel] = []
    tables: set[str] = set()
    for name in model.depends_on:
        if name in MODELS:
            before, read = needed(MODELS[name])
            models += [each for each in before if each not in models]
            tables |= read
        else:
            tables.add(name)
    return [*models, model], tables


def matches(actual: Any, expected: Any) -> bool:
    if isinstance(expected, dict):
        text = actual or ""
        return all(piece in text for piece in expected.get("has", [])) and not any(
            piece in text for piece in expected.get("lacks", [])
        )
    if isinstance(expected, float | int) and not isinstance(expected, bool):
        return actual is not None and actual == pytest.approx(expected)
    if isinstance(expected, list):
        return actual is not None and list(actual) == expected
    return bool(actual == expected)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = Store(tmp_path_factory.mktemp("empty") / "build.duckdb")
    for name in {name for model in MODELS.values() for name in needed(model)[1]}:
        store.replace(registry.contract(name), checked(registry.contract(name), []))
    return store.path


@pytest.mark.parametrize(("model", "defaults", "case"), CASES)
def test_case(
    model: str, defaults: dict[str, Any], case: dict[str, Any], empty: Path, tmp_path: Path
) -> None:
    store = Store(Path(shutil.copy(empty, tmp_path)))
    models, tables = needed(MODELS[model])
    assert set(case["given"]) <= tables, "the case gives a table that the model does not read"
    for name, rows in case["given"].items():
        table = registry.contract(name)
        store.replace(table, checked(table, [{**defaults.get(name, {}), **row} for row in rows]))
    for each in models:
        store.build(each)
    actual = rows_of(store.read(registry.contract(model)))
    shown = pd.DataFrame(actual).to_string()
    assert len(actual) == len(case["expect"]), shown
    for expected in case["expect"]:
        found = [row for row in actual if all(matches(row[column], expected[column]) for column in expected)]
        assert len(found) == 1, f"{len(found)} rows are {expected} in\n{shown}"


def test_every_mart_has_cases() -> None:
    marts = {name for name in MODELS if name.startswith("marts.")}
    assert marts == {file["model"] for file in FILES}

"""Where each column of a model comes from, read out of its SQL.

Belongs here: column lineage, and how it is said in words. Dependencies between whole tables are in `models`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import sqlglot
from sqlglot import exp
from sqlglot.lineage import lineage
from sqlglot.optimizer.qualify import qualify

from nhscuts_pipeline.contracts import registry
from nhscuts_pipeline.warehouse.models import DIALECT, SqlModel

Schema = dict[str, object]
Lineage = Mapping[str, Sequence[str]]


def column_lineage(model: SqlModel) -> dict[str, tuple[str, ...]]:
    """For each column of the model the columns it is made of, as `schema.table.column`, sorted.

    Only columns that a value is computed from: those of a WHERE or JOIN condition are not named. A column
    that is a constant comes from nothing.
    """
    schema = _schema(model)
    roots = lineage(None, _aligned(model.sql, schema), schema=schema, dialect=DIALECT)
    return {name: tuple(sorted(set(_origins(root.walk())))) for name, root in roots.items()}


def base_lineage(models: Iterable[SqlModel]) -> dict[str, dict[str, tuple[str, ...]]]:
    """For each model and column the columns of tables that it is made of in the end, views seen through.

    `models` come in the order they are built in, each after those it reads.
    """
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for model in models:
        found[model.qualified_name] = {
            column: tuple(sorted({base for origin in origins for base in _through(origin, found)}))
            for column, origins in column_lineage(model).items()
        }
    return found


def in_words(origins: Sequence[str]) -> str:
    """Columns as the end of a sentence, those of one table together: "`a` and `b` of `core.claims`"."""
    tables = []
    for table, columns in groupby(sorted(origins), lambda origin: origin.rpartition(".")[0]):
        names = [f"`{column.rpartition('.')[2]}`" for column in columns]
        listed = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
        tables.append(f"{listed} of `{table}`")
    return "; ".join(tables)


def _schema(model: SqlModel) -> Schema:
    tables: dict[str, dict[str, dict[str, str]]] = {}
    for qualified_name in model.depends_on:
        about = registry.contract(qualified_name)
        types = {column.name: column.type.sql for column in about.columns()}
        tables.setdefault(about.about().schema, {})[about.about().name] = types
    return {**tables}


def _origins(nodes: Iterable[object]) -> Iterator[str]:
    for node in nodes:
        table = getattr(node, "expression", None)
        if isinstance(table, exp.Table) and table.db:
            name = str(getattr(node, "name", "")).rpartition(".")[2].strip('"')  # a keyword comes quoted
            yield f"{table.db}.{table.name}.{name}"


def _through(origin: str, known: Mapping[str, Lineage]) -> Sequence[str]:
    """The columns behind a view's column; a table's column itself, since there it can be looked up."""
    table, _, column = origin.rpartition(".")
    return known[table][column] if table.startswith("staging.") and table in known else (origin,)


def _aligned(sql: str, schema: Schema) -> exp.Query:
    """The statement with each UNION BY NAME written out, column by column in one order.

    sqlglot follows the branches of a union by position, and would take a column of one for another's.
    """
    tree = sqlglot.parse_one(sql, dialect=DIALECT)
    if not isinstance(tree, exp.Query):
        raise TypeError(f"not a query: {sql[:80]}")
    ctes: list[exp.CTE] = []
    for cte in tree.ctes:
        body = _written_out(_qualified(cte.this, ctes, schema))
        ctes.append(exp.CTE(this=body, alias=cte.args["alias"].copy()))
    last = tree.copy()
    last.set("with_", None)
    return _with(_written_out(_qualified(last, ctes, schema)), ctes)


def _qualified(query: exp.Query, ctes: Sequence[exp.CTE], schema: Schema) -> exp.Query:
    """The query, which may read `ctes`, with every star expanded."""
    whole = qualify(
        _with(query, ctes), schema=schema, dialect=DIALECT, validate_qualify_columns=False, identify=False
    )
    whole.set("with_", None)
    return whole


def _with(query: exp.Query, ctes: Sequence[exp.CTE]) -> exp.Query:
    whole = query.copy()
    if ctes:
        whole.set("with_", exp.With(expressions=[cte.copy() for cte in ctes]))
    return whole


def _written_out(query: exp.Query) -> exp.Query:
    if not isinstance(query, exp.Union) or not query.args.get("by_name"):
        return query
    branches = list(_branches(query))
    names = list(dict.fromkeys(name for branch in branches for name in branch.named_selects))
    for branch in branches:
        given = {select.alias_or_name: select for select in branch.selects}
        branch.set("expressions", [given.get(name) or exp.alias_(exp.null(), name) for name in names])
    for union in query.find_all(exp.Union):
        union.set("by_name", False)
    return query


def _branches(query: exp.Expression) -> Iterator[exp.Select]:
    if isinstance(query, exp.Union):
        yield from _branches(query.this)
        yield from _branches(query.expression)
    elif isinstance(query, exp.Select):
        yield query

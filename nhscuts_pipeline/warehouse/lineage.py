"""Where each column of a model comes from, read out of its SQL.

Belongs here: column lineage, and how it is said in words. Dependencies between whole tables are in `models`.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

import sqlglot
from sqlglot import exp
from sqlglot.lineage import Node, lineage
from sqlglot.optimizer.qualify import qualify

from nhscuts_pipeline.contracts import registry
from nhscuts_pipeline.warehouse.models import DIALECT, SqlModel

Schema = dict[str, object]


def column_lineage(model: SqlModel) -> dict[str, tuple[str, ...]]:
    """For each column of the model the columns it is made of, as `schema.table.column`, sorted.

    Only columns that a value is computed from: those of a WHERE or JOIN condition are not named. A column
    that is a constant comes from nothing.
    """
    schema = _schema(model)
    # Trimming each statement to one column, for show, would copy it for every column.
    roots = lineage(None, _aligned(model.sql, schema), schema=schema, dialect=DIALECT, trim_selects=False)
    return {name: tuple(sorted(_origins(root))) for name, root in roots.items()}


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


def _origins(root: Node) -> set[str]:
    """The columns of tables and views at the ends of a column's graph; a node may hang in many places."""
    found, seen, waiting = set(), set(), [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        waiting += node.downstream
        table = node.expression
        if isinstance(table, exp.Table) and table.db:
            name = node.name.rpartition(".")[2].strip('"')  # a keyword comes quoted
            found.add(f"{table.db}.{table.name}.{name}")
    return found


def _aligned(sql: str, schema: Schema) -> exp.Query:
    """The statement with each UNION BY NAME written out, column by column in one order.

    sqlglot follows the branches of a union by position, and would take a column of one for another's.
    """
    tree = sqlglot.parse_one(sql, dialect=DIALECT)
    if not isinstance(tree, exp.Query):
        raise TypeError(f"not a query: {sql[:80]}")
    if not any(union.args.get("by_name") for union in tree.find_all(exp.Union)):
        return tree
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

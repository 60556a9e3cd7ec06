"""The SQL models of `dbt_like_sql/` as assets, and its audits as checks that stop publishing.

Belongs here: one asset a file, with dependencies and column lineage read from its SQL.
"""

from collections.abc import Iterator, Sequence

import dagster as dg

from nhscuts_pipeline.contracts import registry
from nhscuts_pipeline.contracts.base import Table
from nhscuts_pipeline.contracts.checking import ContractError
from nhscuts_pipeline.graph.build_file import POOL
from nhscuts_pipeline.graph.describe import (
    code_references,
    code_version,
    contract_text,
    image_value,
    key_of_name,
    table_spec,
)
from nhscuts_pipeline.graph.row_checks import contract_check, fewer_rows, rows_result
from nhscuts_pipeline.graph.steps import Event, broken, written
from nhscuts_pipeline.report.charts import chart
from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.audits import Audit, run_audit
from nhscuts_pipeline.warehouse.lineage import column_lineage
from nhscuts_pipeline.warehouse.models import SqlModel
from nhscuts_pipeline.warehouse.store import Store


def model_asset(model: SqlModel) -> dg.AssetsDefinition:
    """The view or table that one SQL file builds."""
    table = registry.contract(model.qualified_name)

    lost = fewer_rows(table)

    @dg.multi_asset(
        name=f"{model.schema}__{model.name}",
        specs=[_spec(model, table)],
        check_specs=[contract_check(table), *([lost.spec()] if lost else [])],
        pool=POOL,
    )
    def step(settings: dg.ResourceParam[Settings], build_file: dg.ResourceParam[Store]) -> Iterator[Event]:
        try:
            build_file.build(model)
        except ContractError as error:
            yield from broken(error, [table])
            raise dg.Failure(str(error)) from error
        drawn = chart(table, build_file.read)
        yield written(
            table,
            build_file,
            [lost.run(settings, build_file)] if lost else [],
            {"chart": image_value(drawn)} if drawn else {},
        )

    return step


def _spec(model: SqlModel, table: type[Table]) -> dg.AssetSpec:
    origins = column_lineage(model)
    lineage = {column: [_column_dep(origin) for origin in made_of] for column, made_of in origins.items()}
    return table_spec(
        table,
        group=model.schema,
        kinds={"duckdb", "sql"},
        deps=[key_of_name(name) for name in model.depends_on],
        code_version=code_version(model.sql, contract_text(table)),
        code=model.path,
        description=f"{table.about().description}\n\n{model.description}",
        origins={column: made_of or ("a constant of the SQL",) for column, made_of in origins.items()},
        metadata={
            "dagster/column_lineage": dg.TableColumnLineage(lineage),
            "sql": dg.MetadataValue.md(f"```sql\n{model.sql}\n```"),
        },
    )


def _column_dep(origin: str) -> dg.TableColumnDep:
    table, _, column = origin.rpartition(".")
    return dg.TableColumnDep(asset_key=key_of_name(table), column_name=column)


def audit_check(audit: Audit, build_order: Sequence[str]) -> dg.AssetChecksDefinition:
    """An audit as a blocking check.

    It stands on the last table it reads, in `build_order`, so that it runs when everything it reads is there.
    """
    reads = sorted(audit.depends_on, key=build_order.index)
    table = registry.contract(reads[-1])

    @dg.asset_check(
        asset=key_of_name(reads[-1]),
        name=audit.name,
        description=audit.description,
        additional_deps=[key_of_name(name) for name in reads[:-1]],
        blocking=True,
        metadata={
            "sql": dg.MetadataValue.md(f"```sql\n{audit.sql}\n```"),
            **code_references((audit.path, 1, "SQL")),
        },
        pool=POOL,
    )
    def check(build_file: dg.ResourceParam[Store]) -> dg.AssetCheckResult:
        found = run_audit(build_file, audit)
        return rows_result(table, audit.name, found, dg.AssetCheckSeverity.ERROR)

    return check

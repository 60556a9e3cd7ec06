"""The tables of schema `reference`: registers, running costs and official series, with a source on every row.

Belongs here: what one table can say about itself. What must hold between tables stands in
`warehouse/reference_checks.py`. The traps of the data are in `sources/reference/README.md`.
"""

from nhscuts_pipeline.contracts.base import Date, ForeignKey, Number, Table, Text, Texts
from nhscuts_pipeline.contracts.core import FIGURE_RULES
from nhscuts_pipeline.contracts.fields import ID, common, field, words
from nhscuts_pipeline.contracts.reference_words import (
    ALIAS_KINDS,
    CLAIMANT_KINDS,
    FACT_UNITS,
    ORGANISATION_KINDS,
    PRECISIONS,
    REGION_KINDS,
)
from nhscuts_pipeline.contracts.rules import (
    any_of,
    exactly_one,
    filled_exactly_when,
    finite,
    ordered,
    pairs,
    sole,
    unique,
    unique_where_filled,
)
from nhscuts_pipeline.contracts.vocabulary import Unit

_ORGANISATION = ForeignKey("organisation_id", "reference.organisations", "organisation_id")
_REGION = ForeignKey("region_id", "reference.regions", "region_id")
_CLAIMANT = ForeignKey("claimant_id", "reference.claimants", "claimant_id")
_VALIDITY = ordered("valid_from", "valid_to")


class Organisations(
    Table,
    schema="reference",
    name="organisations",
    key=("organisation_id",),
    foreign_keys=(
        ForeignKey("successor_id", "reference.organisations", "organisation_id"),
        ForeignKey("parent_id", "reference.organisations", "organisation_id"),
    ),
    rules=(
        ordered("opened", "closed"),
        unique_where_filled("ods_code"),
        sole("successor_id", "successor_ids"),
    ),
):
    """One row a body of the health service that news of 2005 to 2026 may name."""

    organisation_id: Text = common("organisation_id")
    ods_code: Text = common("ods_code", nullable=True)
    ons_code: Text = field(
        "Code of the body or its area from the Office for National Statistics.", nullable=True
    )
    name: Text = field("The last official name. One code may have had other names before: see the aliases.")
    kind: Text = field("What kind of body it is or was.", isin=ORGANISATION_KINDS)
    region: Text = field("Government office region; null where the body crosses two.", nullable=True)
    nhs_region: Text = field("NHS England region of 2019 onwards, for bodies that reached it.", nullable=True)
    opened: Date = field("First day of operation; null where not known.", nullable=True)
    closed: Date = field("Last day of operation; null where open or not known.", nullable=True)
    successor_id: Text = field("The body that took over, where there is exactly one.", form=ID, nullable=True)
    successor_ids: Texts = field("All bodies that took over, empty where there is none.")
    parent_id: Text = field(
        "The body above: the authority of a primary care trust; of a trust or commissioning group the "
        "board in whose area it is or was, also where it closed before the board opened.",
        form=ID,
        nullable=True,
    )
    source_url: Text = common("source_url")
    note: Text = common("note")


class Regions(
    Table, schema="reference", name="regions", key=("region_id",), rules=(_VALIDITY, unique("name"))
):
    """One row a region of press or government, or a cluster of integrated care boards with shared figures."""

    region_id: Text = common("region_id")
    name: Text = field("Name of the region.")
    kind: Text = field(
        "What kind of area it is; a cluster exists to hold combined figures.", isin=REGION_KINDS
    )
    gss_code: Text = field("Code from the Government Statistical Service.", nullable=True)
    aliases: Texts = field("Other names.")
    icb_ods_codes: Texts = field("Codes of the integrated care boards of 2022 to 2026 in it.")
    icb_ids: Texts = field("The same boards by organisation_id, in the same order.")
    valid_from: Date = common("valid_from")
    valid_to: Date = common("valid_to")
    source_url: Text = common("source_url")
    note: Text = common("note")


class OrganisationAliases(
    Table,
    schema="reference",
    name="organisation_aliases",
    key=("alias_id",),
    foreign_keys=(_ORGANISATION, _REGION),
    rules=(
        exactly_one("organisation_id", "region_id"),
        _VALIDITY,
        unique("organisation_id", "region_id", "alias", "valid_from", "valid_to"),
    ),
):
    """One row another name of a body or region, with the dates of the documents in which it means that."""

    alias_id: Text = field("Stable id, from target, alias and dates.", form=ID)
    organisation_id: Text = common("organisation_id", nullable=True)
    region_id: Text = common("region_id", nullable=True)
    alias: Text = field("The other name, as it is written.")
    kind: Text = field("What kind of name it is.", isin=ALIAS_KINDS)
    valid_from: Date = common("valid_from")
    valid_to: Date = common("valid_to")
    basis: Text = field(
        "Where the name comes from: an address, a file, the official name, or general knowledge."
    )
    note: Text = common("note")


class Claimants(
    Table, schema="reference", name="claimants", key=("claimant_id",), foreign_keys=(_ORGANISATION,)
):
    """One row an organisation that makes claims: a union, an employers' body, a party, a paper."""

    claimant_id: Text = field("The claimant: a slug.", form=ID)
    name: Text = field("Name of the organisation.")
    kind: Text = field("What kind of claimant it is.", isin=CLAIMANT_KINDS)
    aliases: Texts = field(
        "Other names; collective words such as ministers are aliases of several claimants."
    )
    people: Texts = field("People and roles in short form; reference.people has them one a row.")
    organisation_id: Text = common("organisation_id", nullable=True)
    source_url: Text = common("source_url")
    note: Text = common("note")


class People(
    Table,
    schema="reference",
    name="people",
    key=("person_row_id",),
    foreign_keys=(_CLAIMANT, _ORGANISATION),
    rules=(
        any_of("claimant_id", "organisation_id"),
        _VALIDITY,
        unique("person", "claimant_id", "organisation_id", "role", "valid_from", "source_url"),
    ),
):
    """One row a person in one role, for a claimant or a body, with the dates of the role."""

    person_row_id: Text = field("Stable id, from person, role, body, start and source.", form=ID)
    person: Text = field("Name of the person.")
    aliases: Texts = field("Other ways the person is named.")
    claimant_id: Text = field("The claimant the person speaks for.", form=ID, nullable=True)
    organisation_id: Text = common("organisation_id", nullable=True)
    role: Text = field("The role, as it is called.")
    valid_from: Date = common("valid_from")
    valid_to: Date = common("valid_to")
    source_url: Text = common("source_url")
    note: Text = common("note")


class IcbRunningCosts(
    Table,
    schema="reference",
    name="icb_running_costs",
    key=("fact_id",),
    rules=(
        finite("value"),
        ordered("value", "value_to"),
        filled_exactly_when("value_to", "precision", "range"),
        any_of("period", "as_of"),
        pairs("fact", "unit", FACT_UNITS),
        unique("ods_code", "fact", "unit", "basis", "period", "as_of", "source_url"),
    ),
):
    """One row a fact about the money or staff of one integrated care board, from one source.

    Conflicting facts stand side by side. Facts named combined_ stand under each member and belong to none.
    """

    fact_id: Text = field(
        "Stable id: code, fact and a hash of the rest of the key.",
        form=r"[A-Z0-9]+-[a-z_]+-[0-9a-f]{8}",
    )
    ods_code: Text = common("ods_code")
    fact: Text = field("What the value is.", isin=list(FACT_UNITS))
    value: Number = common("value", ge=0)
    value_to: Number = common("value_to")
    unit: Text = field(
        "Unit of the value, as in core.figures; persons are people who live there, people are staff.",
        isin=[*words(Unit), "persons"],
    )
    precision: Text = field("How exact the value is: rounding, bound or range.", isin=PRECISIONS)
    basis: Text = field("What the value counts, in the source's terms.")
    period: Text = field("Financial year it holds for.", form=r"\d{4}-\d{2}", nullable=True)
    as_of: Text = field(
        "When it was said: a year, a month or a day.",
        form=r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?",
        nullable=True,
    )
    source_url: Text = common("source_url")
    note: Text = common("note")


class OfficialSeries(
    Table,
    schema="reference",
    name="official_series",
    key=("series_row_id",),
    rules=(
        *FIGURE_RULES,
        any_of("period_start", "period_end"),
        unique("series_id", "redundancy_kind", "staff_group", "subject", "period_start", "period_end"),
    ),
):
    """One row a value of one series for one period.

    A series may be compared only with itself: definitions change between series of the same thing.
    """

    series_row_id: Text = field(
        "Stable id: the series and a hash of the rest of the key.", form=r"[a-z0-9_]+-[0-9a-f]{8}"
    )
    series_id: Text = field("The series.", form=r"[a-z0-9_]+")
    measure: Text = common("measure")
    redundancy_kind: Text = common("redundancy_kind")
    staff_group: Text = common("staff_group")
    subject: Text = common("subject", nullable=False)
    period_start: Date = common("period_start")
    period_end: Date = common("period_end")
    value: Number = common("value")
    value_to: Number = common("value_to")
    qualifier: Text = common("qualifier")
    unit: Text = common("unit")
    modality: Text = common("modality")
    publisher: Text = field("Who published the value.")
    source_url: Text = common("source_url")
    note: Text = common("note")

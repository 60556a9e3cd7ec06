"""The closed vocabularies of the reference tables.

Belongs here: words that only `sources/reference/` uses. Those of figures are in `vocabulary`.
"""

ORGANISATION_KINDS = [
    "icb",
    "sha",
    "sha_cluster",
    "pct",
    "care_trust",
    "ccg",
    "area_team",
    "csu",
    "acute_trust",
    "mental_health_trust",
    "community_trust",
    "ambulance_trust",
    "health_board",
    "hsc_trust",
    "national_body",
    "department",
]
REGION_KINDS = ["government_office_region", "nhs_england_region", "sha_area", "country", "icb_cluster"]
ALIAS_KINDS = [
    "short name",
    "abbreviation",
    "press usage",
    "former name",
    "later name",
    "hospital site",
    "region name",
    "cluster name",
    "group of bodies",
]
CLAIMANT_KINDS = [
    "union",
    "employer_body",
    "government",
    "think_tank",
    "party",
    "regulator",
    "campaign",
    "media",
]
PRECISIONS = [
    "exact",
    "rounded to £m",
    "rounded to £0.1m",
    "rounded to £1",
    "rounded to 1%",
    "about",
    "over",
    "up to",
    "range",
]
# Which fact may stand in which unit. Staff counts are kept in the unit they were given in.
_STAFF_UNITS = ("people", "fte", "posts")
FACT_UNITS: dict[str, tuple[str, ...]] = {
    "running_cost_allowance": ("gbp",),
    "running_cost_allowance_rounded": ("gbp",),
    "running_cost_allowance_quoted": ("gbp",),
    "population": ("persons",),
    "population_quoted": ("persons",),
    "operating_cost": ("gbp",),
    "operating_cost_target": ("gbp",),
    "operating_cost_saving": ("gbp",),
    "reduction_pct": ("percent",),
    "cost_per_head": ("gbp_per_head",),
    "cost_per_head_target": ("gbp_per_head",),
    "staff_cost_per_head": ("gbp_per_head",),
    "admin_staff_cost_per_head": ("gbp_per_head",),
    "staff": _STAFF_UNITS,
    "staff_target": _STAFF_UNITS,
    "staff_admin_clerical": _STAFF_UNITS,
    "staff_reduction_pct": ("percent",),
    "staff_facing_redundancy": _STAFF_UNITS,
    "posts_to_go": _STAFF_UNITS,
    "voluntary_redundancy_applications": _STAFF_UNITS,
    "combined_operating_cost": ("gbp",),
    "combined_operating_cost_saving": ("gbp",),
    "combined_staff": _STAFF_UNITS,
    "combined_staff_target": _STAFF_UNITS,
    "combined_posts_to_go": _STAFF_UNITS,
}

"""The mart of the way from a claim to an outcome.

Belongs here: `claim_to_outcome`, whose every rung has its bound.
"""

from nhscuts_pipeline.contracts.base import Date, Number, Table, Text, Texts
from nhscuts_pipeline.contracts.bounds import bound, bounded, upper_end
from nhscuts_pipeline.contracts.fields import common, field
from nhscuts_pipeline.contracts.rules import ordered, unique


class ClaimToOutcome(
    Table,
    schema="marts",
    name="claim_to_outcome",
    rules=(
        unique("subject_key", "wave_from"),
        ordered("wave_from", "wave_to"),
        *bounded(
            "at_risk_posts",
            "at_risk_people",
            "disputed_posts",
            "disputed_people",
            "planned_posts",
            "planned_people",
            "cut_posts",
            "forecast_redundancies",
            "notified_posts",
            "notified_people",
            "notices",
            "compulsory_notices",
            "redeployed",
            "redundancies",
            "compulsory",
            "voluntary",
            "planned_of_disputed_pct",
            "notified_of_at_risk_pct",
            "notices_of_planned_pct",
            "compulsory_notices_of_notices_pct",
            "redeployed_of_notices_pct",
            "redundancies_of_at_risk_pct",
            "redundancies_of_forecast_pct",
        ),
    ),
    question="How many of the jobs that were said to be at risk were notified, noticed and ended in "
    "redundancy?",
    beware="Rungs are what the sources happen to say, not a count of the same people passing by: a rung "
    "that is null was not stated, and is not nought. Posts and people are different columns and are "
    "never divided by one another. A range with a name in `disagreements` is a conflict between "
    "sources and no estimate. `national` has both England and the NHS, and one period of each rung: "
    "the others stand in `also_said`.",
):
    """One row a subject and wave: what was at risk, planned, notified, noticed and made, with ratios.

    A wave is the statements about one subject that follow each other within twelve months. Of a rung all
    staff go before a group of staff and one period is taken, that of most statements; of several numbers of
    one claimant in one source the largest is the whole. Statements that allow each other are narrowed to
    what all of them allow; others give a range. Missed are outcomes that were told more than a year later
    under another name of the subject.
    """

    subject: Text = common("subject", nullable=False)
    subject_key: Text = common("subject_key")
    scope: Text = common("scope")
    region: Text = common("region")
    wave_from: Date = common("wave_from")
    wave_to: Date = field("Last day of the wave.", nullable=True)
    at_risk_posts: Number = field("Jobs or posts said to be at risk.", unit="posts", nullable=True, ge=0)
    at_risk_posts_to: Number = upper_end("`at_risk_posts`", unit="posts")
    at_risk_posts_qualifier: Text = bound("`at_risk_posts`")
    at_risk_people: Number = field(
        "People said or identified to be at risk, or in consultation.", unit="people", nullable=True, ge=0
    )
    at_risk_people_to: Number = upper_end("`at_risk_people`", unit="people")
    at_risk_people_qualifier: Text = bound("`at_risk_people`")
    disputed_posts: Number = field(
        "Jobs that the source reports only as a contested or wrong number.", unit="posts", nullable=True, ge=0
    )
    disputed_posts_to: Number = upper_end("`disputed_posts`", unit="posts")
    disputed_posts_qualifier: Text = bound("`disputed_posts`")
    disputed_people: Number = field("The same, counted in people.", unit="people", nullable=True, ge=0)
    disputed_people_to: Number = upper_end("`disputed_people`", unit="people")
    disputed_people_qualifier: Text = bound("`disputed_people`")
    planned_posts: Number = field("Posts that are to go, by any means.", unit="posts", nullable=True, ge=0)
    planned_posts_to: Number = upper_end("`planned_posts`", unit="posts")
    planned_posts_qualifier: Text = bound("`planned_posts`")
    planned_people: Number = field("People who are to go, by any means.", unit="people", nullable=True, ge=0)
    planned_people_to: Number = upper_end("`planned_people`", unit="people")
    planned_people_qualifier: Text = bound("`planned_people`")
    cut_posts: Number = field("Posts that have gone, by any means.", unit="posts", nullable=True, ge=0)
    cut_posts_to: Number = upper_end("`cut_posts`", unit="posts")
    cut_posts_qualifier: Text = bound("`cut_posts`")
    forecast_redundancies: Number = field(
        "Redundancies that were planned or foretold, not made.", unit="people", nullable=True, ge=0
    )
    forecast_redundancies_to: Number = upper_end("`forecast_redundancies`", unit="people")
    forecast_redundancies_qualifier: Text = bound("`forecast_redundancies`")
    notified_posts: Number = field(
        "Jobs notified to the government as at risk of redundancy.", unit="posts", nullable=True, ge=0
    )
    notified_posts_to: Number = upper_end("`notified_posts`", unit="posts")
    notified_posts_qualifier: Text = bound("`notified_posts`")
    notified_people: Number = field("The same, counted in people.", unit="people", nullable=True, ge=0)
    notified_people_to: Number = upper_end("`notified_people`", unit="people")
    notified_people_qualifier: Text = bound("`notified_people`")
    notices: Number = field("Redundancy notices issued.", unit="people", nullable=True, ge=0)
    notices_to: Number = upper_end("`notices`", unit="people")
    notices_qualifier: Text = bound("`notices`")
    compulsory_notices: Number = field(
        "Notices said to be of compulsory redundancy; not yet a dismissal.",
        unit="people",
        nullable=True,
        ge=0,
    )
    compulsory_notices_to: Number = upper_end("`compulsory_notices`", unit="people")
    compulsory_notices_qualifier: Text = bound("`compulsory_notices`")
    redeployed: Number = field(
        "People at risk who were found other posts.", unit="people", nullable=True, ge=0
    )
    redeployed_to: Number = upper_end("`redeployed`", unit="people")
    redeployed_qualifier: Text = bound("`redeployed`")
    redundancies: Number = field(
        "Redundancies made, of both kinds or where the kind is not said.", unit="people", nullable=True, ge=0
    )
    redundancies_to: Number = upper_end("`redundancies`", unit="people")
    redundancies_qualifier: Text = bound("`redundancies`")
    compulsory: Number = field("Compulsory redundancies made.", unit="people", nullable=True, ge=0)
    compulsory_to: Number = upper_end("`compulsory`", unit="people")
    compulsory_qualifier: Text = bound("`compulsory`")
    voluntary: Number = field("Voluntary redundancies made.", unit="people", nullable=True, ge=0)
    voluntary_to: Number = upper_end("`voluntary`", unit="people")
    voluntary_qualifier: Text = bound("`voluntary`")
    planned_of_disputed_pct: Number = field(
        "Planned as a share of disputed, in the same unit.", unit="percent", nullable=True, ge=0
    )
    planned_of_disputed_pct_to: Number = upper_end("`planned_of_disputed_pct`", unit="percent")
    planned_of_disputed_pct_qualifier: Text = bound("`planned_of_disputed_pct`")
    notified_of_at_risk_pct: Number = field(
        "Notified as a share of at risk, in the same unit.", unit="percent", nullable=True, ge=0
    )
    notified_of_at_risk_pct_to: Number = upper_end("`notified_of_at_risk_pct`", unit="percent")
    notified_of_at_risk_pct_qualifier: Text = bound("`notified_of_at_risk_pct`")
    notices_of_planned_pct: Number = field(
        "Notices as a share of planned, in the same unit.", unit="percent", nullable=True, ge=0
    )
    notices_of_planned_pct_to: Number = upper_end("`notices_of_planned_pct`", unit="percent")
    notices_of_planned_pct_qualifier: Text = bound("`notices_of_planned_pct`")
    compulsory_notices_of_notices_pct: Number = field(
        "Compulsory notices as a share of notices, in the same unit.", unit="percent", nullable=True, ge=0
    )
    compulsory_notices_of_notices_pct_to: Number = upper_end(
        "`compulsory_notices_of_notices_pct`", unit="percent"
    )
    compulsory_notices_of_notices_pct_qualifier: Text = bound("`compulsory_notices_of_notices_pct`")
    redeployed_of_notices_pct: Number = field(
        "Redeployed as a share of notices, in the same unit.", unit="percent", nullable=True, ge=0
    )
    redeployed_of_notices_pct_to: Number = upper_end("`redeployed_of_notices_pct`", unit="percent")
    redeployed_of_notices_pct_qualifier: Text = bound("`redeployed_of_notices_pct`")
    redundancies_of_at_risk_pct: Number = field(
        "Redundancies as a share of at risk, in the same unit.", unit="percent", nullable=True, ge=0
    )
    redundancies_of_at_risk_pct_to: Number = upper_end("`redundancies_of_at_risk_pct`", unit="percent")
    redundancies_of_at_risk_pct_qualifier: Text = bound("`redundancies_of_at_risk_pct`")
    redundancies_of_forecast_pct: Number = field(
        "Redundancies as a share of forecast, in the same unit.", unit="percent", nullable=True, ge=0
    )
    redundancies_of_forecast_pct_to: Number = upper_end("`redundancies_of_forecast_pct`", unit="percent")
    redundancies_of_forecast_pct_qualifier: Text = bound("`redundancies_of_forecast_pct`")
    no_ratio: Text = common("no_ratio")
    disagreements: Text = field(
        "Rungs on which sources cannot both be right; null where none.", nullable=True
    )
    who_said: Text = field("Every rung with its statements and who made them, from risk to outcome.")
    also_said: Text = field(
        "What was said of the rungs and is not in the numbers: parts, groups of staff, other periods.",
        nullable=True,
    )
    observation_ids: Texts = field("The statements of the numbers; keys of core.observations.")

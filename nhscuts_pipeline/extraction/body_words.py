"""The words that names of bodies are made of, and those that never belong to one.

Belongs here: word lists of the grammar of bodies. Does not belong here: the grammar (bodies.py).
"""

from nhscuts_pipeline.extraction.phrases import Expression

# The type words that a name ends with, and the sort of body that they make.
HEADS: dict[str, str] = {
    "pct": "primary care trust|primary care trusts|pct|pcts|care trust|care trusts",
    "icb": "integrated care board|integrated care boards|care board|care boards|integrated care system|"
    "integrated care systems|icb|icbs|ics",
    "sha": "strategic health authority|strategic health authorities|health authority|health authorities|"
    "strategic authority|sha|shas",
    # Folded, like the text: a space stands for the apostrophe and the hyphen.
    "arms_length": "special health authority|special health authorities|arm s length body|"
    "arm s length bodies",
    "ccg": "clinical commissioning group|clinical commissioning groups|commissioning group|commissioning "
    "groups|"
    "ccg|ccgs",
    "csu": "commissioning support unit|commissioning support units|commissioning support|csu|csus",
    "ambulance": "ambulance service|ambulance services",
    "hospital": "lhb|lhbs|local health board|local health boards|medical centre|walk in centre|"
    "hospital|hospitals|general hospital|district general "
    "hospital|infirmary|health board|"
    "health boards",
    "hospitals_group": "hospitals group|hospital group|hospitals nhs group|university hospitals group",
    "partnership": "partnership|community services|community health services",
    "cluster": "cluster|clusters",
    "board": "board|boards",
    "employer": "employers|organisations|providers|bodies|organisation",
    "council": "council|councils",
    "police": "police|police force|constabulary|fire service|fire and rescue service",
    "company": "plc|ltd|limited|firm|firms|company|companies",
    "charity": "hospice|hospices|charity|charities",
    "school": "university|universities|school|schools",
    "authority": "authority",
    "service": "service",
    "union": "union|unions|college|association|federation|society|confederation|alliance",
    "think_tank": "institute|think tank",
    "department": "department|ministry",
}
# Sorts of body outside the service.
OUTSIDE = frozenset(("council", "police", "company", "charity", "school"))
# Lower-case words that may stand inside a name, before its type word.
INNER = frozenset(
    """
    university teaching hospital hospitals foundation nhs community mental health care acute healthcare
    general primary strategic integrated ambulance service partnership district county city borough
    """.split()
)
LINKS = frozenset(("and", "&", "of", "on", "upon", "for", "with"))
# A month is capitalised like a name: "March's board".
MONTH = Expression(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
# What newspapers are called, for a regular expression.
NEWSPAPER = (
    "Courier|Gazette|Herald|Chronicle|Mercury|Echo|Post|Times|Mail|Express|Argus|Standard|Telegraph|Journal|News|"
    "Star|Mirror|Sun|Guardian|Observer|Advertiser|Reporter|Tribune|Dispatch|Sentinel|Globe|Examiner|Messenger|"
    "Register|Beacon|Citizen|Press"
)
# Capitalised only because they begin a sentence, or titles and nations that are no part of a body's name.
NOT_NAME = frozenset(
    """
    Joint Committee Governing Locally
    Executive Director Chairman Chair Secretary Officer Manager
    Welsh Scottish Irish
    A All An And Another Are As At Because Before Behind Between Both But By Can Could Did Do Does Each
    Either Elsewhere English Even Every Former From Had Has Have He Her Here His Hospital How However I
    If In Is It Its Last Leading Like Local Many Meanwhile More Most Much My National Neither NHS No
    Nor Not Now Of Off Officials On Once One Only Or Other Our Over She Since So Some Such That The Their
    Then There These They This Those Though To Today Trust Under Unlike Until Was We Were What When
    Where Which While Who Why Will With Would Yesterday Yet You Your
    Board Boards Bodies Members Directors Meeting
    Bosses Chief Model Says Staff
    Trade Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June
    July August September October November December
    Merged Largest Biggest Smaller Outgoing Compare Contrast
    Neighbours Neighbour Ring Phone Visit Divide Subtract Multiply Hr
    Neighbouring Nearby Fellow Sister Rival Troubled Struggling Beleaguered Embattled Giant Ailing Flagship
    Unions Ministers Campaigners Around About
    Over Nearly Almost Up Several Besides Following Across Inside Outside Within
    Example Merger Region Health
    For By After Against During Throughout Towards Without Below Above Add Call Even Just
    Friend Gentleman Lady Hon Noble
    Among Along Alongside Since Given Despite Per Via Take Ask Consider Asked Told According
    """.split()
)
NUMBER_WORDS = frozenset(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty dozen
    """.split()
)
# "NHS Wold" is a body, also alone on a line in capitals; what follows NHS in the list begins something else
# that the service has.
NHS_NAME = Expression(
    r"(?m:^NHS(?: [A-Z]{3,}){1,6}(?=$| \())|\bNHS 24\b|\bNHS Wales Executive\b|"
    r"\bNHS (?!Foundation|Trust|Hospital|Staff|Plan|Constitution|Pension|Act\b|Confederation|Employer|"
    r"Provider|Alliance|"
    r"Together|Redundanc|Scotland|Wales|Executive|Job|Cut|Manage|Board|Health|Work|Financ|Deficit|Reform|"
    r"Pay|Spend|"
    r"Budget|Fund|Bill\b|Service|Reorgani|Boss|Chief|Union|Crisis|Saving|Efficien|Commission|Leader|Nurse|"
    r"Post|Loss|"
    r"Official|Debt|Cash|Money|Target|Care\b|Treatment|Patient|Choice|Professional|Improvement|"
    r"Digital|Property|"
    r"Body|Bodies|Local|Organi|Restruct|Shake|Layoff|Cost|Bureaucra|Admin|Question|Debate|Statistic|Figure|"
    r"Number|Vacanc|Education|Blood|Supply|Resolution|Severance|Payment|Exit|Statement|Release|News|Press|"
    r"Turnover|Transition|Modernis|Change|Overhaul|Agency|Agencies|Back|Front|Sack|Axe|Job|Employ|Doctor|"
    r"Consultant|Ambulance|Ward|Bed|Wait)"
    r"(?:[A-Z][a-z][\w’'-]*)"
    # A comma only within a list that ends in "and": not so "NHS Wold, Ann Ash said".
    r"(?:(?<!['’]s)(?<!s['’])(?:,(?= (?:[A-Z][\w-]+,? )+and [A-Z])|,(?= and [A-Z]))? "
    rf"(?!on {MONTH.source})(?:(?:and|&|of|on) (?:the )?)?[A-Z][a-z][\w-]*)*"
)

"""The nouns that numbers count, by unit, and the words that end a noun phrase.

Belongs here: closed word lists about things counted. Verbs and other signs of what happened to them are in
`triggers`; names of bodies come from the reference tables.
"""

from nhscuts_pipeline.contracts.vocabulary import Unit


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


POST_NOUNS = _words(
    "post posts job jobs role roles position positions slot slots desk desks vacancy vacancies berth berths "
    "gaps"
)
# Nouns that count people, and say by themselves that the people are staff.
STAFF_NOUNS = _words(
    "staff employee employees worker workers colleague colleagues redundancy redundancies notice notices "
    "leaver leavers "
    "nurse nurses midwife midwives doctor doctors consultant manager managers administrator administrators "
    "clinician clinicians porter porters cleaner cleaners therapist therapists physiotherapist "
    "physiotherapists "
    "paramedic paramedics secretary secretaries assistant assistants director directors executive "
    "executives commissioner "
    "commissioners volunteer volunteers workforce headcount payroll personnel official officials "
    "practitioner "
    "practitioners scientist scientists technician technicians radiographer radiographers pharmacist "
    "pharmacists "
    "visitor visitors officer officers clerk clerks receptionist receptionists chief chiefs bosses boss "
    "caterer "
    "caterers domestic domestics dispatcher dispatchers returner returners exit exits departure departures "
    "resignation resignations severance severances application applications applicant applicants "
    "bureaucrat bureaucrats package packages payoff payoffs pay-off pay-offs dismissal dismissals "
    "sacking sackings "
    "lay-offs layoffs retirement retirements starter starters recruit recruits joiner joiners trainee "
    "trainees "
    "apprentice apprentices sister sisters matron matrons surgeon surgeons physician physicians "
    "dentist dentists "
    "psychologist psychologists counsellor counsellors dietitian dietitians podiatrist podiatrists chaplain "
    "chaplains librarian librarians accountant accountants analyst analysts planner planners buyer "
    "buyers typist "
    "typists telephonist telephonists electrician electricians gardener gardeners driver drivers responder "
    "responders handler handlers supervisor supervisors registrar registrars hca hcas ahps pen-pusher "
    "pen-pushers "
    "mandarin mandarins servants taker takers chairs chairmen non-executives trainers sonographers "
    "optometrists "
    "orthoptists audiologists phlebotomists"
)
# Nouns that count people of any sort: staff only where the sentence speaks of work.
PERSON_NOUNS = _words(
    "people person persons individuals individual others members member men women names name heads "
    "requests acceptances"
)
ORGANISATION_NOUNS = _words(
    "trusts trust pct pcts icb icbs sha shas ccg ccgs csu csus organisation organisations organizations "
    "bodies employers quangos regulators commissioning-boards "
    "boards authorities providers groups units"
)
# Heads of several words whose last word means something else alone.
ORGANISATION_PHRASES = (
    "clinical commissioning groups",
    "commissioning organisations",
    "care systems",
    "care organisations",
    "commissioning groups",
    "commissioning support units",
    "support units",
    "care boards",
    "health boards",
    "health authorities",
    "area teams",
    "provider trusts",
    "ambulance services",
)
# "26 redundancy letters": what is sent to so many people.
SENT_NOUNS = _words("letter letters form forms cheque cheques")
LOSS_NOUNS = _words("losses loss cuts cut redundancies reductions closures")

# A noun phrase does not run past these.
STOP_WORDS = _words(
    "in at by on for from to with through who whom whose that which what have has had having were was are "
    "is be been being "
    "will would could may might can cannot should shall must since over under between but and or nor "
    "because if when while "
    "where as than so then there they it he she we you i do does did until before after during across "
    "against within "
    "without into onto about around per not no nor also still already yet only just now all some any each "
    "every "
    "said say says told among including included unless although though whether via up down out off "
    "comes shows looks means seems needs wants gets stands hardly went goes go gone left came come remain "
    "remains applied accepted lost left took take taken made make makes "
    "gave gives give hold holds held hands show showed shows agreed agree agrees responded replied answered "
    "refused reported report reports received receive chose choose decided opted found find started "
    "start starts "
    "stayed stay stays moved move moves worked work works became become volunteered departed retired "
    "resigned quit "
    "trade trades survive survives survived belong belongs face faces faced got earned earn earns cost costs "
    "expressed signed turned attended gathered turning the a an this these those its their his her our my"
)
# Words between a number and its noun that keep the phrase going although they end in -s or look like verbs.
GENERIC_PLURALS_NOT_NOUNS = _words(
    "savings costs cuts efficiencies reductions losses overheads less plus across as us its his this was "
    "is has does towards perhaps always sometimes"
)

# Endings of occupations: "5,700 assessors", "134 technologists".
AGENT_SUFFIXES = ("ers", "ors", "ists", "ians", "ees", "wives", "nurses")

# Nouns that look like occupations or staff but are none of ours.
OUTSIDE_NOUNS = _words(
    "patients attenders residents readers protesters marchers campaigners supporters voters borrowers "
    "customers visitors "
    "borrowers members-of-parliament councillors mps peers governors delegates machinists constituents "
    "taxpayers users carers parents "
    "passengers pensioners students signatories signatures petitioners demonstrators picketers inquirers "
    "beds wards "
    "hospitals practices clusters surgeries clinics operations procedures appointments "
    "letters questions responses replies interviews votes seats places homes doors miles calls "
    "councils unions "
    "firms companies contractors libraries branches cranes theatres words lines columns numbers figures "
    "pages columns "
    "papers stations counties years months weeks days hours minutes suppliers invoices in-patients "
    "inpatients households "
    "homes events sites reorganisations occasions countries bands band papers coaches hips knees teabags "
    "plans "
    "administrations directorates departments towns cities villages families children people's "
    "governments "
    "schools universities colleges babies births deaths injuries infections crews vehicles ambulances"
)

# How a group of staff is named in the vocabulary of the guide, by the words that name it.
STAFF_GROUPS: tuple[tuple[str, str], ...] = (
    (r"non[- ]clinical", "non-clinical"),
    (
        r"administrative and clerical|admin(?:istrative)? (?:and|&) clerical|a&c|a & c|a& c|a &c",
        "administrative and clerical",
    ),
    (
        r"(?:managerial|management|managers?) and (?:administrati(?:ve|on)|administrators?|admin)",
        "management and administrative",
    ),
    (
        r"(?:administrators?|administrative|admin) and (?:managers?|managerial|management)",
        "administrative and managerial",
    ),
    (r"healthcare assistants?|health care assistants?|hcas?", "healthcare assistant"),
    (r"nurses? and midw(?:ife|ives)|nursing and midwifery|nurse and midwife", "nursing and midwifery"),
    (r"very senior managers?", "very senior manager"),
    (r"chief executives? and directors?", "chief executive and director"),
    (r"chief executives?", "chief executive"),
    (r"medical secretar(?:y|ies)", "medical secretary"),
    (r"health visitors?", "health visitor"),
    (r"midw(?:ife|ives)|midwifery", "midwifery"),
    (r"clinical|clinicians?", "clinical"),
    (r"(?:district|school|registered|specialist|community|staff)? ?(?:nursing|nurses?)", "nursing"),
    (r"administrative|administrators?|administration|admin", "administrative"),
    (r"clerical", "clerical"),
    (r"managerial|managers?|management", "managerial"),
    (r"directors?", "director"),
    (r"executives?", "executive"),
    (r"paramedics?", "paramedic"),
    (r"consultants?(?! fees)", "consultant"),
    (r"doctors?|medical", "medical"),
    (r"therapists?|therapy", "therapist"),
    (r"physiotherapists?", "physiotherapist"),
    (r"porters?|portering", "porter"),
    (r"cleaners?|cleaning", "cleaner"),
    (r"caterers?|catering", "catering"),
    (r"radiographers?", "radiographer"),
    (r"pharmacists?", "pharmacist"),
    (r"scientists?", "scientist"),
    (r"corporate", "corporate"),
    (r"estates", "estates"),
    (r"back[- ]office", "back office"),
    (r"back[- ]room", "back-room"),
    (r"support", "support"),
    (r"finance", "finance"),
    (r"digital", "digital"),
    (r"secretar(?:y|ies)|secretarial", "secretarial"),
    (r"receptionists?", "receptionist"),
    (r"control[- ]room", "control room"),
    (r"trainees?", "trainee"),
    (r"apprentices?", "apprentice"),
    (r"chaplain(?:s|cy)?", "chaplain"),
    (r"laborator(?:y|ies)", "laboratory"),
    (r"pathology", "pathology"),
    (r"pharmacy", "pharmacy"),
    (r"physiotherapy", "physiotherapy"),
    (r"radiology", "radiology"),
    (r"dietitians?|dietetics?", "dietitian"),
    (r"psychologists?|psychology", "psychologist"),
    (r"counsellors?|counselling", "counsellor"),
    (r"librarians?", "librarian"),
    (r"typists?", "typist"),
    (r"gardeners?", "gardener"),
    (r"clerks?", "clerk"),
    (r"call[- ]handlers?|call[- ]takers?", "call handler"),
    (r"drivers?", "driver"),
    (r"technicians?", "technician"),
    (r"procurement", "procurement"),
    (r"human resources|hr (?:staff|posts|jobs|roles)", "human resources"),
    (r"housekeepers?|housekeeping", "housekeeping"),
    (r"domestics?", "domestic"),
    (r"facilities", "facilities"),
)

NOUN_UNITS: dict[str, Unit] = (
    dict.fromkeys(POST_NOUNS, Unit.POSTS)
    | dict.fromkeys(STAFF_NOUNS | PERSON_NOUNS, Unit.PEOPLE)
    | dict.fromkeys(ORGANISATION_NOUNS, Unit.ORGANISATIONS)
)

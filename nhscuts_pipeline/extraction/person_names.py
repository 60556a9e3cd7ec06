"""What looks like a person's name: two capitalised words or a title, and no place, body or role among them.

Belongs here: the shape of names, and telling a person from the body behind "of". Does not belong here: who
the people of a text are (people.py).
"""

from collections.abc import Iterator
from functools import lru_cache

from nhscuts_pipeline.extraction.body_words import NEWSPAPER
from nhscuts_pipeline.extraction.given_names import GIVEN_NAMES
from nhscuts_pipeline.extraction.phrases import Expression

TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Earl|Viscount|Professor|Prof|Cllr|Coun|Councillor)\.?"
)
# Words in capitals that begin no person's name, and words that end none.
_NO_FIRST = Expression(
    r"(?:NHS|The|This|That|But|And|In|At|On|It|His|Her|Their|Our|My|Its|Chief|Health|Board|Trust|Primary|"
    r"Strategic|"
    r"Department|Royal|National|Freedom|Human|Last|Next|\w+day|Branch|Regional|General|Finance|Asked|"
    r"According|Downing|"
    r"Some|Most|Of|As|For|From|Under|Managers|Officials|North|South|East|West|Mid|Central|Great|New|County|"
    r"City|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|House|Prime|"
    r"Social|"
    r"Public|Mutually|Trade|Acute|Community|Foundation|Integrated|Care|Commissioning|Western|Northern|"
    r"Southern|"
    r"Eastern|Saint|St|Band|Table|Agenda|Model|Labour|Conservative|Liberal|Example|Written|Union|Staff|"
    r"Greater|"
    r"Lower|Upper|Pensioner|Retired|Nurse|Midwife|Porter|Patient|Campaigner|Former|"
    r"Spokes(?:man|woman|person)|Organi[sz]er|Officer|Secretary|Convenor|Convener|Steward|Chair(?:man|woman)?|"
    r"Director|Manager|Boss|Leader|President|Governor|Trustee|Treasurer|Minister|Chancellor|MPs?|MSP|AM|MEP|"
    r"Peer|Ministers|Consultant|Surgeon|Physician|Paramedic|Economist|Analyst|Lawyer|Solicitor|Author|"
    r"Researcher|Student|Teacher|Mother|Father|Grandmother|Grandfather|Widow|Widower|Mum|Dad|Shadow|Tory|"
    r"Democrat|Independent|Green|Deputy|Assistant|Senior|Veteran|Local|Fellow|Like|Said|Says|Yesterday|Today|Three|Two|Four|Five|Six|When|While|After|Before|If|So|Not|Nor|No|Yet|With|To|Up|Wake)\b"
)
NO_LAST = Expression(
    r".*\b(?:Council|Trust|Hospitals?|Infirmary|Act|Road|Street|House|Ward|Hall|Square|Committee|Review|"
    rf"{NEWSPAPER}|"
    r"Service|Union|College|Partnership|Authority|"
    r"Park|"
    r"Board|Fund|Moors?|Valley|Vale|Wolds?|Fells?|Broads?|Downs?|Marches|Levels|Dales?|Royal|General|Scheme|"
    r"Information|Resignation|Kingdom|Commons|Lords|Yorkshire|Midlands|Construction|Services?|League|"
    r"Forum|Alliance|Network|Campaign|Group|Society|Association|Federation|Institute|Foundation|Confederation|"
    r"Centre|Agency|Watch|Party|Congress|Executive|Director|Secretary|Officer|Chief|Guild|Circle|Coalition)$"
)
_PERSON = Expression(
    # "Lord Ash of Wold" is a title, "Mr Ash of Wold" lives there.
    r"\b(?=[A-Z])(?:(?:Lord|Lady|Baroness|Earl(?: of)?|Viscount) [A-Z][\w’'-]+"
    r"(?: (?:of )?[A-Z][\w’'-]+){0,2}"
    rf"|{TITLE} (?:[A-Z]\. )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}}"
    r"|[A-Z][a-zé]+(?:[-’'][A-Z]?[a-z]+)?(?: [A-Z]\.)? "
    r"(?:Mc|Mac|O['’]|D['’])?[A-Z][a-z]+(?:-[A-Z][a-z]+)?\b(?! [A-Z][a-z]))"
)
# "Helen Mary Ash"
_FIRST_OF_TWO = Expression(r"\b([A-Z][a-z]+) $")
# "Dr Ann Ash of the Wold Institute" is a person and a think tank.
_SOMEBODY_OF = Expression(
    r"(?:(?:Prof|Professor|Dr|Sir|Dame|Mr|Mrs|Ms|Miss|Lord|Lady|Baroness)\.? )?"
    r"(?!(?:Royal|National|British|English|Scottish|Welsh|Chartered|Independent|House|Health|Trade)\b)"
    r"(?:[A-Z][a-z'’-]+ )+of (?:the )?(?=[A-Z][\w'’-]+ )"
)
# "says Ann Ash of Wold Primary Care Trust": the body comes after "of".
_SPEAKER_OF = Expression(r"[A-Z][a-z]+ [A-Z][\w’'-]+,? (?:of|from|at|for) (?:the )?(?=[A-Z])")
_TITLED_OF = Expression(rf"{TITLE} (?:[A-Z][\w’'-]+ ){{1,3}}(?:of|from|at|for) (?:the )?(?=[A-Z])")
_SAYS = Expression(
    r"\b(?:says|said|adds|added|asks|asked|argues|argued|insists|insisted|explains|explained|reckons|reckoned|"
    r"warns|warned|reflects|recalls|recalled|claims|claimed|admits|admitted|by|to|told) $"
)


# Those who speak and those who are no bodies are looked for in the same text.
@lru_cache(maxsize=4)
def find_names(text: str) -> tuple[tuple[int, int], ...]:
    """Spans that look like a person's name; a word that begins none is left out and the next one tried."""
    return tuple(_names(text))


def _names(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while match := _PERSON.search(text, at):
        start, end = match.span()
        first, _, rest = match[0].partition(" ")
        if _NO_FIRST.match(first) or first.endswith(("'s", "’s")):
            at = start + len(first)
        elif _NO_FIRST.match(rest):
            at = start + len(first) + 1 + len(rest.split()[0])
        else:
            more = _FIRST_OF_TWO.search(text, max(at, start - 20), start) if first in GIVEN_NAMES else None
            yield (more.start() if more and more[1] in GIVEN_NAMES else start), end
            at = end


def after_person(text: str, begin: int, start: int, sort: str) -> int:
    """Where the name begins that a person stands before: "Dr Ann Ash of the Wold Institute"."""
    if sort == "think_tank":
        person = _SOMEBODY_OF.match(text, begin, start)
    else:
        # Many bodies have "of" in their names: there a word of saying has to lead.
        person = _TITLED_OF.match(text, begin, start) or (
            _SPEAKER_OF.match(text, begin, start) if _SAYS.search(text, max(0, begin - 24), begin) else None
        )
    return person.end() if person is not None else begin

"""Number words to values: "forty-three", "fourteen hundred and eighty-seven", "half a dozen", "two-thirds".

Belongs here: the arithmetic of number words and the regular expressions that find them. Does not belong here:
whether a number is a figure (`quantity`) or what it counts (`unit`).
"""

import math
import re
from collections.abc import Sequence

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SMALL = {word: value for word, value in (_UNITS | _TENS).items() if value}
_LARGE = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SCALES = {"hundred": 100} | _LARGE
_SUFFIXES = {"m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "k": 1e3, "tn": 1e12}
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twelfth": 12,
    "twentieth": 20,
}

DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+|[½¼¾])?"
_WORD = "|".join(sorted(_SMALL, key=len, reverse=True))
_SCALE = "|".join(_SCALES)
_NOTHING = {"nought": 0, "zero": 0, "oh": 0}
_DECIMAL = "|".join((*_NOTHING, *(word for word, value in _UNITS.items() if 0 < value < 10)))
# The first word of a numeral: "a" only before a scale word, "nought" only before decimals.
_FIRST_WORD = (
    rf"(?:(?:{_WORD})|an?(?=[ -](?:{_SCALE})\b)|(?<=another )hundred\b|"
    rf"(?:nought|zero)(?= point (?:{_DECIMAL})\b))"
)
# "and" only joins after a scale word. As people speak: "two point three million", "a million and a half".
WORDS = (
    rf"{_FIRST_WORD}(?:(?:[ -](?:and )?)(?:{_WORD}|{_SCALE})\b)*"
    rf"(?:(?: and a half| point(?: (?:{_DECIMAL}))+)\b(?!-)(?: (?:{_SCALE})\b)?)?"
)
# "eighteen pounds seventy-six a head"
PENCE = rf"(?:{_WORD})(?:-(?:{_WORD}))?(?: pence\b|(?= (?:a|per|each|for|to)\b|[.,;:]))"
SCALE_SUFFIX = r"(?:(?:mn|mln|m|bn|b|tn|k)\b|[ -]?(?:million|billion|thousand)\b)"
# "£3.5 m", but not "5 m".
SPACED_SUFFIX = r" (?:mn|m|bn|k)\b"
# "half a million", "three-quarters of a million".
PART_OF_SCALE = rf"(?:half|(?:an? |three[ -])?quarters?)(?: of)? an? (?:{_SCALE})"
FRACTION = (
    r"(?:(?:an?|one|two|three|four|five|six|seven|eight|nine)[ -])?"
    rf"(?:{'|'.join(_PARTS)})s?"
)
# Every number in words begins with one of these.
FIRST_WORDS = frozenset(
    (
        *_SMALL,
        *_PARTS,
        *(f"{part}s" for part in _PARTS),
        *"a an another hundred nought zero halve halves halved halving".split(),
    )
)


def fraction_value(text: str) -> float | None:
    """The percentage that a fraction in words stands for; None for words that are no fraction.

    >>> fraction_value("two-thirds")
    66.667
    """
    words = re.split(r"[ -]", text)
    part = _PARTS.get(words[-1].removesuffix("s") if words[-1] != "halves" else "half")
    if part is None:
        return None
    count = 1 if len(words) == 1 or words[0] in ("a", "an") else _SMALL.get(words[0])
    if count is None or count >= part:
        return None
    return round(100 * count / part, 3)


def word_value(text: str) -> float | None:
    """The value of a numeral in words, None where the words do not make one number.

    >>> word_value("fourteen hundred and eighty-seven")
    1487.0
    >>> word_value("two point three million")
    2300000.0
    >>> word_value("a million and a half")
    1500000.0
    """
    if " point " in text or " and a half" in text:
        return _spoken_value(text)
    total, smallest = 0.0, math.inf
    group: list[str] = []
    for word in re.split(r"[ -]", text):
        if word not in _LARGE:
            group += [word] if word != "and" else []
            continue
        part, scale = _below_thousand(group), _LARGE[word]
        if total and not group:
            total *= scale  # "two thousand million"
        elif part is None or scale >= smallest:
            return None
        else:
            total, smallest = total + part * scale, scale
        group = []
    part = _below_thousand(group) if group else 0
    return None if part is None else total + part


def _below_thousand(words: Sequence[str]) -> float | None:
    """The value of words without a thousand: "fourteen hundred eighty seven"."""
    value = previous = 0
    for word in words:
        if word in ("a", "an"):
            value = 1
        elif word == "hundred" and value < 100:
            value, previous = (value or 1) * 100, 100
        # "twenty five" is one number, "five six" or "five twenty" are two.
        elif word in _SMALL and (previous in (0, 100) or (previous >= 20 and _SMALL[word] < 10)):
            previous = _SMALL[word]
            value += previous
        else:
            return None
    return value


def _spoken_value(text: str) -> float | None:
    """The value of a numeral with decimals or a half after whole numbers."""
    scale = text.split()[-1]
    factor = _SCALES.get(scale, 1)
    if factor > 1:
        text = text.removesuffix(f" {scale}")
    if text.endswith(" and a half"):
        head = text.removesuffix(" and a half")
        # "A million and a half" is half a million more.
        part = 0.5 * _SCALES.get(head.split()[-1], 1)
    else:
        head, _, decimals = text.partition(" point ")
        digits = "".join(str((_UNITS | _NOTHING)[word]) for word in decimals.split())
        part = float(f"0.{digits}")
    whole = 0.0 if head in _NOTHING else word_value(head)
    return None if whole is None else round((whole + part) * factor, 2)


def part_of_scale_value(text: str) -> float:
    """The value of a part of a scale word.

    >>> part_of_scale_value("three-quarters of a million")
    750000.0
    """
    share = 0.5 if text.startswith("half") else 0.75 if text.startswith("three") else 0.25
    return share * _SCALES[text.split()[-1]]


def digit_value(digits: str, scale: str | None) -> float:
    """The value of digits with an optional scale word or suffix: ("1.1", "m") is 1,100,000."""
    value = float(digits.rstrip("½¼¾").replace(",", "")) + _VULGAR.get(digits[-1], 0)
    if not scale:
        return value
    word = scale.strip(" -")
    factor = _SUFFIXES.get(word) or _SCALES[word]
    # Multiplying 1.1 by a million in binary gives 1100000.0000000001.
    return round(value * factor, 2)

"""The stem that the forms of a word share: "losing", "loses" and "lost" are one word to the models.

Belongs here: cutting endings off, and the verbs of this field that no ending tells. It is coarse on purpose:
a stem need not be a word, it has to be the same one for most forms. Does not belong here: what a word is
about (word_classes.py).
"""

from functools import lru_cache

# By stem, the forms that no ending tells.
_IRREGULAR: dict[str, str] = {
    "lose": "lost losing loses lose",
    "go": "gone goes going went go",
    "cut": "cutting cuts",
    "shed": "shedding sheds",
    "make": "made making makes make",
    "leave": "left leaving leaves leave",
    "take": "taken took taking takes take",
    "spend": "spent spending spends",
    "find": "found finding finds",
    "pay": "paid paying pays",
    "tell": "told telling tells",
    "say": "said says saying",
    "give": "given gave giving gives give",
    "have": "had has having have",
    "be": "was were is are been being be",
    "keep": "kept keeping keeps",
    "hold": "held holding holds",
    "run": "ran running runs",
    "send": "sent sending sends",
    "win": "won winning wins",
    "come": "came coming comes come",
    "fall": "fell fallen falling falls",
    "rise": "rose risen rising rises rise",
    "save": "saving saved saves save",
    "axe": "axed axing axes axe",
    "get": "got getting gets",
    "let": "letting lets",
    "put": "putting puts",
    "see": "saw seen seeing sees see",
    "think": "thought thinking thinks",
    "know": "knew known knowing knows",
    "show": "shown showing shows showed",
    "grow": "grew grown growing grows",
    "shrink": "shrank shrunk shrinking shrinks",
    "freeze": "froze frozen freezing freezes freeze",
    "draw": "drew drawn drawing draws",
    "bring": "brought bringing brings",
    "buy": "bought buying buys",
    "stand": "stood standing stands",
    "begin": "began begun beginning begins",
    "break": "broke broken breaking breaks",
    "write": "wrote written writing writes write",
    "owe": "owed owing owes owe",
    "die": "died dying dies die",
}
_FORMS = {form: stem for stem, forms in _IRREGULAR.items() for form in forms.split()}
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("s", ""))
# What is left of a word when an ending goes is to have so many letters.
_LEFT = 4


@lru_cache(maxsize=16_384)
def stem_of(word: str) -> str:
    """The stem of a word in lower case; what is no word comes back as it is."""
    if word in _FORMS:
        return _FORMS[word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEFT and not word.endswith("ss"):
            word = word[: -len(ending)] + instead
            break
    return word.rstrip("e") or word

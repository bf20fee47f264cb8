"""Words that deny that anybody was killed or hurt: "nobody", "no nurse", "without hurting anyone", "unharmed"."""

from __future__ import annotations

import re

from conflictsum.resolve.fate_words import FATES, Fate
from conflictsum.resolve.names import Span

_REACH = 80  # characters from "no" to the word of harm
_LIST = r"(?:\s[\w’'-]+){1,4}(?:,\s(?:no\s)?[\w’'-]+(?:\s[\w’'-]+)?){1,4},?\s(?:or|nor|and)\s"
_NOBODY = re.compile(
    r"(?i)\b(?P<none>no(?:body|\s?-?one)?|not\s(?:a\ssingle|one)|none|zero)\b(?!\s(?:fewer|less|more)\b)"
    rf"(?=(?P<list>{_LIST})?(?P<rest>(?:[A-Z]\.(?=[A-Z]\.|\s\w)|[^.;:“”\"])*))"
)
_AFTER_VERB = re.compile(
    r"(?i)\b(?:kill(?:ed|ing)|(?P<hurt>hurt(?:ing)?|injur(?:ed|ing)|wound(?:ed|ing)|harm(?:ed|ing)))\s"
    r"(?P<none>nobody|no\s?-?one|none)\b"
)
# "without, the agency adds, injuring anybody"
_WITHOUT = re.compile(
    r"(?i)\b(?P<none>without)(?:,[^.;:,]{0,40},)?\s(?:anyone\s(?:being\s)?|any(?:body)?\s(?:being\s)?|causing\s|a\s|"
    r"further\s|civilian\s|human\s)*"
    r"(?:kill(?:ing|ed)|(?P<hurt>hurt(?:ing)?|injur(?:ing|ed|y|ies)|wound(?:ing|ed)|harm(?:ing|ed)?|casualt\w+|victims)|"
    r"loss(?:es)?\s(?:of\s(?:human\s)?li(?:fe|ves))|fatalit\w+|deaths?)\b"
)
_UNHARMED = re.compile(
    r"(?i)\b(?:unharmed|unhurt|uninjured|unwounded|not\sa\sscratch|without\sa\sscratch|c[ao]me\sto\sno\sharm|"
    r"(?:walked\saway|emerged|escaped|got\sout|came\sout|survived|were|was)\sunscathed|alive\sand\s(?:well|unharmed))\b"
)
# "so that nobody dies", "hopes no one was hurt", "no word on casualties"
_NOT_TOLD = re.compile(
    r"(?i)\b(?:so\sthat|ensur\w+(?:\sthat)?|make\ssure(?:\sthat)?|hop(?:e|es|ed|ing)(?:\sthat)?|pray\w*(?:\sthat)?|"
    r"guarantee\w*(?:\sthat)?|whether|if|most\sof\sthem|many\sof\sthem|some\sof\sthem|mostly|usually|often)\s$"
)
_NO_WORD = re.compile(
    r"(?i)(?:\s\w+){0,2}?\s(?:word|information|details?|news|figures?|data|indications?|comments?|confirmation|claims?)\b"
)
_ALL_SAFE = re.compile(
    r"(?i)\b(?:all|every|entire|whole|crew|everyone|everybody|passengers|staff|sailors|seafarers|students|pupils)\b"
    r"[^.;:,]{0,40}\b(?:is|are|was|were)\s(?:\w+\s){0,2}(?P<safe>safe)\b"
)
# "did not cause casualties", "caused neither casualties nor damage"
_NO_HARM_DONE = re.compile(
    r"(?i)\b(?:(?:did|does|has|have|had)\s(?P<not>not)\s(?:cause|caused|lead\sto|led\sto|result\sin|resulted\sin|leave|left|"
    r"claim|claimed|suffer|suffered|sustain|sustained)\s(?:any\s)?(?:\w+\s)?|(?P<neither>neither)\s)"
    r"(?:casualties|injur\w+|victims|dead|deaths|fatalities)\b"
)
_ALL_SURVIVED = re.compile(
    r"(?i)(?<!not\s)\b(?:everyone|everybody|all (?:of them|aboard|on board|inside|[\w-]+ (?:people|men|women|crew\w*|"
    r"passengers|sailors|soldiers|pupils|students|workers)))\b(?:(?!\bbut\b)[^.;:,]){0,40}?\s(?P<survived>survived)\b"
)
# who was held before is told as free, not as spared
_RELEASED = re.compile(
    r"(?i)\b(?:freed|released?|releasing|let go|rescued|returned|surrender\w*|hostages?|captives?|abducted)\b"
)
_CLAUSE = re.compile(r",|\b(?:but|while|though|although)\b")
_DEATH = re.compile(
    r"(?i)\b(?:killed|dead|died|deaths?|fatalit\w+|casualties|loss\sof\slife|losses|perished|slain|martyred|"
    r"lives\swere\slost|lost\s(?:his|her|their)\sli(?:fe|ves))\b"
)
# "nobody was hit", unlike "no house was hit"
_HARM = re.compile(r"(?i)\b(?:wounded|injur\w+|hurt|harm(?:ed)?|casualties)\b")
_HIT = re.compile(r"(?i)\s(?:was|were|is|had been|has been)\s(?:hit|struck)\b")

Denied = tuple[Fate, Span]


def find_zeros(text: str) -> list[Denied]:
    """What a sentence denies, each with the words that deny it, in text order.

    "Nobody was hurt" denies injuries and deaths, "nobody was killed" deaths only (codebook C3).

    Args:
        text: A sentence.
    """
    found: dict[Span, bool] = {}
    for match in _NOBODY.finditer(text):
        hurt = _denied(match)
        if hurt is not None and not is_open(text, match.span("none")):
            found[match.span("none")] = hurt
    for pattern in (_AFTER_VERB, _WITHOUT):
        for match in pattern.finditer(text):
            if not is_open(text, match.span("none")):
                found[match.span("none")] = bool(match["hurt"])
    found |= {match.span(match.lastgroup or 0): True for match in _NO_HARM_DONE.finditer(text)}
    if not _RELEASED.search(text):
        found |= {match.span("survived"): True for match in _ALL_SURVIVED.finditer(text)}
        found |= {match.span(): True for match in _UNHARMED.finditer(text)}
        found |= {match.span("safe"): True for match in _ALL_SAFE.finditer(text)}
    denied: dict[bool, tuple[Fate, ...]] = {True: FATES[:2], False: FATES[:1]}
    return [(fate, span) for span, hurt in sorted(found.items()) for fate in denied[hurt]]


def is_open(text: str, none: Span) -> bool:
    """Whether words that deny are no fact: something hoped for ("so that *nobody* dies"), or only not known yet."""
    return bool(_NOT_TOLD.search(text[: none[0]]) or _NO_WORD.match(text, none[1]))


def _denied(match: re.Match[str]) -> bool | None:
    """Whether injuries are denied, and not deaths only; None where neither is."""
    clause = _CLAUSE.split(match["rest"], maxsplit=1)[0][:_REACH]
    persons = match["none"].lower() not in {"no", "zero"}
    if _HARM.search(clause) or (persons and _HIT.match(clause)):
        return True
    return False if _DEATH.search(clause) else None

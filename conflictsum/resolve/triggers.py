"""Words that make a sentence worth asking about: violence, harm to people, speech.

A sentence without any of them cannot hold the record in question, so a small model is not asked and cannot invent one.
The lists err on the side of asking. English only; other languages are always asked about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from conflictsum.resolve.deed_verbs import VERBS
from conflictsum.resolve.verbs import ACTS, SPEAKING, SPEECH, SPEECH_BASES, WEAPONS

_VIOLENCE = (
    VERBS
    | ACTS
    | WEAPONS
    | frozenset(
        "gunmen gunman invaded responsibility behind blamed blame blames accused accuses accuse finger alight ablaze "
        "suspect suspects suspected suspicion signature damage credit attributed ascribed".split()
    )
)
_HARM = re.compile(
    r"(?ix)\b(?:kill(?:s|ed|ing)?|dead|die[sd]?|dying|deaths?|fatalit\w+|casualt\w+|toll|wound(?:s|ed|ing)?|injur\w+|hurt|harm\w*|"
    r"maim\w*|missing|captur\w+|abduct\w*|kidnap\w*|hostages?|detain\w*|prisoners?|martyr\w*|slain|massacre\w*|murder\w*|bodies|"
    r"perish\w*|lives|captive|behead\w*|execut(?:ed|ion|ions)|neutrali[sz]ed|eliminated|survivors?|corpses?|loss\sof\slife)\b"
)
_SPEECH = SPEECH | SPEECH_BASES | SPEAKING | frozenset("according citing quoting".split())
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Triggers:
    """What a sentence may hold.

    Attributes:
        event: An act of violence.
        harm: People killed, wounded, missing or captured.
        speech: An utterance.
    """

    event: bool
    harm: bool
    speech: bool

    def __bool__(self) -> bool:
        return self.event or self.harm or self.speech


def is_english(sentence: str) -> bool:
    """Whether the word lists can be expected to know a sentence: it is mostly written in Latin letters."""
    letters = [character for character in sentence if character.isalpha()]
    return not letters or sum(map(str.isascii, letters)) * 2 > len(letters)


def triggers(sentence: str) -> Triggers:
    """What is worth asking about a sentence."""
    if not is_english(sentence):
        return Triggers(event=True, harm=True, speech=True)
    words = {word.lower() for word in _WORD.findall(sentence)}
    return Triggers(
        event=not words.isdisjoint(_VIOLENCE),
        harm=bool(_HARM.search(sentence)),
        speech=not words.isdisjoint(_SPEECH),
    )

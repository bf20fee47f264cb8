"""Sentences that speak of violence without telling of an act: what is negated, wished, feared, or done in general.

Such a sentence may add to an act that another one tells ("neither vessel was damaged"); by itself it makes no event.
English.
"""

from __future__ import annotations

import re
from functools import lru_cache

from conflictsum.resolve.authors import blamed, owned_up
from conflictsum.resolve.clauses import objects
from conflictsum.resolve.deed import Deed, Weight
from conflictsum.resolve.deeds import deeds
from conflictsum.resolve.names import cue
from conflictsum.resolve.phrases import Phrase, Sentence, read
from conflictsum.resolve.things import is_act
from conflictsum.resolve.verbs import LIGHT

_NONE = frozenset("no any neither nobody none nothing such".split())
_NOT = frozenset(
    "not never cannot didn't wasn't weren't hasn't hadn't isn't won't wouldn't don't doesn't aren't haven't can't "
    "couldn't hardly".split()
)
_MODALS = frozenset("should must could can may might cannot couldn't can't".split())
_OFTEN = frozenset(
    "often frequently regularly routinely usually commonly typically occasionally sometimes periodically sporadically "
    "rarely seldom always traditionally generally habitually invariably constantly".split()
)
_HABIT = cue(
    r"(?:keeps?|(?:go(?:es)?|gone|went) on) \w+ing|(?:used|tends?|tended|(?:is|are|was|were) known) to \w+|"
    r"(?:has|have|had) (?:long|repeatedly|regularly|frequently|often|routinely|increasingly|periodically|always)|"
    r"from time to time|on and off|time and (?:time )?again|such (?:attacks?|strikes?|raids?|killings?|incidents?|"
    r"bombings?|abductions?|kidnappings?|ambushes)"
)
# after these an act in the "-ing" form, or after "to", is one that did not happen
_WISHED = frozenset(
    "stop end halt cease prevent avoid stopping stopped ending ended halting preventing avoiding without against able "
    "unable capable ready prepare prepared preparing refrain refraining deter threat threats risk fear fears called "
    "urged demanded promised order ordered plan plans planned intended meant designed trained".split()
)
_KNOWN = frozenset("the this that these those both its their his".split())
_DEBRIS = frozenset("debris fragments wreckage shrapnel splinters remnants remains".split())
_ANSWER = cue(r"return(?:ed|ing)? fire|(?:fired|shot|firing|shooting) back")
_QUESTION = re.compile(r"\?[”’\"')]*$")
_LINKS = frozenset("from of to for".split())
_GENERIC = frozenset(
    "attack attacks kill kills bomb bombs shell shells shoot shoots murder murders burn burns drop drops fire fires "
    "target targets strike strikes slaughter slaughters behead beheads destroy destroys raid raids loot loots "
    "kidnap kidnaps abduct abducts ambush ambushes torch torches massacre massacres execute executes rape rapes "
    "shed sheds plant plants throw throws launch launches".split()
)
_ABETTING = cue(
    r"(?:accus|blam|suspect|charg)\w+ (?:[\w’'-]+ ){1,8}?(?:of|for) (?:\w+ly )?(?:suppl[yi]|provid|stor|hid|harbou?r|"
    r"shelter|arm|fund|financ|back|support|aid|abet|help|assist|train|fail|host|tolerat|smuggl|violat|breach|stok|"
    r"foment|encourag|incit|prolong|exploit|sid|interfer|meddl|undermin|obstruct|block|ly|spread)\w*ing"
)


def tells_an_act(text: str) -> bool:
    """Whether a sentence tells an act of violence as done, stopped or announced.

    Args:
        text: A sentence on one line.
    """
    sentence = read(text)
    return bool(_told(sentence))


def tells_it_anew(text: str) -> bool:
    """Whether one of the acts that a sentence tells is not taken as known: "killed in *the* raid", "*debris* fell".

    Args:
        text: A sentence on one line.
    """
    sentence = read(text)
    return any(not _is_known(sentence, deed) for deed in _told(sentence))


def names_an_author(text: str) -> bool:
    """Whether a sentence says who claims an act, is blamed for it or denies it."""
    sentence = read(text)
    if _ABETTING.search(text):
        return False
    own = (deed for deed in _told(sentence) if sentence.low(deed.at) in LIGHT)
    return bool(owned_up(sentence) or blamed(sentence).parties) or any(_is_known(sentence, deed) for deed in own)


@lru_cache(maxsize=512)
def _told(sentence: Sentence) -> tuple[Deed, ...]:
    """The acts that are told as done."""
    if _QUESTION.search(sentence.text) or (_HABIT.search(sentence.text) and not sentence.times):
        return ()
    # what comes of fire returned is the end of an act told before (codebook E5)
    answer = _ANSWER.search(sentence.text)
    end = sentence.position(answer.start()) if answer else len(sentence.words)
    acts = (deed for deed in deeds(sentence) if deed.weight is Weight.ACT and deed.at < end)
    return tuple(deed for deed in acts if not _is_untold(sentence, deed))


def _is_known(sentence: Sentence, deed: Deed) -> bool:
    """Whether a deed is an act named as one that was told before, or what came down of an intercepted weapon."""
    if deed.doers and all(sentence.head(doer) in _DEBRIS for doer in deed.doers):
        return True
    light = sentence.tag(deed.at) == "verb" and sentence.low(deed.at) in LIGHT
    acts = objects(sentence, deed.at) if light else [phrase for phrase in deed.doers if phrase.last - 1 == deed.at]
    return not deed.hit and any(is_act(sentence, act) and sentence.low(act.first) in _KNOWN for act in acts)


def _is_untold(sentence: Sentence, deed: Deed) -> bool:
    phrases = (*deed.doers, *deed.hit)
    if any(_is_nobody(sentence, phrase) for phrase in phrases):
        return True
    if sentence.tag(deed.at) != "verb":
        return False
    return _is_wished(sentence, deed.at) or _is_denied(sentence, deed.at) or _is_generic(sentence, deed)


def _is_nobody(sentence: Sentence, phrase: Phrase) -> bool:
    """ "No trains", "neither vessel", "not one sortie", "such attacks"."""
    return sentence.low(phrase.first) in _NONE or sentence.low(phrase.first - 1) in _NOT | {"neither"}


def _is_wished(sentence: Sentence, verb: int) -> bool:
    """ "Stop *attacking* civilians", "without *firing* a shot", "able *to strike*"."""
    at = verb - 1
    if sentence.low(verb).endswith("ing"):
        at -= sentence.low(at) in _LINKS
        return sentence.low(at) in _WISHED
    return sentence.low(at) == "to" and sentence.low(at - 1) in _WISHED


def _is_denied(sentence: Sentence, verb: int) -> bool:
    """ "Did *not* bomb", "*could* attack", "*often* raid"; what "may have been hit" was hit for all one knows."""
    before: list[str] = []
    at = verb - 1
    while sentence.tag(at) in {"auxiliary", "adverb"}:
        before.append(sentence.low(at))
        at -= 1
    return not (_NOT | _OFTEN).isdisjoint(before) or ("have" not in before and not _MODALS.isdisjoint(before))


def _is_generic(sentence: Sentence, deed: Deed) -> bool:
    """ "People *who drop* grenades", "a road *that people shoot* at"."""
    if sentence.low(deed.at) not in _GENERIC:
        return False
    return any(sentence.tag(at) == "relative" for at in (deed.at - 1, *(doer.first - 1 for doer in deed.doers)))
